/** Every operator of a comparison. `present` and `absent` take no right side. */
export const OPERATORS = [
  'equal',
  'notEqual',
  'lessThan',
  'lessThanInclusive',
  'greaterThan',
  'greaterThanInclusive',
  'in',
  'notIn',
  'contains',
  'doesNotContain',
  'overlaps',
  'subsetOf',
  'covers',
  'overlapsPeriod',
  'startsWith',
  'mentions',
  'present',
  'absent',
] as const;

export type Operator = (typeof OPERATORS)[number];

/** Operators that say the negation of another one, none included. */
export const NEGATIONS = {
  notEqual: 'equal',
  notIn: 'in',
  doesNotContain: 'contains',
  absent: 'present',
} as const satisfies Partial<Record<Operator, Operator>>;

export function isUnary(operator: Operator): operator is 'present' | 'absent' {
  return operator === 'present' || operator === 'absent';
}
