import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { type Day, dayOf, printDate } from '../values/date.js';
import { createCalendar, NO_CALENDAR, weekdayOf } from './calendar.js';

const seed = Number(process.env.QINGDAN_SEED ?? 20260301);
vi.setConfig({ testTimeout: 60_000 });

const FIRST = dayOf(2026, 1, 1);
const LAST = dayOf(2026, 12, 31);
const on = (month: number, day: number): Day => dayOf(2026, month, day);
const calendar = createCalendar({
  digest: 'sha256:test',
  first: FIRST,
  last: LAST,
  off: new Set([on(2, 16), on(2, 17), on(2, 18), on(2, 19), on(2, 20), on(2, 23)]),
  working: new Set([on(2, 14), on(2, 28)]),
});

describe('weekdays', () => {
  it.each<[string, Day, number]>([
    ['1970-01-01, a Thursday', 0, 3],
    ['1969-12-29, a Monday', -3, 0],
    ['2026-02-14, a Saturday', on(2, 14), 5],
    ['2026-03-01, a Sunday', on(3, 1), 6],
  ])('%s', (_, day, weekday) => {
    expect(weekdayOf(day)).toBe(weekday);
  });
});

describe('working days', () => {
  it.each<[string, Day, boolean | undefined]>([
    ['an ordinary Tuesday', on(2, 3), true],
    ['an ordinary Saturday', on(2, 7), false],
    ['a holiday on a Monday', on(2, 16), false],
    ['a Saturday worked instead', on(2, 14), true],
    ['the first day of the table', FIRST, true],
    ['the day before it', FIRST - 1, undefined],
    ['the last day of the table', LAST, true],
    ['the day after it', LAST + 1, undefined],
  ])('are told: %s', (_, day, works) => {
    expect(calendar.isWorkday(day)).toBe(works);
  });

  it.each<[string, Day, Day, number | undefined]>([
    ['the same day', on(2, 3), on(2, 3), 0],
    ['the same day outside the table', LAST + 9, LAST + 9, 0],
    ['the first day is not counted', on(2, 3), on(2, 4), 1],
    ['over a holiday', on(2, 13), on(2, 24), 2],
    ['backwards', on(2, 24), on(2, 13), -2],
    ['backwards over nothing', on(2, 8), on(2, 7), 0],
    ['past the end of the table', on(12, 1), LAST + 1, undefined],
    ['from the day before the table', FIRST - 1, FIRST, 1],
    ['from earlier than that', FIRST - 2, FIRST, undefined],
  ])('between two days: %s', (_, from, to, count) => {
    expect(calendar.workdaysBetween(from, to)).toBe(count);
  });

  it.each<[string, Day, number, string | undefined]>([
    ['none', on(2, 7), 0, '2026-02-07'],
    ['one from a Friday before a worked Saturday', on(2, 13), 1, '2026-02-14'],
    ['two, over the holiday', on(2, 13), 2, '2026-02-24'],
    ['one back over the holiday', on(2, 24), -1, '2026-02-14'],
    ['past the end of the table', LAST, 1, undefined],
    ['before its beginning', FIRST, -1, undefined],
  ])('added to a day: %s', (_, from, n, to) => {
    const day = calendar.addWorkdays(from, n);
    expect(day === undefined ? undefined : printDate(day)).toBe(to);
  });

  it(`added and counted agree (seed ${String(seed)})`, () => {
    fc.assert(
      fc.property(
        fc.integer({ min: FIRST, max: LAST }),
        fc.integer({ min: -40, max: 40 }),
        (from, n) => {
          const to = calendar.addWorkdays(from, n);
          if (to === undefined || n === 0) return;
          expect(calendar.isWorkday(to)).toBe(true);
          if (n > 0) expect(calendar.workdaysBetween(from, to)).toBe(n);
          // Counting back leaves out the later day and takes in the earlier one.
          else expect(calendar.workdaysBetween(to - 1, from - 1)).toBe(-n);
        },
      ),
      { seed, numRuns: 1000 },
    );
  });

  it('are unknown of every day without a calendar, weekends and all', () => {
    expect(NO_CALENDAR.isWorkday(0)).toBeUndefined();
    expect(NO_CALENDAR.isWorkday(on(2, 7))).toBeUndefined();
    expect(NO_CALENDAR.addWorkdays(on(2, 3), 1)).toBeUndefined();
    expect(NO_CALENDAR.workdaysBetween(on(2, 3), on(2, 4))).toBeUndefined();
  });
});
