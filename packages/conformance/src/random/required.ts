import type { Operator } from '@qingdan/core';

const UNKNOWN = ['absent', 'null', 'wrong type', 'none'];
const ORDERED = [
  ...UNKNOWN,
  'below',
  'at the limit',
  'above',
  'month, decided',
  'month, open',
  'fraction',
];
const EQUALITY = [...UNKNOWN, 'holds', 'fails', 'month, decided', 'month, open', 'fraction'];
// Of a list, known none is the empty list.
const LISTS = ['absent', 'null', 'wrong type', 'empty list', 'holds', 'fails'];
const TEXTS = [...UNKNOWN, 'holds', 'fails'];

/** The classes of value that every operator must meet at least a hundred times in a run. */
export const REQUIRED: Readonly<Record<Operator, readonly string[]>> = {
  equal: EQUALITY,
  notEqual: EQUALITY,
  lessThan: ORDERED,
  lessThanInclusive: ORDERED,
  greaterThan: ORDERED,
  greaterThanInclusive: ORDERED,
  in: EQUALITY,
  notIn: EQUALITY,
  contains: LISTS,
  doesNotContain: LISTS,
  overlaps: LISTS,
  subsetOf: LISTS,
  covers: LISTS,
  overlapsPeriod: TEXTS,
  startsWith: TEXTS,
  mentions: TEXTS,
  present: [...UNKNOWN, 'empty list', 'holds', 'month, decided', 'fraction'],
  absent: [...UNKNOWN, 'empty list', 'fails', 'month, decided', 'fraction'],
};
