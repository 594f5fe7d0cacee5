import { type Condition, inForce, type MissingFact } from '@qingdan/core';
import { selectionOf } from '../compiled/condition.js';
import type { Frame } from '../compiled/frame.js';
import { isWhole } from '../world/whole.js';
import { ASKED } from './asked.js';
import { type AliasNames, kindLabel, noAliases } from './labels.js';
import { missingValues, namesWithin } from './missing-expression.js';
import { runFact } from './missing-path.js';
import type { Tracer } from './tracer.js';

/** Why a condition that is unknown is so: the facts under every unknown part of it. */
export function missingInUnknown(
  condition: Condition,
  frame: Frame,
  aliases: AliasNames,
  tracer: Tracer,
): readonly MissingFact[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.of.flatMap((part) => tracer.missingInCondition(part, frame, aliases));
    case 'not':
      return tracer.missingInUnknown(condition.of, frame, aliases);
    case 'named': {
      const named = inForce(tracer.policy.conditions.get(condition.name), frame.law);
      // As in its test: within a source, the elements in scope must stay where they are.
      return named === undefined
        ? []
        : tracer.missingInUnknown(named.is, frame.apart(), noAliases(frame.record.record));
    }
    case 'compare':
      return [condition.left, ...(condition.right === undefined ? [] : [condition.right])].flatMap(
        (part) => tracer.missingIn(part, frame, aliases),
      );
    case 'quantified':
      return missingInQuantified(condition, frame, aliases, tracer);
    case 'kin': {
      const ends = missingInAll([condition.of, condition.with], frame, aliases, tracer);
      return ends.length > 0 ? ends : [kinship(tracer)];
    }
    case 'path': {
      const ends = missingInAll([condition.from, condition.to], frame, aliases, tracer);
      if (ends.length > 0) return ends;
      return condition.through.flatMap((link): readonly MissingFact[] => {
        if (link.kind === 'record') return tracer.missingInSource(link.source, frame, aliases);
        const kind = kinshipKind(tracer);
        return isWhole(kind, undefined, frame.law, tracer.policy, frame.world.records)
          ? []
          : [kinship(tracer)];
      });
    }
    case 'outlier':
      return [
        ...missingInAll([condition.value, condition.above], frame, aliases, tracer),
        ...tracer.missingInSource(condition.source, frame, aliases),
        ...missingValues(condition.source, condition.of, frame, aliases, tracer),
      ];
  }
}

/** Whether a condition asks for one element that certainly counts. */
export function isSought(
  condition: Condition,
): condition is Extract<Condition, { kind: 'quantified' }> {
  return (
    condition.kind === 'quantified' &&
    (condition.quantifier === 'some' || condition.quantifier === 'exists')
  );
}

/** Of `every` and `none` each element may leave it open, of `some` and `exists` which elements there are. */
function missingInQuantified(
  condition: Extract<Condition, { kind: 'quantified' }>,
  frame: Frame,
  aliases: AliasNames,
  tracer: Tracer,
): readonly MissingFact[] {
  const { source } = condition;
  if (isSought(condition)) return tracer.missingInSource(source, frame, aliases);
  const selection = selectionOf(source);
  const { where } = source;
  const missing: MissingFact[] = [];
  if (where !== undefined) {
    const inner = namesWithin(source, aliases, tracer);
    let asked = 0;
    tracer.scope.scan(selection)(frame, () => {
      const lacking = tracer.missingInCondition(where, frame, inner);
      missing.push(...lacking);
      if (lacking.length > 0) asked += 1;
      return asked === ASKED ? 'none' : 'any';
    });
  }
  return [...missing, ...tracer.missingInSource(selection, frame, aliases)];
}

function missingInAll(
  parts: readonly Parameters<Tracer['missingIn']>[0][],
  frame: Frame,
  aliases: AliasNames,
  tracer: Tracer,
): readonly MissingFact[] {
  return parts.flatMap((part) => tracer.missingIn(part, frame, aliases));
}

function kinshipKind({ policy }: Tracer): string {
  return policy.relations?.record ?? 'kinship';
}

function kinship(tracer: Tracer): MissingFact {
  const kind = kinshipKind(tracer);
  return runFact(kind, kindLabel(tracer.policy, kind), `register ${kind}`, tracer);
}
