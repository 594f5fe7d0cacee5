import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import {
  addExact,
  compareExact,
  divideExact,
  type Exact,
  Fraction,
  fraction,
  isExact,
  multiplyExact,
  negateExact,
  parseExact,
  printExact,
  subtractExact,
} from './exact.js';

const seed = Number(process.env.QINGDAN_SEED ?? 20260301);
vi.setConfig({ testTimeout: 60_000 });
const MAX = Number.MAX_SAFE_INTEGER;

const exact: fc.Arbitrary<Exact> = fc.oneof(
  fc.integer(),
  fc.maxSafeInteger(),
  fc
    .tuple(
      fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }),
      fc.bigInt({ min: 1n, max: 10n ** 9n }),
    )
    .map(([n, d]) => fraction(n, d)!),
);

/** The value as [n, d] with d > 0, by which results are checked apart from the code under test. */
function parts(value: Exact): readonly [bigint, bigint] {
  return typeof value === 'number' ? [BigInt(value), 1n] : [value.n, value.d];
}

function isSame(value: Exact, n: bigint, d: bigint): boolean {
  const [a, b] = parts(value);
  return a * d === n * b;
}

describe('fractions', () => {
  it.each<[bigint, bigint, Exact]>([
    [4n, 2n, 2],
    [-4n, 2n, -2],
    [4n, -2n, -2],
    [0n, -5n, 0],
    [2n, 4n, new Fraction(1n, 2n)],
    [2n, -4n, new Fraction(-1n, 2n)],
    [BigInt(MAX), 1n, MAX],
    [BigInt(MAX) + 1n, 1n, new Fraction(BigInt(MAX) + 1n, 1n)],
    [-BigInt(MAX) - 1n, 1n, new Fraction(-BigInt(MAX) - 1n, 1n)],
  ])('%s / %s is reduced', (n, d, expected) => {
    expect(fraction(n, d)).toEqual(expected);
  });

  it('has no value over zero', () => {
    expect(fraction(1n, 0n)).toBeUndefined();
    expect(divideExact(1, 0)).toBeUndefined();
    expect(divideExact(0, 0)).toBeUndefined();
  });
});

describe('reading numbers', () => {
  it.each<[string, string]>([
    ['12', '12'],
    ['+12', '12'],
    ['-0', '0'],
    ['007', '7'],
    ['-1.50', '-1.5'],
    ['1e3', '1000'],
    ['1E+3', '1000'],
    ['1.5e-3', '0.0015'],
    ['2/3', '2/3'],
    ['-4/6', '-2/3'],
    ['4/2', '2'],
    ['9007199254740993', '9007199254740993'],
    ['0.1', '0.1'],
    ['1e30', `1${'0'.repeat(30)}`],
  ])('reads %s as %s', (text, printed) => {
    expect(printExact(parseExact(text)!)).toBe(printed);
  });

  it.each([
    '',
    ' 1',
    '1 ',
    '.5',
    '1.',
    '1,000',
    '0x10',
    'NaN',
    'Infinity',
    '--1',
    '1e31',
    '1e-31',
    '1e1000',
    '1/0',
    '1/-2',
    '1.5/2',
    '１２',
    '9'.repeat(65),
  ])('refuses %j', (text) => {
    expect(parseExact(text)).toBeUndefined();
  });

  it(`gives back what was printed (seed ${String(seed)})`, () => {
    fc.assert(
      fc.property(exact, (value) => {
        const text = printExact(value);
        if (text.length <= 64) expect(parseExact(text)).toEqual(value);
      }),
      { seed, numRuns: 2000 },
    );
  });

  it('reads the decimal that JavaScript prints, and not its binary neighbour', () => {
    expect(addExact(parseExact(String(0.1))!, parseExact(String(0.2))!)).toEqual(parseExact('0.3'));
  });
});

describe('exact arithmetic', () => {
  it.each<[string, Exact, Exact]>([
    ['a sum beyond the safe integers', addExact(MAX, 1), new Fraction(BigInt(MAX) + 1n, 1n)],
    ['a sum that comes back into them', addExact(addExact(MAX, 1), -1), MAX],
    ['a product beyond them', multiplyExact(MAX, 2), new Fraction(BigInt(MAX) * 2n, 1n)],
    ['half of that product', divideExact(multiplyExact(MAX, 2), 2)!, MAX],
    ['a quotient that is whole', divideExact(6, -3)!, -2],
    ['thirds that make a whole', addExact(parseExact('1/3')!, parseExact('2/3')!), 1],
    ['a difference', subtractExact(1, parseExact('1/3')!), new Fraction(2n, 3n)],
  ])('gives %s exactly', (_, actual, expected) => {
    expect(actual).toEqual(expected);
  });

  it.each<[string, Exact]>([
    ['negating 0', negateExact(0)],
    ['0 times a negative', multiplyExact(0, -3)],
    ['0 over a negative', divideExact(0, -3)!],
    ['reading -0', parseExact('-0')!],
  ])('never gives -0: %s', (_, value) => {
    expect(Object.is(value, 0)).toBe(true);
  });

  it(`agrees with arithmetic on whole numbers (seed ${String(seed)})`, () => {
    fc.assert(
      fc.property(exact, exact, (a, b) => {
        const [an, ad] = parts(a);
        const [bn, bd] = parts(b);
        expect(isSame(addExact(a, b), an * bd + bn * ad, ad * bd)).toBe(true);
        expect(isSame(subtractExact(a, b), an * bd - bn * ad, ad * bd)).toBe(true);
        expect(isSame(multiplyExact(a, b), an * bn, ad * bd)).toBe(true);
        const quotient = divideExact(a, b);
        if (bn === 0n) expect(quotient).toBeUndefined();
        else expect(isSame(quotient!, an * bd, ad * bn)).toBe(true);
      }),
      { seed, numRuns: 2000 },
    );
  });

  it(`keeps every result in one form, so that equal values are the same (seed ${String(seed)})`, () => {
    fc.assert(
      fc.property(exact, exact, (a, b) => {
        expect(subtractExact(addExact(a, b), b)).toEqual(a);
        if (compareExact(b, 0) !== 0) expect(divideExact(multiplyExact(a, b), b)).toEqual(a);
      }),
      { seed, numRuns: 1000 },
    );
  });

  it(`orders totally and with addition (seed ${String(seed)})`, () => {
    fc.assert(
      fc.property(exact, exact, exact, (a, b, c) => {
        expect(compareExact(a, b) + compareExact(b, a)).toBe(0);
        expect(compareExact(addExact(a, c), addExact(b, c))).toBe(compareExact(a, b));
        expect(compareExact(a, b) === 0).toBe(
          typeof a === 'number' ? a === b : b instanceof Fraction && a.n === b.n && a.d === b.d,
        );
      }),
      { seed, numRuns: 1000 },
    );
  });

  it.each<[unknown, boolean]>([
    [1, true],
    [new Fraction(1n, 2n), true],
    ['1', false],
    [1n, false],
    [undefined, false],
    [{ n: 1n, d: 2n }, false],
  ])('tells an exact number from anything else: %s', (value, expected) => {
    expect(isExact(value)).toBe(expected);
  });
});
