import type { Condition, Expression } from '@qingdan/core';
import { either, flip, type Use } from './sign.js';
import type { Signs } from './create-signs.js';
import { usesInElements, usesInClaim } from './source.js';

/** How the parameters in a condition move its truth, false being lower than true. */
export function usesInCondition(condition: Condition, signs: Signs): Use[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.of.flatMap((part) => signs.condition(part));
    case 'not':
      return flip(signs.condition(condition.of));
    case 'named':
      return [...signs.named(condition.name)];
    case 'compare':
      return usesInComparison(condition, signs);
    case 'quantified':
      switch (condition.quantifier) {
        case 'some':
        case 'exists':
          return usesInElements(condition.source, signs);
        case 'none':
          return flip(usesInElements(condition.source, signs));
        case 'every':
          return usesInClaim(condition.source, signs);
      }
    case 'kin':
      return either([...signs.expression(condition.of), ...signs.expression(condition.with)]);
    case 'path':
      return [
        ...either([...signs.expression(condition.from), ...signs.expression(condition.to)]),
        ...condition.through.flatMap((link) =>
          link.kind === 'record' ? usesInElements(link.source, signs) : [],
        ),
      ];
    case 'outlier':
      return [
        ...either(signs.expression(condition.value)),
        ...either(usesInElements(condition.source, signs)),
        ...flip(signs.expression(condition.above)),
      ];
  }
}

function usesInComparison(
  { operator, left, right }: Extract<Condition, { kind: 'compare' }>,
  signs: Signs,
): Use[] {
  const first = signs.expression(left);
  const second = signs.expression(right);
  switch (operator) {
    case 'greaterThan':
    case 'greaterThanInclusive':
    case 'covers':
      return [...first, ...flip(second)];
    case 'lessThan':
    case 'lessThanInclusive':
    case 'subsetOf':
      return [...flip(first), ...second];
    case 'in':
    case 'mentions':
      return [...either(first), ...second];
    case 'notIn':
      return [...either(first), ...flip(second)];
    case 'contains':
      return [...first, ...either(second)];
    case 'doesNotContain':
      return [...flip(first), ...either(second)];
    case 'overlaps':
      return [...first, ...second];
    case 'equal':
      return [...againstBoolean(first, right), ...againstBoolean(second, left)];
    case 'notEqual':
      return flip([...againstBoolean(first, right), ...againstBoolean(second, left)]);
    case 'overlapsPeriod':
    case 'startsWith':
      return either([...first, ...second]);
    case 'present':
    case 'absent':
      return [];
  }
}

/** `x equal true` moves with x, `x equal false` against it. */
function againstBoolean(uses: readonly Use[], other: Expression | undefined): Use[] {
  if (other?.kind !== 'literal' || typeof other.value !== 'boolean') return either(uses);
  return other.value ? [...uses] : flip(uses);
}
