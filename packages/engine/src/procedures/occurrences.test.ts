import type { CaseEvent } from '@qingdan/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { on } from '../testing/build.js';
import { Occurrences } from './occurrences.js';
import { event } from './testing.js';

const seed = Number(process.env.QINGDAN_SEED ?? 20_261_005);

type Kind = CaseEvent['kind'];
type Said = readonly [kind: Kind, step?: string, iteration?: number | undefined];

const eventOf = ([kind, step = 'a', iteration]: Said): CaseEvent =>
  event(step, on(1, 5), { kind, iteration });
const numbers = (said: readonly Said[]): number[] => {
  const occurrences = new Occurrences();
  return said.map((each) => occurrences.of(eventOf(each)));
};

/** An end is of the latest beginning of its step and run that has none yet; so are the rests. */
function naive(said: readonly Said[]): number[] {
  const found: number[] = [];
  const ended = new Set<number>();
  let last = 0;
  for (const [at, [kind, step = 'a', iteration]] of said.entries()) {
    let begun: number | undefined;
    for (
      let i = at - 1;
      i >= 0 && begun === undefined && kind !== 'start' && kind !== 'instant';
      i -= 1
    ) {
      const [otherKind, otherStep = 'a', other] = said[i]!;
      const isSame = iteration === undefined || other === undefined || other === iteration;
      if (otherKind === 'start' && otherStep === step && isSame && !ended.has(i)) begun = i;
    }
    if (begun !== undefined && kind === 'complete') ended.add(begun);
    found.push(begun === undefined ? (last += 1) : found[begun]!);
  }
  return found;
}

describe('which time an event belongs to', () => {
  it.each<[string, readonly Said[], readonly number[]]>([
    ['an end to its beginning', [['start'], ['complete']], [1, 1]],
    ['an end to the latest beginning', [['start'], ['start'], ['complete']], [1, 2, 2]],
    [
      'a second end to the beginning that is left',
      [['start'], ['start'], ['complete'], ['complete']],
      [1, 2, 2, 1],
    ],
    [
      'an end to the beginning of its run',
      [
        ['start', 'a', 1],
        ['start', 'a', 2],
        ['complete', 'a', 1],
        ['complete', 'a', 2],
      ],
      [1, 2, 1, 2],
    ],
    [
      'a rest to the latest beginning',
      [['start'], ['start'], ['suspend'], ['resume']],
      [1, 2, 2, 2],
    ],
    ['an end without a beginning to none', [['complete'], ['complete']], [1, 2]],
    [
      'an end to no beginning of another step',
      [
        ['start', 'b'],
        ['complete', 'a'],
      ],
      [1, 2],
    ],
  ])('is told: %s', (_, said, expected) => {
    expect(numbers(said)).toEqual(expected);
    expect(naive(said)).toEqual(expected);
  });

  const said = fc.tuple(
    fc.constantFrom<Kind>('start', 'complete', 'instant', 'suspend', 'resume'),
    fc.constantFrom('a', 'b'),
    fc.constantFrom(undefined, undefined, 1, 2),
  );

  it(`is that of the latest beginning that is open (seed ${String(seed)})`, () => {
    fc.assert(
      fc.property(fc.array(said, { maxLength: 12 }), (events) => {
        expect(numbers(events)).toEqual(naive(events));
      }),
      { seed, numRuns: 2000 },
    );
  });

  it(`is never changed by a beginning that never ended (seed ${String(seed)})`, () => {
    // Each beginning has its end at once: nothing else is left for an open one to take.
    const times = fc.array(fc.constantFrom('a', 'b'), { maxLength: 6 });
    fc.assert(
      fc.property(times, (steps) => {
        const whole = steps.flatMap((step): Said[] => [
          ['start', step],
          ['complete', step],
        ]);
        const [, ...after] = numbers([['start', 'a'], ...whole]);
        expect(after.map((number) => number - 1)).toEqual(numbers(whole));
      }),
      { seed, numRuns: 500 },
    );
  });

  it('is under way until it ends or begins anew', () => {
    const occurrences = new Occurrences();
    const underWay = (...events: Said[]): readonly boolean[] => {
      const of = events.map((each) => occurrences.of(eventOf(each)));
      return of.map((number) => occurrences.isUnderWay(number));
    };
    expect(underWay(['start'], ['start'])).toEqual([false, true]);
    expect(underWay(['complete'])).toEqual([false]);
    expect(underWay(['start', 'a', 1], ['start', 'a', 2])).toEqual([true, true]);
  });
});
