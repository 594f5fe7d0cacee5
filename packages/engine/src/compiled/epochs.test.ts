import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { Epochs } from './epochs.js';

const seed = Number(process.env.QINGDAN_SEED ?? 20260301);
vi.setConfig({ testTimeout: 60_000 });

describe('stretches of constant law', () => {
  it.each<[readonly number[], number, number]>([
    [[], -5, 0],
    [[10], 9, 0],
    [[10], 10, 1],
    [[10, 20], 19, 1],
    [[10, 20], 20, 2],
    [[10, 20], 999, 2],
  ])('after changes on %j, day %s lies in number %s', (changes, day, index) => {
    expect(new Epochs(changes).indexOf(day)).toBe(index);
  });

  it('choose once for each', () => {
    expect(new Epochs([10, 20]).map((day) => day)).toEqual([9, 10, 20]);
    expect(new Epochs([]).map((day) => day)).toEqual([0]);
  });

  it(`number every day as their changes say, and have a day of their own (seed ${String(seed)})`, () => {
    const changes = fc.uniqueArray(fc.integer({ min: -20, max: 20 }), { maxLength: 8 });
    fc.assert(
      fc.property(changes, fc.integer({ min: -25, max: 25 }), (days, day) => {
        const epochs = new Epochs(days.sort((a, b) => a - b));
        expect(epochs.indexOf(day)).toBe(days.filter((change) => change <= day).length);
        for (let index = 0; index < epochs.count; index += 1)
          expect(epochs.indexOf(epochs.dayIn(index))).toBe(index);
      }),
      { seed, numRuns: 1000 },
    );
  });
});
