import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import {
  addMonths,
  boundsOf,
  type CalendarUnit,
  civilOf,
  type Day,
  dayOf,
  daysInMonth,
  monthsBetween,
  parseDate,
  printDate,
  printDateRange,
  yearsBetween,
} from './date.js';
import { Range } from './range.js';

const seed = Number(process.env.QINGDAN_SEED ?? 20260301);
vi.setConfig({ testTimeout: 60_000 });
const FIRST = dayOf(1900, 1, 1);
const LAST = dayOf(2100, 12, 31);

const day: fc.Arbitrary<Day> = fc.integer({ min: FIRST, max: LAST });

function on(text: string): Day {
  const date = parseDate(text);
  if (typeof date !== 'number') throw new Error(`${text} is no day`);
  return date;
}

describe('days', () => {
  it('begin with 1970-01-01', () => {
    expect(dayOf(1970, 1, 1)).toBe(0);
    expect(printDate(-1)).toBe('1969-12-31');
  });

  it('agree with the platform’s calendar from 1900 to 2100, every one of them', () => {
    const wrong: string[] = [];
    for (let each = FIRST; each <= LAST; each += 1) {
      const text = printDate(each);
      const { year, month, day: dayOfMonth } = civilOf(each);
      const right =
        text === new Date(each * 86_400_000).toISOString().slice(0, 10) &&
        dayOf(year, month, dayOfMonth) === each &&
        parseDate(text) === each;
      if (!right) wrong.push(text);
    }
    expect(wrong).toEqual([]);
  });

  it.each<[number, number, number]>([
    [2024, 2, 29],
    [2026, 2, 28],
    [1900, 2, 28],
    [2000, 2, 29],
    [2026, 4, 30],
    [2026, 12, 31],
  ])('%s-%s has %s of them', (year, month, count) => {
    expect(daysInMonth(year, month)).toBe(count);
  });
});

describe('reading dates', () => {
  it.each([
    '2026-02-30',
    '2026-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-00-01',
    '2026-13-01',
    '2026-13',
    '2026-00',
    '2026-01-00',
    '2026-01-32',
    '1799-12-31',
    '3000-01-01',
    '26-01-01',
    '2026-1-1',
    '2026/01/01',
    '2026-01-01 ',
    '2026-01-01T00:00',
    '2026年1月1日',
    '',
  ])('refuses %j', (text) => {
    expect(parseDate(text)).toBeUndefined();
  });

  it.each<[string, string, string]>([
    ['2026-02', '2026-02-01', '2026-02-28'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2026-12', '2026-12-01', '2026-12-31'],
    ['2026', '2026-01-01', '2026-12-31'],
  ])('reads %s as the days from %s to %s', (text, first, last) => {
    expect(parseDate(text)).toEqual(new Range(on(first), on(last)));
    expect(printDateRange(parseDate(text) as Range)).toBe(text);
  });

  it.each<[Range, string]>([
    [new Range(on('2026-02-03'), on('2026-02-28')), '2026-02-03..2026-02-28'],
    [new Range(on('2026-01-01'), on('2026-06-30')), '2026-01-01..2026-06-30'],
    [new Range(on('2025-12-01'), on('2026-11-30')), '2025-12-01..2026-11-30'],
    [new Range(on('2026-01-01'), undefined), '…'],
  ])('prints other ranges by their ends', (range, text) => {
    expect(printDateRange(range)).toBe(text);
  });
});

describe('months', () => {
  it.each<[string, number, string]>([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-30', 1, '2026-02-28'],
    ['2026-01-15', 1, '2026-02-15'],
    ['2026-12-31', 2, '2027-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2026-01-31', -13, '2024-12-31'],
    ['2026-05-31', 0, '2026-05-31'],
  ])('%s and %s months is %s', (from, months, to) => {
    expect(printDate(addMonths(on(from), months))).toBe(to);
  });

  it.each<[string, string, number, number]>([
    ['2026-01-31', '2026-02-28', 1, 0],
    ['2026-01-31', '2026-02-27', 0, 0],
    ['2026-01-15', '2026-02-14', 0, 0],
    ['2026-02-28', '2026-01-31', -1, 0],
    ['2008-02-29', '2026-02-28', 216, 18],
    ['2008-02-29', '2026-02-27', 215, 17],
    ['2026-02-28', '2008-02-29', -216, -18],
    ['2026-02-03', '2026-02-03', 0, 0],
  ])('from %s to %s are %s whole months and %s whole years', (from, to, months, years) => {
    expect(monthsBetween(on(from), on(to))).toBe(months);
    expect(yearsBetween(on(from), on(to))).toBe(years);
  });

  it(`between two days are the most that fit, and never -0 (seed ${String(seed)})`, () => {
    fc.assert(
      fc.property(day, day, (a, b) => {
        const [from, to] = a <= b ? [a, b] : [b, a];
        const months = monthsBetween(from, to);
        expect(addMonths(from, months)).toBeLessThanOrEqual(to);
        expect(addMonths(from, months + 1)).toBeGreaterThan(to);
        expect(monthsBetween(to, from) + months).toBe(0);
        expect(Object.is(monthsBetween(to, from), -0)).toBe(false);
        expect(yearsBetween(from, to)).toBe(Math.floor(months / 12));
        expect(Object.is(yearsBetween(to, from), -0)).toBe(false);
      }),
      { seed, numRuns: 2000 },
    );
  });

  it(`added to later days give later days (seed ${String(seed)})`, () => {
    fc.assert(
      fc.property(day, fc.nat({ max: 40 }), fc.integer({ min: -60, max: 60 }), (from, more, n) => {
        expect(addMonths(from, n)).toBeLessThanOrEqual(addMonths(from + more, n));
      }),
      { seed, numRuns: 2000 },
    );
  });

  it(`keep the day of the month or end in the last one (seed ${String(seed)})`, () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -600, max: 600 }), (from, n) => {
        const before = civilOf(from);
        const after = civilOf(addMonths(from, n));
        const moved = (after.year - before.year) * 12 + after.month - before.month;
        expect(moved).toBe(n);
        expect(after.day).toBe(Math.min(before.day, daysInMonth(after.year, after.month)));
      }),
      { seed, numRuns: 1000 },
    );
  });
});

describe('bounds of the calendar', () => {
  it.each<[string, CalendarUnit, string, string]>([
    ['2026-02-03', 'month', '2026-02-01', '2026-02-28'],
    ['2026-02-03', 'quarter', '2026-01-01', '2026-03-31'],
    ['2026-06-30', 'quarter', '2026-04-01', '2026-06-30'],
    ['2026-12-31', 'quarter', '2026-10-01', '2026-12-31'],
    ['2026-02-03', 'year', '2026-01-01', '2026-12-31'],
  ])('%s lies in the %s from %s to %s', (date, unit, first, last) => {
    expect(boundsOf(on(date), unit)).toEqual({ first: on(first), last: on(last) });
  });
});
