import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { Type } from '../types/type.js';
import { parseDate } from '../values/date.js';
import { Duration } from '../values/duration.js';
import { Fraction } from '../values/exact.js';
import { parseInstant } from '../values/instant.js';
import { NONE, Period, type Value } from '../values/value.js';
import { readScalar } from './read-value.js';

const seed = Number(process.env.QINGDAN_SEED ?? 20260301);
vi.setConfig({ testTimeout: 60_000 });

const label = { zh: '文', en: 'text' };
const MONEY: Type = { kind: 'money', min: 0 };
const METHOD: Type = {
  kind: 'enum',
  name: 'method',
  values: new Map([
    ['cash', label],
    ['bank', label],
  ]),
};

describe('reading a value', () => {
  it.each<[string, Type, unknown, Value]>([
    ['yuan as fen', MONEY, 1000, 100_000],
    ['yuan with two decimals', MONEY, '1000.50', 100_050],
    ['yuan with a binary fraction', MONEY, 0.1, 10],
    ['the largest amount', MONEY, '9999999999999.99', 999_999_999_999_999],
    ['a number', { kind: 'number' }, '12.5', new Fraction(25n, 2n)],
    ['an integer', { kind: 'integer' }, 12, 12],
    ['an integer with decimals that are none', { kind: 'integer' }, '12.0', 12],
    ['a ratio', { kind: 'ratio', min: 0, max: 1 }, '2/3', new Fraction(2n, 3n)],
    ['a boolean', { kind: 'boolean' }, false, false],
    ['a text, composed', { kind: 'text' }, 'e\u0301', '\u00e9'],
    ['an empty text', { kind: 'text' }, '', ''],
    ['a date', { kind: 'date' }, '2026-02-03', parseDate('2026-02-03')],
    ['a month', { kind: 'date' }, '2026-02', parseDate('2026-02')],
    ['an instant', { kind: 'instant' }, '2026-02-03T09:30', parseInstant('2026-02-03T09:30')],
    ['a duration', { kind: 'duration' }, '5 days', new Duration(5, 'days')],
    [
      'a period',
      { kind: 'period' },
      { from: '2026-01-01', until: '2026-04-01' },
      new Period(20454, 20544),
    ],
    [
      'a period without end',
      { kind: 'period' },
      { from: '2026-01-01', until: 'none' },
      new Period(20454, NONE),
    ],
    [
      'a period of unknown end',
      { kind: 'period' },
      { from: '2026-01-01' },
      new Period(20454, undefined),
    ],
    [
      'a period of which nothing is known',
      { kind: 'period' },
      {},
      new Period(undefined, undefined),
    ],
    ['a value of an enum', METHOD, 'cash', 'cash'],
    ['an id, composed', { kind: 'person', to: 'person' }, 'e\u0301', '\u00e9'],
    ['a role', { kind: 'role' }, 'director', 'director'],
  ])('takes %s', (_, type, raw, value) => {
    expect(readScalar(type, raw)).toEqual({ ok: true, value });
  });

  it.each<[string, Type, unknown]>([
    ['yuan with three decimals', MONEY, '1.005'],
    ['less than the least', MONEY, -1],
    ['10^13 yuan', MONEY, 1e13],
    ['minus 10^13 yuan', { kind: 'money' }, -1e13],
    ['yuan with separators', MONEY, '1,000'],
    ['NaN', { kind: 'number' }, Number.NaN],
    ['infinity', { kind: 'number' }, Infinity],
    ['a boolean as a number', { kind: 'number' }, true],
    ['an integer with decimals', { kind: 'integer' }, 12.5],
    ['more than the most', { kind: 'ratio', min: 0, max: 1 }, '4/3'],
    ['a text as a boolean', { kind: 'boolean' }, 'true'],
    ['a number as a text', { kind: 'text' }, 5],
    ['a day that does not exist', { kind: 'date' }, '2026-02-30'],
    ['a number as a date', { kind: 'date' }, 2026],
    [
      'a period that ends before it begins',
      { kind: 'period' },
      { from: '2026-04-01', until: '2026-01-01' },
    ],
    [
      'a period that ends as it begins',
      { kind: 'period' },
      { from: '2026-04-01', until: '2026-04-01' },
    ],
    ['a period with another key', { kind: 'period' }, { from: '2026-01-01', to: '2026-04-01' }],
    ['a period without beginning', { kind: 'period' }, { from: 'none' }],
    ['a list as a period', { kind: 'period' }, []],
    ['another word of an enum', METHOD, 'barter'],
    ['what every object inherits', METHOD, 'constructor'],
    ['an empty id', { kind: 'ref', to: 'meeting' }, ''],
    ['an object as an id', { kind: 'ref', to: 'meeting' }, { id: 'M1' }],
    ['a list', { kind: 'list', items: MONEY }, [1]],
  ])('refuses %s, and says what it expects', (_, type, raw) => {
    const result = readScalar(type, raw);
    expect(result.ok).toBe(false);
    expect(!result.ok && result.expected).not.toBe('');
  });

  it.each<[string, Type, unknown, unknown]>([
    ['below the least', MONEY, '-0.01', { end: 'least', limit: '0' }],
    [
      'below a least that is not whole',
      { kind: 'money', min: 1050 },
      10,
      { end: 'least', limit: '10.5' },
    ],
    ['above the most', { kind: 'ratio', min: 0, max: 1 }, '4/3', { end: 'most', limit: '1' }],
    ['beyond all amounts', { kind: 'money' }, 1e13, { end: 'most', limit: '10000000000000' }],
    [
      'beyond all amounts owed',
      { kind: 'money' },
      -1e13,
      { end: 'least', limit: '-10000000000000' },
    ],
    ['that is small, but no integer', { kind: 'integer', min: 0 }, -1.5, undefined],
    ['that is small, but has too many decimals', MONEY, '-1.005', undefined],
    ['that is no number', MONEY, 'x', undefined],
  ])('says the limit of a number %s', (_, type, raw, outside) => {
    const result = readScalar(type, raw);
    expect(!result.ok && result.outside).toEqual(outside);
  });

  it(`reads every amount of fen exactly (seed ${String(seed)})`, () => {
    fc.assert(
      fc.property(fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 }), (fen) => {
        const digits = String(Math.abs(fen)).padStart(3, '0');
        const text = `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
        expect(readScalar({ kind: 'money' }, text)).toEqual({ ok: true, value: fen });
      }),
      { seed, numRuns: 1000 },
    );
  });
});
