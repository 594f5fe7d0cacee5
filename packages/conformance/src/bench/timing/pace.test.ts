import { describe, expect, it } from 'vitest';
import { geometricMean, pace } from './pace.js';

describe('the pace of a machine', () => {
  it.each([
    ['twice as slow and twice as quick make neither', [2, 0.5], 1],
    ['one factor is the mean of itself', [3], 3],
    ['three factors are weighed alike', [1, 2, 4], 2],
  ])('%s', (_, factors, mean) => {
    expect(geometricMean(factors)).toBeCloseTo(mean);
  });

  it('is a factor, found by timing', async () => {
    const factor = await pace();
    expect(factor).toBeGreaterThan(0);
    expect(Number.isFinite(factor)).toBe(true);
  }, 60_000);
});
