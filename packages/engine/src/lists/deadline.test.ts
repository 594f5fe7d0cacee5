import { createCalendar, dayOf, Duration, Range, type Value } from '@qingdan/core';
import { expect, it } from 'vitest';
import { rollForward } from './deadline.js';

/** February 2026, with a holiday from Saturday the 14th to Monday the 23rd. */
const calendar = createCalendar({
  digest: 'test',
  first: dayOf(2026, 2, 1),
  last: dayOf(2026, 2, 28),
  off: new Set([16, 17, 18, 19, 20, 23].map((day) => dayOf(2026, 2, day))),
  working: new Set(),
});
const on = (month: number, day: number) => dayOf(2026, month, day);
const DAYS = new Duration(5, 'days');

it.each<[string, Value, Value]>([
  ['a working day stays', on(2, 3), on(2, 3)],
  ['a weekend moves to Monday', on(2, 7), on(2, 9)],
  ['a holiday moves to the day after it', on(2, 16), on(2, 24)],
  ['a month moves at both ends', new Range(on(2, 1), on(2, 22)), new Range(on(2, 2), on(2, 24))],
  ['past the calendar it is not earlier', on(3, 2), new Range(on(3, 2), undefined)],
  ['a weekend at its end moves past it', on(2, 28), new Range(on(3, 1), undefined)],
  ["what isn't known stays so", undefined, undefined],
])('a last day: %s', (_, due, expected) => {
  expect(rollForward(due, DAYS, calendar)).toEqual(expected);
});

it('counted in working days it needs no moving', () => {
  expect(rollForward(on(3, 7), new Duration(5, 'workdays'), calendar)).toBe(on(3, 7));
});
