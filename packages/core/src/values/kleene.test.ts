import { describe, expect, it } from 'vitest';
import { and, not, or, type Truth } from './kleene.js';

const unknown = undefined;
const TRUTHS: readonly Truth[] = [true, false, unknown];

describe('three-valued truth', () => {
  it.each<[Truth, Truth]>([
    [true, false],
    [false, true],
    [unknown, unknown],
  ])('not %s is %s', (truth, negated) => {
    expect(not(truth)).toBe(negated);
  });

  it.each<[Truth, Truth, Truth, Truth]>([
    [true, true, true, true],
    [true, false, false, true],
    [true, unknown, unknown, true],
    [false, true, false, true],
    [false, false, false, false],
    [false, unknown, false, unknown],
    [unknown, true, unknown, true],
    [unknown, false, false, unknown],
    [unknown, unknown, unknown, unknown],
  ])('%s and, or %s is %s, %s', (left, right, both, either) => {
    expect(and(left, right)).toBe(both);
    expect(or(left, right)).toBe(either);
  });

  it('keeps De Morgan’s laws for every pair', () => {
    for (const a of TRUTHS)
      for (const b of TRUTHS) {
        expect(not(and(a, b))).toBe(or(not(a), not(b)));
        expect(not(or(a, b))).toBe(and(not(a), not(b)));
      }
  });

  it('decides nothing from an unknown part that a known part could still undo', () => {
    for (const a of TRUTHS)
      for (const join of [and, or]) {
        const vague = join(a, unknown);
        if (vague === undefined) continue;
        expect(join(a, true)).toBe(vague);
        expect(join(a, false)).toBe(vague);
      }
  });
});
