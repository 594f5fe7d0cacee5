import { describe, expect, it } from 'vitest';
import { policyOf, worldOf } from '../testing/build.js';
import { isWhole } from './whole.js';

const policy = policyOf({});
const LAW = 50;
const CLOCK = 100;

describe('whether everything of a kind is known', () => {
  it.each<[string, string, { from?: number; until?: number } | undefined, boolean]>([
    ['a register complete on the day of the law', 'officer', { from: 40, until: 60 }, true],
    ['a register complete before it only', 'officer', { from: 40, until: 50 }, false],
    ['a register complete after it only', 'officer', { from: 51 }, false],
    ['a register that was never declared', 'officer', undefined, false],
    ['transactions complete since ever and up to the clock', 'payment', {}, true],
    ['transactions complete on the day of the law only', 'payment', { from: 40, until: 60 }, false],
    ['transactions complete since some day', 'payment', { from: 0 }, false],
  ])('%s', (_, kind, book, expected) => {
    const { records } = worldOf([], book === undefined ? [] : [{ kind, ...book }], CLOCK);
    expect(isWhole(kind, 'V1', LAW, policy, records)).toBe(expected);
  });

  it('is never known of a register on a day that has not come', () => {
    const { records } = worldOf([], [{ kind: 'officer' }], CLOCK);
    expect(isWhole('officer', 'V1', CLOCK + 1, policy, records)).toBe(false);
  });
});
