import { describe, expect, it } from 'vitest';
import { geometricMean } from './pace.js';

describe('the pace of a machine', () => {
  it.each([
    ['twice as slow and twice as quick make neither', [2, 0.5], 1],
    ['one factor is the mean of itself', [3], 3],
    ['three factors are weighed alike', [1, 2, 4], 2],
  ])('%s', (_, factors, mean) => {
    expect(geometricMean(factors)).toBeCloseTo(mean);
  });
});
