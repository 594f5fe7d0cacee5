import {
  type ClauseTrace,
  type Condition,
  type Expression,
  inForce,
  isRecordNode,
  type LookedAt,
  type MissingFact,
  type OperandTrace,
  type RecordNode,
  type RecordSource,
  type Truth,
  valueInForce,
} from '@qingdan/core';
import { selectionOf } from '../compiled/condition.js';
import type { Frame } from '../compiled/frame.js';
import { type AliasNames, noAliases } from './labels.js';
import { missingValues, namesWithin } from './missing-expression.js';
import { runFact } from './missing-path.js';
import { mergeMissing, type Tracer } from './tracer.js';
import { isWhole } from '../world/whole.js';

/** So many elements are shown. */
const SHOWN = 5;

/** What a condition said of the record at hand, by the same closures that gave the verdict. */
export function traceCondition(
  condition: Condition,
  frame: Frame,
  aliases: AliasNames,
  tracer: Tracer,
): ClauseTrace {
  const result = tracer.scope.test(condition)(frame);
  switch (condition.kind) {
    case 'all':
    case 'any': {
      const children = condition.of.map((part) => tracer.trace(part, frame, aliases));
      const unknown = children.filter((child) => child.result === undefined);
      return {
        clause: condition,
        result,
        children,
        missing:
          result === undefined ? mergeMissing(unknown.flatMap(({ missing }) => missing)) : [],
      };
    }
    case 'not': {
      const child = tracer.trace(condition.of, frame, aliases);
      return {
        clause: condition,
        result,
        children: [child],
        missing: child.missing,
      };
    }
    case 'named': {
      const named = inForce(tracer.policy.conditions.get(condition.name), frame.law);
      if (named === undefined) return leaf(condition, result);
      // As in its test: within a source, the elements in scope must stay where they are.
      const child = tracer.trace(named.is, frame.apart(), noAliases(frame.record.record));
      return {
        clause: condition,
        result,
        children: [child],
        missing: child.missing,
      };
    }
    case 'compare': {
      const left = operand(condition.left, frame, tracer);
      const right =
        condition.right === undefined ? undefined : operand(condition.right, frame, tracer);
      const parts = [condition.left, ...(condition.right === undefined ? [] : [condition.right])];
      return {
        clause: condition,
        result,
        left,
        ...(right === undefined ? {} : { right }),
        children: [],
        missing: unknownOnly(result, () =>
          parts.flatMap((part) => tracer.missingIn(part, frame, aliases)),
        ),
      };
    }
    case 'quantified':
      return traceQuantified(condition, result, frame, aliases, tracer);
    case 'kin': {
      const missing = unknownOnly(result, () => {
        const wanted = [condition.of, condition.with].flatMap((part) =>
          tracer.missingIn(part, frame, aliases),
        );
        const kind = tracer.policy.relations?.record ?? 'kinship';
        return wanted.length > 0
          ? wanted
          : [runFact(kind, labelOf(kind, tracer), `register ${kind}`, tracer)];
      });
      return { clause: condition, result, children: [], missing };
    }
    case 'path': {
      const missing = unknownOnly(result, () => {
        const ends = [condition.from, condition.to].flatMap((part) =>
          tracer.missingIn(part, frame, aliases),
        );
        if (ends.length > 0) return ends;
        return condition.through.flatMap((link): readonly MissingFact[] => {
          if (link.kind === 'record') return tracer.missingInSource(link.source, frame, aliases);
          const kind = tracer.policy.relations?.record ?? 'kinship';
          return isWhole(kind, undefined, frame.law, tracer.policy, frame.world.records)
            ? []
            : [runFact(kind, labelOf(kind, tracer), `register ${kind}`, tracer)];
        });
      });
      return { clause: condition, result, children: [], missing };
    }
    case 'outlier': {
      const missing = unknownOnly(result, () => [
        ...[condition.value, condition.above].flatMap((part) =>
          tracer.missingIn(part, frame, aliases),
        ),
        ...tracer.missingInSource(condition.source, frame, aliases),
        ...missingValues(condition.source, condition.of, frame, aliases, tracer),
      ]);
      const looked = look(condition.source, frame, tracer);
      return {
        clause: condition,
        result,
        left: operand(condition.value, frame, tracer),
        children: [],
        looked,
        missing,
      };
    }
  }
}

function traceQuantified(
  condition: Extract<Condition, { kind: 'quantified' }>,
  result: Truth,
  frame: Frame,
  aliases: AliasNames,
  tracer: Tracer,
): ClauseTrace {
  const { source, quantifier } = condition;
  const claims = quantifier === 'every' || quantifier === 'none';
  const selection = claims ? selectionOf(source) : source;
  const inner = namesWithin(source, aliases, tracer);
  const children: ClauseTrace[] = [];
  const missing: MissingFact[] = [];
  if (source.where !== undefined) {
    const { where } = source;
    const test = tracer.scope.test(where);
    // Of `some`, the elements that decided it, or the first near misses; of `every` and `none`, all that are unknown.
    const searched = !claims && result === true ? source : selectionOf(source);
    tracer.scope.scan(searched)(frame, () => {
      const truth = test(frame);
      const isUnsure = claims && truth === undefined;
      const isShown = children.length < SHOWN && (result !== true || truth === true || claims);
      if (!isUnsure && !isShown) return false;
      const child = tracer.trace(where, frame, inner);
      if (isUnsure) missing.push(...child.missing);
      if (isShown) children.push(child);
      return !claims && children.length === SHOWN;
    });
  }
  if (result === undefined) missing.push(...tracer.missingInSource(selection, frame, aliases));
  return {
    clause: condition,
    result,
    children,
    looked: look(selection, frame, tracer),
    missing: result === undefined ? mergeMissing(missing) : [],
  };
}

function look(source: RecordSource, frame: Frame, tracer: Tracer): LookedAt {
  const certain: RecordNode[] = [];
  const possible: RecordNode[] = [];
  let certainCount = 0;
  let possibleCount = 0;
  const slot = source.in.kind === 'each' ? source.in.recordAlias.slot : source.alias.slot;
  const open = tracer.scope.scan(source)(frame, (member) => {
    const list = member === true ? certain : possible;
    if (member === true) certainCount += 1;
    else possibleCount += 1;
    const element = frame.elements[slot];
    if (typeof element === 'object' && isRecordNode(element) && list.length < SHOWN)
      list.push(element);
    return false;
  });
  return { certain, possible, certainCount, possibleCount, open };
}

function operand(expression: Expression, frame: Frame, tracer: Tracer): OperandTrace {
  const value = tracer.scope.read(expression)(frame);
  if (expression.kind === 'parameter') {
    const inForceNow = valueInForce(tracer.policy.parameters.get(expression.id), frame.law);
    return { expression, value, parameter: { id: expression.id, inForce: inForceNow } };
  }
  if (expression.kind === 'aggregate' || expression.kind === 'lookup') {
    return { expression, value, looked: look(expression.source, frame, tracer) };
  }
  return { expression, value };
}

function leaf(condition: Condition, result: Truth): ClauseTrace {
  return { clause: condition, result, children: [], missing: [] };
}

function unknownOnly(result: Truth, missing: () => readonly MissingFact[]): readonly MissingFact[] {
  return result === undefined ? mergeMissing(missing()) : [];
}

function labelOf(kind: string, tracer: Tracer): { zh: string; en: string } {
  return tracer.policy.records.get(kind)?.label ?? { zh: kind, en: kind };
}
