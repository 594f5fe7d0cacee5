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
import { namesWithin } from './missing-expression.js';
import { type Detail, mergeMissing, type Tracer } from './tracer.js';

/** So many elements are shown. */
const SHOWN = 5;

/** And so many for each element of a source that lies within another: all of all would bury the reader. */
const SHOWN_WITHIN = 2;

/** What a condition said of the record at hand, by the same closures that gave the verdict. */
export function traceCondition(
  condition: Condition,
  frame: Frame,
  aliases: AliasNames,
  tracer: Tracer,
  detail: Detail = WHOLE,
): ClauseTrace {
  const result = tracer.test(condition, frame);
  const missing = (): readonly MissingFact[] =>
    result === undefined && detail.missing
      ? mergeMissing(tracer.missingInCondition(condition, frame, aliases))
      : NOTHING;
  switch (condition.kind) {
    case 'all':
    case 'any': {
      // What doesn't bear the result is shown, but not every element that was tried for it.
      const beside = { ...detail, elements: false };
      const children = condition.of.map((part) => {
        const bears = tracer.test(part, frame) === result;
        return tracer.trace(part, frame, aliases, bears ? detail : beside);
      });
      const unknown = children.flatMap((child) => child.missing);
      return {
        clause: condition,
        result,
        children,
        missing: result === undefined ? mergeMissing(unknown) : NOTHING,
      };
    }
    case 'not': {
      const child = tracer.trace(condition.of, frame, aliases, detail);
      return { clause: condition, result, children: [child], missing: child.missing };
    }
    case 'named': {
      const named = inForce(tracer.policy.conditions.get(condition.name), frame.law);
      if (named === undefined)
        return { clause: condition, result, children: [], missing: missing() };
      // As in its test: within a source, the elements in scope must stay where they are.
      const child = tracer.trace(named.is, frame.apart(), noAliases(frame.record.record), detail);
      return { clause: condition, result, children: [child], missing: child.missing };
    }
    case 'compare': {
      const left = operand(condition.left, frame, tracer);
      const right =
        condition.right === undefined ? undefined : operand(condition.right, frame, tracer);
      return {
        clause: condition,
        result,
        left,
        right,
        children: [],
        missing: missing(),
      };
    }
    case 'quantified': {
      const { source, quantifier } = condition;
      const claims = quantifier === 'every' || quantifier === 'none';
      return {
        clause: condition,
        result,
        children: detail.elements
          ? traceElements(condition, claims, result, frame, aliases, tracer)
          : [],
        looked: tracer.look(claims ? selectionOf(source) : source, frame),
        missing: missing(),
      };
    }
    case 'kin':
    case 'path':
      return { clause: condition, result, children: [], missing: missing() };
    case 'outlier':
      return {
        clause: condition,
        result,
        left: operand(condition.value, frame, tracer),
        children: [],
        looked: tracer.look(condition.source, frame),
        missing: missing(),
      };
  }
}

const NOTHING: readonly MissingFact[] = [];

const WHOLE: Detail = { elements: true, missing: true };

/** What is missing is told of the source as a whole. */
const OF_ELEMENT: Detail = { elements: true, missing: false };

/** Of `some`, the elements that decided it, or the first near misses; of `every` and `none`, the first. */
function traceElements(
  { source }: Extract<Condition, { kind: 'quantified' }>,
  claims: boolean,
  result: Truth,
  frame: Frame,
  aliases: AliasNames,
  tracer: Tracer,
): readonly ClauseTrace[] {
  const { where } = source;
  if (where === undefined) return [];
  const inner = namesWithin(source, aliases, tracer);
  const onlyTrue = !claims && result === true;
  // Sources within a source have the slots after it.
  const shown = Math.min(source.alias.slot, slotOfHolder(source)) === 0 ? SHOWN : SHOWN_WITHIN;
  const children: ClauseTrace[] = [];
  tracer.scope.scan(onlyTrue ? source : selectionOf(source))(frame, () => {
    if (onlyTrue && tracer.test(where, frame) !== true) return 'any';
    children.push(tracer.trace(where, frame, inner, OF_ELEMENT));
    return children.length === shown ? 'none' : 'any';
  });
  return children;
}

/** Of the record that is an element of a source, or holds it. */
function slotOfHolder(source: RecordSource): number {
  return source.in.kind === 'each' ? source.in.recordAlias.slot : source.alias.slot;
}

/** The elements that a source looked at: how many, and the first of them that are records or lie in one. */
export function lookAt(source: RecordSource, frame: Frame, tracer: Tracer): LookedAt {
  const certain: RecordNode[] = [];
  const possible: RecordNode[] = [];
  let certainCount = 0;
  let possibleCount = 0;
  const slot = slotOfHolder(source);
  const open = tracer.scope.scan(source)(frame, (member) => {
    const list = member === true ? certain : possible;
    if (member === true) certainCount += 1;
    else possibleCount += 1;
    const element = frame.elements[slot];
    if (typeof element === 'object' && isRecordNode(element) && list.length < SHOWN)
      list.push(element);
    return 'any';
  });
  return { certain, possible, certainCount, possibleCount, open };
}

function operand(expression: Expression, frame: Frame, tracer: Tracer): OperandTrace {
  const value = tracer.read(expression, frame);
  if (expression.kind === 'parameter') {
    const inForceNow = valueInForce(tracer.policy.parameters.get(expression.id), frame.law);
    return { expression, value, parameter: { id: expression.id, inForce: inForceNow } };
  }
  if (expression.kind === 'aggregate' || expression.kind === 'lookup') {
    return { expression, value, looked: tracer.look(expression.source, frame) };
  }
  return { expression, value };
}
