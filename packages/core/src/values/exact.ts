/**
 * Exact numbers. A whole number that JavaScript holds safely is a `number`; every other one is a reduced `Fraction`,
 * so that the common case (fen, days, counts) costs nothing and no result is ever rounded.
 */
export type Exact = number | Fraction;

export class Fraction {
  /** Reduced, with a positive denominator. Made by `fraction`, never by hand. */
  constructor(
    readonly n: bigint,
    readonly d: bigint,
  ) {}
}

/** n / d, or undefined where d is 0. */
export function fraction(n: bigint, d: bigint): Exact | undefined {
  if (d === 0n) return undefined;
  if (d < 0n) {
    n = -n;
    d = -d;
  }
  const g = greatestCommonDivisor(n < 0n ? -n : n, d);
  n /= g;
  d /= g;
  if (d === 1n && n >= MIN_SAFE && n <= MAX_SAFE) return Number(n);
  return new Fraction(n, d);
}

export function compareExact(a: Exact, b: Exact): -1 | 0 | 1 {
  if (typeof a === 'number' && typeof b === 'number') return a < b ? -1 : a > b ? 1 : 0;
  const left = numeratorOf(a) * denominatorOf(b);
  const right = numeratorOf(b) * denominatorOf(a);
  return left < right ? -1 : left > right ? 1 : 0;
}

export function addExact(a: Exact, b: Exact): Exact {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b;
    if (Number.isSafeInteger(sum)) return sum;
  }
  const d = denominatorOf(a) * denominatorOf(b);
  return fraction(
    numeratorOf(a) * denominatorOf(b) + numeratorOf(b) * denominatorOf(a),
    d,
  ) as Exact;
}

export function negateExact(a: Exact): Exact {
  return typeof a === 'number' ? (a === 0 ? 0 : -a) : new Fraction(-a.n, a.d);
}

export function subtractExact(a: Exact, b: Exact): Exact {
  return addExact(a, negateExact(b));
}

export function multiplyExact(a: Exact, b: Exact): Exact {
  if (typeof a === 'number' && typeof b === 'number') {
    const product = a * b;
    if (Number.isSafeInteger(product)) return product === 0 ? 0 : product;
  }
  return fraction(numeratorOf(a) * numeratorOf(b), denominatorOf(a) * denominatorOf(b)) as Exact;
}

/** a / b, or undefined where b is 0. */
export function divideExact(a: Exact, b: Exact): Exact | undefined {
  return fraction(numeratorOf(a) * denominatorOf(b), denominatorOf(a) * numeratorOf(b));
}

/**
 * Reads `12`, `-1.50`, `1e3` or `2/3`, exactly; undefined where the text is no number or longer than 64 characters or
 * its exponent is beyond ±30.
 */
export function parseExact(text: string): Exact | undefined {
  if (text.length > 64) return undefined;
  const parts = /^([+-]?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,3}))?$/.exec(text);
  if (parts === null) {
    const ratio = /^([+-]?\d+)\/(\d+)$/.exec(text);
    return ratio === null
      ? undefined
      : fraction(BigInt(ratio[1] as string), BigInt(ratio[2] as string));
  }
  const [, sign, whole, decimals = '', exponent = '0'] = parts;
  const shift = Number(exponent) - decimals.length;
  if (Math.abs(Number(exponent)) > 30) return undefined;
  const digits = BigInt(`${String(whole)}${decimals}`) * (sign === '-' ? -1n : 1n);
  return shift >= 0
    ? fraction(digits * 10n ** BigInt(shift), 1n)
    : fraction(digits, 10n ** BigInt(-shift));
}

export function isExact(value: unknown): value is Exact {
  return typeof value === 'number' || value instanceof Fraction;
}

/** The exact decimal expansion, or `n/d` where there is none. */
export function printExact(value: Exact): string {
  if (typeof value === 'number') return String(value);
  let { d } = value;
  let places = 0;
  let { n } = value;
  while (d % 10n === 0n || d % 2n === 0n || d % 5n === 0n) {
    if (d % 10n === 0n) d /= 10n;
    else if (d % 2n === 0n) {
      d /= 2n;
      n *= 5n;
    } else {
      d /= 5n;
      n *= 2n;
    }
    places += 1;
  }
  if (d !== 1n) return `${String(value.n)}/${String(value.d)}`;
  if (places === 0) return String(n);
  const digits = (n < 0n ? -n : n).toString().padStart(places + 1, '0');
  return `${n < 0n ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

const MAX_SAFE = BigInt(Number.MAX_SAFE_INTEGER);
const MIN_SAFE = -MAX_SAFE;

function numeratorOf(a: Exact): bigint {
  return typeof a === 'number' ? BigInt(a) : a.n;
}

function denominatorOf(a: Exact): bigint {
  return typeof a === 'number' ? 1n : a.d;
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a === 0n ? 1n : a;
}
