import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { dayOf } from '../values/date.js';
import { ALWAYS, contains, type Interval, intersect, printEnd, uncovered } from './interval.js';

const seed = Number(process.env.QINGDAN_SEED ?? 20260301);
vi.setConfig({ testTimeout: 60_000 });

const from = (day: number | undefined, until?: number): Interval => ({ from: day, until });

const interval: fc.Arbitrary<Interval> = fc
  .tuple(
    fc.option(fc.integer({ min: -9, max: 9 }), { nil: undefined }),
    fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined }),
    fc.integer({ min: -9, max: 9 }),
  )
  .map(([start, length, end]) =>
    from(start, length === undefined ? undefined : start === undefined ? end : start + length),
  );
const DAYS = Array.from({ length: 60 }, (_, index) => index - 30);

describe('intervals', () => {
  it.each<[Interval, number, boolean]>([
    [from(1, 5), 0, false],
    [from(1, 5), 1, true],
    [from(1, 5), 4, true],
    [from(1, 5), 5, false],
    [from(undefined, 5), -999, true],
    [from(1), 999, true],
    [ALWAYS, 0, true],
  ])('%o holds %s: %s', (each, day, expected) => {
    expect(contains(each, day)).toBe(expected);
  });

  it.each<[Interval, Interval, Interval | undefined]>([
    [from(1, 5), from(3, 9), from(3, 5)],
    [from(1, 5), from(5, 9), undefined],
    [from(1, 5), ALWAYS, from(1, 5)],
    [from(undefined, 5), from(3), from(3, 5)],
    [ALWAYS, ALWAYS, ALWAYS],
  ])('%o and %o share %o', (a, b, expected) => {
    expect(intersect(a, b)).toEqual(expected);
  });

  it.each<[string, Interval, readonly Interval[], readonly Interval[]]>([
    ['nothing covers', from(1, 9), [], [from(1, 9)]],
    ['all is covered', from(1, 9), [from(0, 5), from(5, 12)], []],
    ['a gap in the middle', from(1, 9), [from(0, 3), from(5, 12)], [from(3, 5)]],
    ['the ends are bare', from(1, 9), [from(3, 5)], [from(1, 3), from(5, 9)]],
    ['without ends', ALWAYS, [from(3, 5)], [from(undefined, 3), from(5)]],
    ['parts in any order', from(1, 9), [from(6, 9), from(1, 2)], [from(2, 6)]],
    ['parts that lie outside', from(1, 9), [from(9, 12), from(-3, 1)], [from(1, 9)]],
  ])('what is uncovered where %s', (_, whole, parts, gaps) => {
    expect(uncovered(whole, parts)).toEqual(gaps);
  });

  it(`share exactly the days of both (seed ${String(seed)})`, () => {
    fc.assert(
      fc.property(interval, interval, (a, b) => {
        const shared = intersect(a, b);
        expect(shared).toEqual(intersect(b, a));
        for (const day of DAYS)
          expect(shared !== undefined && contains(shared, day)).toBe(
            contains(a, day) && contains(b, day),
          );
      }),
      { seed, numRuns: 1000 },
    );
  });

  it(`leave uncovered exactly the days of the whole in no part, each once, in order (seed ${String(seed)})`, () => {
    fc.assert(
      fc.property(interval, fc.array(interval, { maxLength: 5 }), (whole, parts) => {
        const gaps = uncovered(whole, parts);
        for (const day of DAYS) {
          const bare = contains(whole, day) && !parts.some((part) => contains(part, day));
          expect(gaps.filter((gap) => contains(gap, day)).length).toBe(bare ? 1 : 0);
        }
        for (const [index, gap] of gaps.entries())
          if (index > 0) expect(gap.from!).toBeGreaterThan(gaps[index - 1]!.until! - 1);
      }),
      { seed, numRuns: 1000 },
    );
  });

  it('prints an open end as an ellipsis', () => {
    expect(printEnd(undefined)).toBe('…');
    expect(printEnd(dayOf(2026, 2, 3))).toBe('2026-02-03');
  });
});
