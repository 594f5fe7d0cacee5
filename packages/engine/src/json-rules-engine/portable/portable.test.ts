import { readdirSync, readFileSync } from 'node:fs';
import {
  addExact,
  compare as compareHere,
  divideExact,
  type Exact,
  isUnary,
  multiplyExact,
  NONE,
  type Operator,
  OPERATORS,
  parseExact,
  printExact,
  readScalar as readHere,
  type ScalarName,
  subtractExact,
  type Value,
} from '@qingdan/core';
import { Engine } from 'json-rules-engine';
import { describe, expect, it } from 'vitest';
import { compare } from './compare.js';
import { readFacts, readScalar } from './facts.js';
import { install } from './index.js';
import { add, divide, multiply, type Num, Ratio, subtract } from './numbers.js';

const texts = (type: ScalarName, ...raw: unknown[]): [ScalarName, unknown][] =>
  raw.map((each) => [type, each]);

/** Values as records write them, under a type. */
const WRITTEN: readonly (readonly [ScalarName, unknown])[] = [
  ...texts('number', '0', 5, '5.0', '-1/3', '1/3', '0.3333333333333333', 0.1, '1e20', '007'),
  ...texts('number', '12345678901234567890', '12345678901234567891', '1e-7', '2/4', 0.5),
  ...texts('boolean', true, false),
  ...texts('text', '', 'ABC', 'ab', 'Ａｂｃ', '𠮷', '\uffee', 'é', 'e\u0301'),
  ...texts('date', '2025-03-15', '2025-03', '2025', '2024-02-29', '2025-02-29', '1799-01-01'),
  ...texts('instant', '2025-03-15T09:00', '2025-03-15T01:00:00Z', '2025-03-15T09:00:00.5+09:00'),
  ...texts(
    'duration',
    '5 days',
    '1 day',
    '31 days',
    '1 month',
    '12 months',
    '1 year',
    '3 workdays',
    '5 weeks',
  ),
  ...texts('period', { from: '2025-01-01', until: '2025-07-01' }, { from: '2025-03-15' }),
  ...texts('period', { from: '2025-01-01', until: 'none' }, { from: '2025-02-01', until: '2025' }),
  ...texts('period', { from: '2025-01-01', until: '2025-01-01' }, { since: '2025' }, 'none'),
];

interface Both {
  /** Absent of what fits beside every type. */
  readonly type?: ScalarName;
  readonly here: Value;
  readonly there: unknown;
  readonly name: string;
}

const VALUES: readonly Both[] = [
  { here: undefined, there: undefined, name: 'unknown' },
  { here: NONE, there: null, name: 'none' },
  ...WRITTEN.map(([type, raw]): Both => {
    const read = readHere({ kind: type } as Parameters<typeof readHere>[0], raw);
    return {
      type,
      here: read.ok ? read.value : undefined,
      there: readScalar(raw, type),
      name: `${type} ${JSON.stringify(raw)}`,
    };
  }),
];
const LISTS: readonly Both[] = [
  { here: [], there: [], name: '[]' },
  ...VALUES.flatMap((one) => {
    const others = VALUES.filter((other) => isBeside(one, other));
    return others.slice(0, 6).map((other): Both => ({
      ...typed(one.type ?? other.type),
      here: [one.here, other.here],
      there: [one.there, other.there],
      name: `[${one.name}, ${other.name}]`,
    }));
  }),
];

function typed(type: ScalarName | undefined): Pick<Both, 'type'> {
  return type === undefined ? {} : { type };
}

/** The language compares values of one type, and periods with days. */
function isBeside(a: Both, b: Both): boolean {
  return (
    a.type === undefined ||
    b.type === undefined ||
    a.type === b.type ||
    (a.type === 'period' && b.type === 'date')
  );
}

describe('the module', () => {
  it.each(OPERATORS)('compares by %s as the language does', (operator: Operator) => {
    const all = [...VALUES, ...LISTS];
    const differing = all.flatMap((left) =>
      (isUnary(operator) ? all.slice(0, 1) : all)
        .filter((right) => isBeside(left, right))
        .map((right) => ({
          of: `${left.name} ${operator} ${right.name}`,
          meant: compareHere(operator, left.here, right.here),
          found: compare(operator, left.there, right.there),
        }))
        .filter(({ meant, found }) => meant !== found),
    );
    expect(differing).toEqual([]);
  });

  it('reads a text beside a value as that value’s type', () => {
    expect(compare('lessThan', readScalar('2025-03-15', 'date'), '2025-04')).toBe(true);
    expect(compare('equal', readScalar('0.5', 'number'), '1/2')).toBe(true);
    expect(compare('contains', [readScalar('5 days', 'duration')], '5 days')).toBe(true);
    expect(compare('in', 'cash', ['cash', 'card'])).toBe(true);
  });

  const numbers = ['0', '5', '-1/3', '0.1', '0.2', '12345678901234567890', '1e-7', '99999.99'];
  it('calculates exactly', () => {
    const print = (value: Num | undefined): string | undefined =>
      value instanceof Ratio
        ? printExact(
            divideExact(
              parseExact(String(value.n)) as Exact,
              parseExact(String(value.d)) as Exact,
            ) as Exact,
          )
        : value === undefined
          ? undefined
          : printExact(parseExact(String(value)) as Exact);
    for (const a of numbers) {
      for (const b of numbers) {
        const [x, y] = [parseExact(a) as Exact, parseExact(b) as Exact];
        const [p, q] = [readScalar(a, 'number') as Num, readScalar(b, 'number') as Num];
        expect(print(add(p, q))).toBe(printExact(addExact(x, y)));
        expect(print(subtract(p, q))).toBe(printExact(subtractExact(x, y)));
        expect(print(multiply(p, q))).toBe(printExact(multiplyExact(x, y)));
        const quotient = divideExact(x, y);
        expect(print(divide(p, q))).toBe(quotient === undefined ? undefined : printExact(quotient));
      }
    }
  });

  it('tells what is absent from what is known to be none', () => {
    const fields = {
      amount: 'number',
      tags: ['text'],
      detail: { place: 'text' },
      term: 'period',
    } as const;
    const read = readFacts(
      { none: ['amount', 'tags', 'detail.place', 'term.until'], term: { from: '2025-01-01' } },
      fields,
    );
    expect(read).toMatchObject({
      amount: null,
      tags: [],
      detail: { place: null },
      term: { until: null },
    });
    expect(readFacts({ amount: 'much', tags: 'a', term: 5 }, fields)).toEqual({
      amount: undefined,
      tags: undefined,
      detail: { place: undefined },
      term: undefined,
    });
  });

  it('keeps what an unknown fact leaves open from firing, though the library would take it for true', async () => {
    const rule = (operator: string) => ({
      conditions: { all: [{ fact: 'method', operator, value: 'cash' }] },
      event: { type: operator },
    });
    const rules = ['notEqual', 'not:equal', 'possibly:notEqual', 'possibly:equal'].map(rule);
    const { events } = await install(new Engine(rules)).run({ method: undefined });
    expect(events.map(({ type }) => type)).toEqual(['possibly:notEqual', 'possibly:equal']);
    const [plain] = (await new Engine([rule('notEqual')]).run({ method: undefined })).events;
    expect(plain?.type).toBe('notEqual');
  });

  it('needs nothing but json-rules-engine', () => {
    const files = readdirSync(import.meta.dirname).filter((file) => /(?<!\.test)\.ts$/.test(file));
    const imports = files.flatMap((file) =>
      [...readFileSync(`${import.meta.dirname}/${file}`, 'utf8').matchAll(/from '([^']+)'/g)].map(
        ([, name]) => name ?? '',
      ),
    );
    const others = new Set(imports.filter((name) => !name.startsWith('./')));
    expect([...others]).toEqual(['json-rules-engine']);
  });
});
