import {
  addExact,
  compareExact,
  divideExact,
  type Exact,
  isExact,
  multiplyExact,
  negateExact,
} from './exact.js';

/**
 * What is known of a number that isn't known exactly: it lies between `low` and `high`, both included; `undefined` is
 * without bound. A month is the range of its days; a sum over open books is a range without an upper bound.
 */
export class Range {
  constructor(
    readonly low: Exact | undefined,
    readonly high: Exact | undefined,
  ) {}
}

export type Quantity = Exact | Range;

/** The narrowest quantity between two bounds; undefined (unknown) where neither bound is known. */
export function between(low: Exact | undefined, high: Exact | undefined): Quantity | undefined {
  if (low === undefined && high === undefined) return undefined;
  if (low !== undefined && high !== undefined && compareExact(low, high) === 0) return low;
  return new Range(low, high);
}

export function lowOf(quantity: Quantity): Exact | undefined {
  return quantity instanceof Range ? quantity.low : quantity;
}

export function highOf(quantity: Quantity): Exact | undefined {
  return quantity instanceof Range ? quantity.high : quantity;
}

export function isQuantity(value: unknown): value is Quantity {
  return isExact(value) || value instanceof Range;
}

export function addQuantities(a: Quantity, b: Quantity): Quantity | undefined {
  return between(addBounds(lowOf(a), lowOf(b)), addBounds(highOf(a), highOf(b)));
}

export function negateQuantity(a: Quantity): Quantity {
  if (!(a instanceof Range)) return negateExact(a);
  return new Range(
    a.high === undefined ? undefined : negateExact(a.high),
    a.low === undefined ? undefined : negateExact(a.low),
  );
}

export function subtractQuantities(a: Quantity, b: Quantity): Quantity | undefined {
  return addQuantities(a, negateQuantity(b));
}

/** The product; unknown where a bound is missing and a sign isn't settled. */
export function multiplyQuantities(a: Quantity, b: Quantity): Quantity | undefined {
  if (isExact(a) && isExact(b)) return multiplyExact(a, b);
  if (isZero(a) || isZero(b)) return 0;
  const bounds = [lowOf(a), highOf(a), lowOf(b), highOf(b)];
  if (bounds.every((bound) => bound !== undefined)) {
    const [al, ah, bl, bh] = bounds as [Exact, Exact, Exact, Exact];
    const corners = [
      multiplyExact(al, bl),
      multiplyExact(al, bh),
      multiplyExact(ah, bl),
      multiplyExact(ah, bh),
    ];
    corners.sort(compareExact);
    return between(corners[0], corners[3]);
  }
  const al = lowOf(a);
  const bl = lowOf(b);
  if (al === undefined || bl === undefined || isNegative(al) || isNegative(bl)) return undefined;
  return between(multiplyExact(al, bl), undefined);
}

/** The quotient; unknown where the divisor is or may be 0. */
export function divideQuantities(a: Quantity, b: Quantity): Quantity | undefined {
  if (isExact(a) && isExact(b)) return divideExact(a, b);
  const high = highOf(b);
  if (high !== undefined && isNegative(high))
    return divideQuantities(negateQuantity(a), negateQuantity(b));
  const low = lowOf(b);
  if (low === undefined || compareExact(low, 0) <= 0) return undefined;
  // a/b grows with a; with b it falls where a is positive and grows where a is negative.
  const quotient = (
    bound: Exact | undefined,
    forPositive: Exact | undefined,
    forNegative: Exact | undefined,
  ) => {
    if (bound === undefined) return undefined;
    const divisor = isNegative(bound) ? forNegative : forPositive;
    return divisor === undefined ? 0 : divideExact(bound, divisor);
  };
  return between(quotient(lowOf(a), high, low), quotient(highOf(a), low, high));
}

function addBounds(a: Exact | undefined, b: Exact | undefined): Exact | undefined {
  return a === undefined || b === undefined ? undefined : addExact(a, b);
}

function isNegative(a: Exact): boolean {
  return compareExact(a, 0) < 0;
}

function isZero(a: Quantity): boolean {
  return isExact(a) && compareExact(a, 0) === 0;
}
