import { createCalendar, type Day, dayOf, Duration, printDate } from '@qingdan/core';
import { describe, expect, it } from 'vitest';
import { dueOf, endOfPeriod, type Pause } from './counting.js';
import { event } from './testing.js';

// Spring Festival of 2026: 15 to 23 February off, the 14th and 28th worked.
const CALENDAR = createCalendar({
  digest: 'test',
  first: dayOf(2026, 1, 1),
  last: dayOf(2026, 3, 31),
  off: new Set([16, 17, 18, 19, 20, 23].map((day) => dayOf(2026, 2, day))),
  working: new Set([14, 28].map((day) => dayOf(2026, 2, day))),
});

const on = (month: number, day: number): Day => dayOf(2026, month, day);
const COUNTING = { includesFirst: false, rolls: true };

function due(from: Day, length: Duration, pauses: readonly Pause[] = [], counting = COUNTING) {
  const { counted, day, yellowFrom, provisional } = dueOf(
    { from: event('a', from), length, counting, yellow: undefined, pauses },
    CALENDAR,
  );
  const show = (value: Day | undefined) => (value === undefined ? '?' : printDate(value));
  return [show(counted), show(day), show(yellowFrom), ...(provisional ? ['provisional'] : [])].join(
    ' ',
  );
}

describe('a time that runs from an event', () => {
  it.each([
    [
      'leaves out the first day',
      on(1, 5),
      new Duration(3, 'days'),
      '2026-01-08 2026-01-08 2026-01-08',
    ],
    [
      'moves a last day that is a rest day',
      on(1, 5),
      new Duration(5, 'days'),
      '2026-01-10 2026-01-12 2026-01-10',
    ],
    [
      'moves over a holiday',
      on(2, 10),
      new Duration(7, 'days'),
      '2026-02-17 2026-02-24 2026-02-17',
    ],
    [
      'doesn’t move from a make-up working day',
      on(2, 10),
      new Duration(4, 'days'),
      '2026-02-14 2026-02-14 2026-02-14',
    ],
    [
      'counts working days over a holiday',
      on(2, 13),
      new Duration(3, 'workdays'),
      '2026-02-25 2026-02-25 2026-02-25',
    ],
    [
      'is yellow on the 18th of 20 working days',
      on(1, 5),
      new Duration(20, 'workdays'),
      '2026-02-02 2026-02-02 2026-01-29',
    ],
    [
      'is yellow after nine tenths of its days',
      on(1, 1),
      new Duration(30, 'days'),
      '2026-01-31 2026-02-02 2026-01-28',
    ],
    [
      'ends on the same day of a later month',
      on(1, 5),
      new Duration(1, 'months'),
      '2026-02-05 2026-02-05 2026-02-02',
    ],
    [
      'ends on the last day of a month that is shorter',
      on(1, 31),
      new Duration(1, 'months'),
      '2026-02-28 2026-02-28 2026-02-26',
    ],
    [
      'is provisional beyond what was published',
      on(3, 30),
      new Duration(3, 'workdays'),
      '2026-04-02 2026-04-02 2026-04-02 provisional',
    ],
  ] as const)('%s', (_, from, length, expected) => {
    expect(due(from, length)).toBe(expected);
  });

  it('may count its first day, and need not move', () => {
    const counting = { includesFirst: true, rolls: false };
    expect(due(on(1, 5), new Duration(6, 'days'), [], counting)).toBe(
      '2026-01-10 2026-01-10 2026-01-10',
    );
  });

  it.each([
    [
      'by the days that it stood still',
      { from: on(1, 7), until: on(1, 10) },
      '2026-01-18 2026-01-19 2026-01-17',
    ],
    [
      'not by a pause that came too late',
      { from: on(1, 20), until: on(1, 25) },
      '2026-01-15 2026-01-15 2026-01-14',
    ],
    ['without end while it stands still', { from: on(1, 7), until: undefined }, '? ? ?'],
  ])('is longer %s', (_, pause, expected) => {
    expect(due(on(1, 5), new Duration(10, 'days'), [pause])).toBe(expected);
  });

  it('stands still for working days only where it counts working days', () => {
    const pause = { from: on(1, 8), until: on(1, 12) };
    // Friday 9 and Monday 12 January are two.
    expect(due(on(1, 5), new Duration(5, 'workdays'), [pause])).toBe(
      '2026-01-14 2026-01-14 2026-01-14',
    );
  });
});

describe('a time after the end of a month, quarter or year', () => {
  const after = (length: Duration | undefined, counting = COUNTING) => {
    const { counted, day, yellowFrom } = endOfPeriod(
      { from: event('a', on(1, 20)), length, counting, yellow: undefined },
      'month',
      length !== undefined,
      CALENDAR,
    );
    const show = (value: Day | undefined) => (value === undefined ? '?' : printDate(value));
    return [show(counted), show(day), show(yellowFrom)].join(' ');
  };

  it.each([
    ['is that end, whatever day it is', undefined, COUNTING, '2026-01-31 2026-01-31 ?'],
    [
      'moves from a rest day as every last day does',
      new Duration(20, 'days'),
      COUNTING,
      '2026-02-20 2026-02-24 2026-02-18',
    ],
    [
      'stays where it is said to',
      new Duration(20, 'days'),
      { ...COUNTING, rolls: false },
      '2026-02-20 2026-02-20 2026-02-18',
    ],
    [
      'counts working days',
      new Duration(5, 'workdays'),
      COUNTING,
      '2026-02-06 2026-02-06 2026-02-06',
    ],
    [
      'ends months where months end',
      new Duration(1, 'months'),
      COUNTING,
      '2026-02-28 2026-02-28 ?',
    ],
  ])('%s', (_what, length, counting, expected) => {
    expect(after(length, counting)).toBe(expected);
  });
});
