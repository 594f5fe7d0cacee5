import type { Condition } from '@qingdan/core';

/** Whether a condition reads well before the noun it describes: one or two comparisons without alternatives. */
export function isShort(condition: Condition): boolean {
  return leaves(condition) <= 2;
}

function leaves(condition: Condition): number {
  if (condition.says !== undefined) return 9;
  switch (condition.kind) {
    case 'compare':
      return isPlain(condition) ? 1 : 9;
    case 'all':
      return condition.of.length === 0
        ? 9
        : condition.of.reduce((count, part) => count + leaves(part), 0);
    case 'not':
      return condition.of.kind === 'compare' ? leaves(condition.of) : 9;
    case 'any':
    case 'named':
    case 'quantified':
    case 'kin':
    case 'path':
    case 'outlier':
      return 9;
  }
}

function isPlain({ left, right }: Extract<Condition, { kind: 'compare' }>): boolean {
  const plain = new Set(['literal', 'fact', 'parameter']);
  return left.kind === 'fact' && (right === undefined || plain.has(right.kind));
}
