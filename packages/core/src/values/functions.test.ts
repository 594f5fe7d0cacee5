import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { createCalendar, NO_CALENDAR } from '../time/calendar.js';
import { type CalendarUnit, dayOf, parseDate } from './date.js';
import { Duration, type DurationUnit } from './duration.js';
import { fraction } from './exact.js';
import {
  arithmetic,
  type Arithmetic,
  calendarBounds,
  type Elapsed,
  elapsed,
  partOf,
  shift,
  shiftDay,
  without,
} from './functions.js';
import { between, highOf, isQuantity, lowOf, type Quantity, Range } from './range.js';
import { NONE, type Value } from './value.js';

const seed = Number(process.env.QINGDAN_SEED ?? 20260301);
vi.setConfig({ testTimeout: 60_000 });
const unknown = undefined;
const on = (text: string): Value => parseDate(text);

/** 2026 without holidays. */
const calendar = createCalendar({
  digest: 'sha256:test',
  first: dayOf(2026, 1, 1),
  last: dayOf(2026, 12, 31),
  off: new Set(),
  working: new Set(),
});

function holds(quantity: Value, point: number): boolean {
  if (quantity === undefined) return true;
  if (!isQuantity(quantity)) return false;
  const low = lowOf(quantity);
  const high = highOf(quantity);
  return (
    (low === undefined || (low as number) <= point) &&
    (high === undefined || point <= (high as number))
  );
}

const day = fc.oneof(
  fc.integer({ min: dayOf(1990, 1, 1), max: dayOf(2040, 12, 31) }),
  fc.integer({ min: dayOf(2025, 12, 1), max: dayOf(2027, 2, 1) }),
);
/** A range of days, with one of them. */
const vagueDay = fc
  .tuple(
    day,
    fc.nat({ max: 40 }),
    fc.nat({ max: 40 }),
    fc.constantFrom('closed', 'low', 'high', 'both'),
  )
  .map(([point, before, after, bounds]): { quantity: Quantity; point: number } => ({
    quantity: between(
      bounds === 'high' ? undefined : point - before,
      bounds === 'low' ? undefined : point + after,
    )!,
    point,
  }));

describe('arithmetic', () => {
  it.each<[Arithmetic, Value, Value, Value]>([
    ['ratio', 1, 3, fraction(1n, 3n)],
    ['ratio', 1, 0, unknown],
    ['difference', 5, 7, -2],
    ['product', 5, 7, 35],
    ['difference', unknown, NONE, unknown],
    ['difference', NONE, 1, NONE],
    ['product', 1, NONE, NONE],
    ['product', 'a', 1, unknown],
    ['difference', new Range(1, 2), 1, new Range(0, 1)],
  ])('%s of %s and %s is %s', (name, a, b, expected) => {
    expect(arithmetic(name, a, b)).toEqual(expected);
  });
});

describe('elapsed time', () => {
  it.each<[Elapsed, string, string, Value]>([
    ['days', '2026-02-03', '2026-02-03', 0],
    ['days', '2026-02-03', '2026-02-10', 7],
    ['days', '2026-02-10', '2026-02-03', -7],
    ['months', '2026-01-31', '2026-02-28', 1],
    ['years', '2008-02-29', '2026-02-28', 18],
    ['years', '2008-03-01', '2026-02-28', 17],
    ['workdays', '2026-02-06', '2026-02-10', 2],
    ['days', '2026-02', '2026-03-01', new Range(1, 28)],
    ['days', '2026-02', '2026-03', new Range(1, 58)],
    ['months', '2026-01', '2026-03-31', 2],
    ['years', '2008', '2026-06-30', new Range(17, 18)],
    ['workdays', '2026-12-31', '2027-01-05', unknown],
    ['workdays', '2026-12-30', '2027-01', unknown],
    ['workdays', '2026-12', '2026-12-31', new Range(0, 22)],
  ])('in %s from %s to %s', (name, from, to, expected) => {
    expect(elapsed(name, on(from), on(to), calendar)).toEqual(expected);
  });

  it.each<[Value, Value, Value]>([
    [unknown, NONE, unknown],
    [NONE, 5, NONE],
    [5, NONE, NONE],
    ['a', 5, unknown],
  ])('from %s to %s is %s', (from, to, expected) => {
    expect(elapsed('days', from, to, calendar)).toBe(expected);
  });

  it.each<Elapsed>(['days', 'months', 'years', 'workdays'])(
    `in %s holds what lies between any two of the days (seed ${String(seed)})`,
    (name) => {
      fc.assert(
        fc.property(vagueDay, vagueDay, (from, to) => {
          const point = elapsed(name, from.point, to.point, calendar);
          const range = elapsed(name, from.quantity, to.quantity, calendar);
          if (point === undefined) return;
          expect(holds(range, point as number)).toBe(true);
        }),
        { seed, numRuns: 2000 },
      );
    },
  );
});

describe('a shifted day', () => {
  it.each<[string, number, DurationUnit, boolean, string]>([
    ['2026-02-03', 5, 'days', false, '2026-02-08'],
    ['2026-02-03', 5, 'days', true, '2026-01-29'],
    ['2026-01-31', 1, 'months', false, '2026-02-28'],
    ['2026-03-31', 1, 'months', true, '2026-02-28'],
    ['2024-02-29', 1, 'years', false, '2025-02-28'],
    ['2026-02-06', 1, 'workdays', false, '2026-02-09'],
    ['2026-02-09', 1, 'workdays', true, '2026-02-06'],
    ['2026-02-07', 0, 'workdays', false, '2026-02-07'],
    ['2026-02', 1, 'years', false, '2027-02'],
  ])('%s by %s %s, backwards %s, is %s', (from, count, unit, backwards, to) => {
    expect(shift(on(from), new Duration(count, unit), backwards, calendar)).toEqual(on(to));
  });

  it.each<[string, Value, Value, Value]>([
    ['an unknown day', unknown, new Duration(1, 'days'), unknown],
    ['no day', NONE, new Duration(1, 'days'), NONE],
    ['by an unknown length', 5, unknown, unknown],
    ['by no length', 5, NONE, NONE],
    ['by what is no length', 5, 1, unknown],
    ['past the calendar', dayOf(2026, 12, 31), new Duration(1, 'workdays'), unknown],
    [
      'partly past it',
      new Range(dayOf(2026, 12, 30), dayOf(2026, 12, 31)),
      new Duration(1, 'workdays'),
      new Range(dayOf(2026, 12, 31), undefined),
    ],
  ])('of %s', (_, date, by, expected) => {
    expect(shift(date, by, false, calendar)).toEqual(expected);
  });

  it(`lies in the shifted range (seed ${String(seed)})`, () => {
    const length = fc
      .tuple(
        fc.nat({ max: 40 }),
        fc.constantFrom<DurationUnit>('days', 'workdays', 'months', 'years'),
      )
      .map(([count, unit]) => new Duration(count, unit));
    fc.assert(
      fc.property(vagueDay, length, fc.boolean(), ({ quantity, point }, by, backwards) => {
        const moved = shiftDay(point, by, backwards, calendar);
        if (moved === undefined) return;
        expect(holds(shift(quantity, by, backwards, calendar), moved)).toBe(true);
      }),
      { seed, numRuns: 3000 },
    );
  });

  it('by working days is unknown without a calendar', () => {
    expect(shift(5, new Duration(1, 'workdays'), false, NO_CALENDAR)).toBeUndefined();
  });
});

describe('a part of a date', () => {
  it.each<[string, CalendarUnit, Value]>([
    ['2026-02-03', 'year', 2026],
    ['2026-02-03', 'quarter', 1],
    ['2026-12-31', 'quarter', 4],
    ['2026-02-03', 'month', 2],
    ['2026-02', 'month', 2],
    ['2026-02', 'quarter', 1],
    ['2026', 'year', 2026],
    ['2026', 'month', new Range(1, 12)],
    ['2026', 'quarter', new Range(1, 4)],
  ])('of %s: its %s', (date, unit, expected) => {
    expect(partOf(on(date), unit)).toEqual(expected);
  });

  it.each<[string, Value, CalendarUnit, Value]>([
    ['an unknown date', unknown, 'year', unknown],
    ['no date', NONE, 'year', NONE],
    ['what is no date', 'a', 'year', unknown],
    ['a range without end', new Range(0, undefined), 'year', unknown],
    [
      'the month over the turn of a year',
      new Range(dayOf(2025, 12, 1), dayOf(2026, 1, 31)),
      'month',
      unknown,
    ],
    [
      'the year over its turn',
      new Range(dayOf(2025, 12, 1), dayOf(2026, 1, 31)),
      'year',
      new Range(2025, 2026),
    ],
  ])('of %s', (_, date, unit, expected) => {
    expect(partOf(date, unit)).toEqual(expected);
  });

  it.each<CalendarUnit>(['month', 'quarter', 'year'])(
    `the %s of any day lies in that of its range, and so do its bounds (seed ${String(seed)})`,
    (unit) => {
      fc.assert(
        fc.property(vagueDay, ({ quantity, point }) => {
          expect(holds(partOf(quantity, unit), partOf(point, unit) as number)).toBe(true);
          const { first, last } = calendarBounds(point, unit);
          const bounds = calendarBounds(quantity, unit);
          expect(holds(bounds.first, first as number)).toBe(true);
          expect(holds(bounds.last, last as number)).toBe(true);
        }),
        { seed, numRuns: 1000 },
      );
    },
  );
});

describe('the difference of lists', () => {
  it.each<[string, Value, Value, Value]>([
    ['leaves the rest in order', ['a', 'b', 'c'], ['b'], ['a', 'c']],
    ['keeps repetitions', ['a', 'a'], ['b'], ['a', 'a']],
    ['of an empty list', [], ['a'], []],
    ['is unknown of an unknown member', ['a', unknown], ['b'], unknown],
    ['is unknown where a removed one is', ['a'], [unknown], unknown],
    ['tells what is removed for sure', ['a'], ['a', unknown], []],
    ['of an empty list, whatever is removed', [], unknown, []],
    ['is none where there is no list', NONE, ['a'], NONE],
    ['is none then whatever is removed', NONE, unknown, NONE],
    ['is the list where none is removed', ['a'], NONE, ['a']],
    ['is unknown of an unknown list', unknown, [], unknown],
    ['is unknown of one even where none is removed', unknown, NONE, unknown],
    ['is unknown of what is no list', 'a', [], unknown],
    ['of a range that may be removed', [new Range(1, 2)], [1], unknown],
    ['of a range that is not', [new Range(1, 2)], [3], [new Range(1, 2)]],
  ])('%s', (_, list, removed, expected) => {
    expect(without(list, removed)).toEqual(expected);
  });
});
