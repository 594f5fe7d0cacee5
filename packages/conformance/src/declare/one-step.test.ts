import { expect, it } from 'vitest';
import { type NaiveEvent, naively } from './naive.js';

const any = (): boolean => true;
const logOf = (count: number): readonly NaiveEvent[] =>
  Array.from({ length: count }, (_, day) => ({ step: 'a', day, amount: 0, by: 'P1' }));
const outcomes = (template: string, count: number): readonly string[] =>
  naively(logOf(count), { template, own: any, target: any, together: any, days: undefined }, count);

it.each([
  'response',
  'precedence',
  'alternateResponse',
  'alternatePrecedence',
  'chainResponse',
  'chainPrecedence',
])('%s of one and the same step is never kept, however often that is done', (template) => {
  for (const count of [1, 2, 3, 7])
    expect(outcomes(template, count).every((each) => each.includes('fulfilled'))).toBe(false);
});

it.each(['notResponse', 'notPrecedence', 'notChainResponse'])(
  '%s of one and the same step is kept where that is done once',
  (template) => {
    expect(outcomes(template, 1).some((each) => each.includes('violated'))).toBe(false);
    expect(outcomes(template, 2).some((each) => each.includes('violated'))).toBe(true);
  },
);
