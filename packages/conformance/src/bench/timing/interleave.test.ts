import { describe, expect, it } from 'vitest';
import { interleave } from './interleave.js';
import { runner } from './runner.js';
import { median, ratios } from './statistics.js';

describe('rounds', () => {
  const inputs = [1, 2, 3, 4, 5];
  const log: string[] = [];
  const contender = (name: string) =>
    runner(name, {
      inputs,
      judge: (input: number) => {
        if (log.at(-1) !== name) log.push(name);
        return input;
      },
      idsOf: (input) => [String(input)],
      sizeOf: (size) => size,
    });

  it('take contenders in turn, each round beginning with another', async () => {
    const [a, b] = [contender('a'), contender('b')];
    const timings = await interleave([a, b], inputs.length, { warmUp: 0, rounds: 3, budget: 0 });
    // Two turns in a row of the same one look like one here: the end of a round and the beginning of the next.
    expect(log).toEqual(['a', 'b', 'a', 'b', 'a']);
    expect(timings.get(a)).toHaveLength(3);
    expect(timings.get(b)?.every((nanoseconds) => nanoseconds > 0)).toBe(true);
  });
});

describe('what comes of rounds', () => {
  it.each([
    [[3, 1, 2], 2],
    [[4, 1, 2, 3], 2.5],
  ])('the median of %j is %d', (numbers, expected) => {
    expect(median(numbers)).toBe(expected);
  });

  it('is compared round by round', () => {
    expect(ratios([2, 30, 4], [1, 10, 4])).toEqual({ middle: 2, least: 1, most: 3 });
  });
});
