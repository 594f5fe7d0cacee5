/** A number that JavaScript can't hold as it was written: 1/3, or more digits than a double has. */
export class Ratio {
  constructor(
    readonly n: bigint,
    readonly d: bigint,
  ) {}
}

/** Doubles are kept as they are written: their shortest decimals differ, and in the same order. */
export type Num = number | Ratio;

export function isNum(value: unknown): value is Num {
  return typeof value === 'number' || value instanceof Ratio;
}

/** Reads `12`, `-1.50`, `1e3` or `2/3`; undefined for anything else. */
export function readNumber(raw: unknown): Num | undefined {
  if (typeof raw === 'number') {
    const isRounded = Number.isInteger(raw) && !Number.isSafeInteger(raw);
    return Number.isFinite(raw) && !isRounded ? raw : undefined;
  }
  if (typeof raw !== 'string') return undefined;
  const ratio = ratioOf(raw);
  return ratio === undefined ? undefined : simplest(ratio);
}

export function compareNumbers(a: Num, b: Num): number {
  if (typeof a === 'number' && typeof b === 'number') return a < b ? -1 : a > b ? 1 : 0;
  const [left, right] = [exact(a), exact(b)];
  const difference = left.n * right.d - right.n * left.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export function add(a: Num, b: Num): Num {
  const [left, right] = [exact(a), exact(b)];
  return simplest(new Ratio(left.n * right.d + right.n * left.d, left.d * right.d));
}

export function subtract(a: Num, b: Num): Num {
  return add(a, multiply(-1, b));
}

export function multiply(a: Num, b: Num): Num {
  const [left, right] = [exact(a), exact(b)];
  return simplest(new Ratio(left.n * right.n, left.d * right.d));
}

/** Undefined where the divisor is 0. */
export function divide(a: Num, b: Num): Num | undefined {
  const [left, right] = [exact(a), exact(b)];
  if (right.n === 0n) return undefined;
  const sign = right.n < 0n ? -1n : 1n;
  return simplest(new Ratio(left.n * right.d * sign, left.d * right.n * sign));
}

/** A double where it is written with the very digits of the number, else the ratio itself, reduced. */
function simplest({ n, d }: Ratio): Num {
  const by = commonDivisor(n < 0n ? -n : n, d);
  const reduced = new Ratio(n / by, d / by);
  const double = Number(reduced.n) / Number(reduced.d);
  const written = Number.isFinite(double) ? ratioOf(String(double)) : undefined;
  return written?.n === reduced.n && written.d === reduced.d ? double + 0 : reduced;
}

function exact(value: Num): Ratio {
  return typeof value === 'number' ? (ratioOf(String(value)) ?? new Ratio(0n, 1n)) : value;
}

function ratioOf(text: string): Ratio | undefined {
  if (text.length > 64) return undefined;
  const fraction = /^([+-]?\d+)\/(\d+)$/.exec(text);
  if (fraction !== null) {
    const [, n = '', d = ''] = fraction;
    return BigInt(d) === 0n ? undefined : reduce(BigInt(n), BigInt(d));
  }
  const decimal = /^([+-]?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,3}))?$/.exec(text);
  if (decimal === null) return undefined;
  const [, sign, whole = '', decimals = '', exponent = '0'] = decimal;
  if (Math.abs(Number(exponent)) > 30) return undefined;
  const digits = BigInt(whole + decimals) * (sign === '-' ? -1n : 1n);
  const shift = Number(exponent) - decimals.length;
  return shift >= 0
    ? new Ratio(digits * 10n ** BigInt(shift), 1n)
    : reduce(digits, 10n ** BigInt(-shift));
}

function reduce(n: bigint, d: bigint): Ratio {
  const by = commonDivisor(n < 0n ? -n : n, d);
  return new Ratio(n / by, d / by);
}

function commonDivisor(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a === 0n ? 1n : a;
}
