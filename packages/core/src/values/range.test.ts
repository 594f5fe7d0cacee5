import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import {
  addExact,
  compareExact,
  divideExact,
  type Exact,
  fraction,
  multiplyExact,
  subtractExact,
} from './exact.js';
import {
  addQuantities,
  between,
  divideQuantities,
  highOf,
  isQuantity,
  lowOf,
  multiplyQuantities,
  negateQuantity,
  type Quantity,
  Range,
  subtractQuantities,
} from './range.js';

const seed = Number(process.env.QINGDAN_SEED ?? 20260301);
vi.setConfig({ testTimeout: 60_000 });

const number: fc.Arbitrary<Exact> = fc.oneof(
  fc.integer({ min: -6, max: 6 }),
  fc
    .tuple(fc.integer({ min: -12, max: 12 }), fc.integer({ min: 1, max: 4 }))
    .map(([n, d]) => fraction(BigInt(n), BigInt(d))!),
  fc.maxSafeInteger(),
);

/** What is known of a number, with numbers that it may be. */
const vague = fc
  .tuple(
    fc.array(number, { minLength: 2, maxLength: 5 }),
    fc.constantFrom('closed', 'closed', 'no low', 'no high', 'point'),
  )
  .map(([numbers, shape]): { quantity: Quantity; points: readonly Exact[] } => {
    const points = [...numbers].sort(compareExact);
    const [low] = points;
    const high = points.at(-1);
    if (shape === 'point') return { quantity: low!, points: [low!] };
    return {
      quantity: between(
        shape === 'no low' ? undefined : low,
        shape === 'no high' ? undefined : high,
      )!,
      points,
    };
  });

function holds(quantity: Quantity | undefined, point: Exact): boolean {
  if (quantity === undefined) return true;
  const low = lowOf(quantity);
  const high = highOf(quantity);
  return (
    (low === undefined || compareExact(low, point) <= 0) &&
    (high === undefined || compareExact(point, high) <= 0)
  );
}

describe('arithmetic on ranges', () => {
  it.each([
    ['sum', addQuantities, addExact],
    ['difference', subtractQuantities, subtractExact],
    ['product', multiplyQuantities, multiplyExact],
    ['quotient', divideQuantities, divideExact],
  ] as const)(`holds every possible %s (seed ${String(seed)})`, (_, ofRanges, ofPoints) => {
    fc.assert(
      fc.property(vague, vague, (a, b) => {
        const range = ofRanges(a.quantity, b.quantity);
        for (const x of a.points)
          for (const y of b.points) {
            const point = ofPoints(x, y);
            // Where some divisor may be 0 nothing is claimed.
            if (point === undefined) expect(range).toBeUndefined();
            else expect(holds(range, point)).toBe(true);
          }
      }),
      { seed, numRuns: 3000 },
    );
  });

  it.each([
    ['sum', addQuantities, addExact],
    ['difference', subtractQuantities, subtractExact],
    ['product', multiplyQuantities, multiplyExact],
    ['quotient', divideQuantities, divideExact],
  ] as const)(
    `gives of two points the %s itself (seed ${String(seed)})`,
    (_, ofRanges, ofPoints) => {
      fc.assert(
        fc.property(number, number, (x, y) => {
          expect(ofRanges(x, y)).toEqual(ofPoints(x, y));
          // A range that happens to be a point behaves as that value.
          expect(ofRanges(new Range(x, x), new Range(y, y))).toEqual(ofPoints(x, y));
        }),
        { seed, numRuns: 500 },
      );
    },
  );

  it.each([
    ['a sum', addQuantities],
    ['a product', multiplyQuantities],
  ] as const)(`does not care for the order of %s (seed ${String(seed)})`, (_, join) => {
    fc.assert(
      fc.property(vague, vague, (a, b) => {
        expect(join(a.quantity, b.quantity)).toEqual(join(b.quantity, a.quantity));
      }),
      { seed, numRuns: 500 },
    );
  });

  it.each<[string, Quantity, Quantity, Quantity | undefined]>([
    ['a divisor of 0', 6, 0, undefined],
    ['a divisor that may be 0 from below', 6, new Range(-2, 0), undefined],
    ['a divisor that may be 0 from above', 6, new Range(0, 2), undefined],
    ['a divisor on both sides of 0', 6, new Range(-1, 1), undefined],
    ['a divisor of unknown sign', 6, new Range(undefined, 3), undefined],
    ['a positive divisor', new Range(2, 6), new Range(1, 2), new Range(1, 6)],
    ['a negative divisor', new Range(2, 6), new Range(-2, -1), new Range(-6, -1)],
    ['a dividend on both sides of 0', new Range(-2, 6), new Range(1, 2), new Range(-2, 6)],
    ['a divisor without upper bound', new Range(2, 6), new Range(2, undefined), new Range(0, 3)],
    ['a divisor without lower bound', new Range(2, 6), new Range(undefined, -2), new Range(-3, 0)],
    ['a dividend without upper bound', new Range(2, undefined), 2, new Range(1, undefined)],
    ['0 over a positive divisor', 0, new Range(1, undefined), 0],
  ])('divides by %s', (_, a, b, expected) => {
    expect(divideQuantities(a, b)).toEqual(expected);
  });

  it.each<[string, Quantity, Quantity, Quantity | undefined]>([
    ['0 and anything', 0, new Range(1, undefined), 0],
    ['two lower bounds', new Range(2, undefined), new Range(3, undefined), new Range(6, undefined)],
    ['a lower bound and an unsettled sign', new Range(2, undefined), new Range(-1, 3), undefined],
    ['ranges of both signs', new Range(-2, 3), new Range(-5, 7), new Range(-15, 21)],
  ])('multiplies %s', (_, a, b, expected) => {
    expect(multiplyQuantities(a, b)).toEqual(expected);
  });

  it.each<[Quantity, Quantity]>([
    [3, -3],
    [0, 0],
    [new Range(1, 2), new Range(-2, -1)],
    [new Range(undefined, 2), new Range(-2, undefined)],
  ])('negates %s', (a, expected) => {
    expect(negateQuantity(a)).toEqual(expected);
  });

  it('says of a number less itself no more than that both were known so far', () => {
    expect(subtractQuantities(new Range(1, 4), new Range(1, 4))).toEqual(new Range(-3, 3));
  });
});

describe('what lies between two bounds', () => {
  it('is nothing known without bounds', () => {
    expect(between(undefined, undefined)).toBeUndefined();
  });

  it('is the number itself where they meet', () => {
    expect(between(3, 3)).toBe(3);
    expect(between(fraction(1n, 2n), fraction(2n, 4n))).toEqual(fraction(1n, 2n));
  });

  it('is a range otherwise', () => {
    expect(between(1, undefined)).toEqual(new Range(1, undefined));
    expect(isQuantity(between(1, 2))).toBe(true);
    expect(isQuantity('1')).toBe(false);
  });
});
