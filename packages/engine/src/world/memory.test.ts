import { compare, Fraction, NONE, Range, type RecordNode, type Value } from '@qingdan/core';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { PAYMENT, recordOf } from '../testing/build.js';
import { Books } from './books.js';
import { MemoryRecords } from './memory.js';
import { BY_HOME, type IndexKey, isPlain, keyOfValue } from './world.js';

const seed = Number(process.env.QINGDAN_SEED ?? 20260301);
vi.setConfig({ testTimeout: 60_000 });

const slot = PAYMENT.fields.slotOf('purpose')!;
const purposeOf = (record: RecordNode): Value => record.fields.values[slot];
const PURPOSE = keyOfValue('purpose', purposeOf);

const paid = (id: string, purpose: Value): RecordNode => recordOf(PAYMENT, id, { purpose });
const holding = (...records: RecordNode[]) => new MemoryRecords(records, new Books([]), 100);
const ids = (records: Iterable<RecordNode>): string[] => [...records].map(({ id }) => id).sort();

describe('records in memory', () => {
  it('are found by kind and id', () => {
    const records = holding(paid('A', 'x'), paid('B', 'y'));
    expect(records.get('payment', 'B')?.id).toBe('B');
    expect(records.get('payment', 'C')).toBeUndefined();
    expect(records.get('meeting', 'A')).toBeUndefined();
    expect(ids(records.all('payment'))).toEqual(['A', 'B']);
    expect(ids(records.all('meeting'))).toEqual([]);
    expect(ids(records.having('meeting', PURPOSE, ['x']))).toEqual([]);
  });

  it('are found by the organisation whose id it is', () => {
    const of = (id: string, organisation: string | undefined): RecordNode => ({
      ...paid(id, 'x'),
      organisation,
    });
    const records = holding(of('A', 'V1'), of('A', 'V2'), of('B', 'V2'), of('C', 'V2'));
    const home = (id: string, organisation?: string) =>
      records.get('payment', id, organisation)?.organisation;
    expect([home('A', 'V1'), home('A', 'V2')]).toEqual(['V1', 'V2']);
    // Another's is taken only where it is the only one.
    expect([home('A', 'V3'), home('A'), home('B', 'V1'), home('B')]).toEqual([
      undefined,
      undefined,
      'V2',
      'V2',
    ]);
    expect(records.called('payment', 'A')).toHaveLength(2);
    expect(records.called('payment', 'D')).toEqual([]);
    expect(ids(records.all('payment'))).toEqual(['A', 'A', 'B', 'C']);
    expect(ids(records.having('payment', BY_HOME, [], 'V2'))).toEqual(['A', 'B', 'C']);

    const without = of('A', undefined);
    records.add(without);
    expect(records.get('payment', 'A', 'V3')).toBe(without);
    expect(home('A', 'V1')).toBe('V1');
    const later = of('A', 'V2');
    expect(records.holds(later)).toBe(true);
    records.add(later);
    expect(records.get('payment', 'A', 'V2')).toBe(later);
    expect(records.called('payment', 'A')).toHaveLength(3);
    expect(records.holds(of('B', 'V1'))).toBe(false);
  });

  it('are found by a value, with those whose value is not known', () => {
    const records = holding(paid('A', 'x'), paid('B', 'y'), paid('C', undefined));
    expect(ids(records.having('payment', PURPOSE, ['x']))).toEqual(['A', 'C']);
    expect(ids(records.having('payment', PURPOSE, ['z']))).toEqual(['C']);
  });

  it('are found by several values at once, each organisation apart', () => {
    const byBoth: IndexKey = {
      text: 'purpose, id',
      home: true,
      rows: (record) => [[purposeOf(record), record.id]],
    };
    const at = (id: string, purpose: Value, organisation: string | undefined): RecordNode => ({
      ...paid(id, purpose),
      organisation,
    });
    const records = holding(
      at('A', 'x', 'V1'),
      at('B', 'x', 'V1'),
      at('A', 'x', 'V2'),
      at('C', undefined, 'V1'),
      at('D', NONE, 'V1'),
      at('A', 'x', undefined),
      at('E', 'x', undefined),
    );
    const found = (...asked: [purpose: string, id: string, organisation?: string]) => {
      const [purpose, id, organisation] = asked;
      return [...records.having('payment', byBoth, [purpose, id], organisation)]
        .map((record) => `${record.id}@${record.organisation ?? '?'}`)
        .sort();
    };
    expect(found('x', 'A', 'V1')).toEqual(['A@?', 'A@V1']);
    // What isn't known of one value is still told apart by the other.
    expect(found('x', 'C', 'V1')).toEqual(['C@V1']);
    expect(found('y', 'A', 'V1')).toEqual([]);
    expect(found('x', 'A', 'V3')).toEqual(['A@?']);
    expect(found('x', 'E', 'V3')).toEqual(['E@?']);
  });

  it('are found by what their lists hold, each once', () => {
    const lists: Record<string, readonly (readonly Value[])[] | undefined> = {
      A: [['x'], ['y'], ['x']],
      B: [],
      C: undefined,
      D: [['y'], [undefined], [undefined]],
    };
    const byList: IndexKey = { text: 'list', home: false, rows: ({ id }) => lists[id] };
    const records = holding(...Object.keys(lists).map((id) => paid(id, 'z')));
    expect(ids(records.having('payment', byList, ['x']))).toEqual(['A', 'C', 'D']);
    expect(ids(records.having('payment', byList, ['y']))).toEqual(['A', 'C', 'D']);
    expect(ids(records.having('payment', byList, ['z']))).toEqual(['C', 'D']);
  });

  it('take a new record into indexes that were built', () => {
    const records = holding(paid('A', 'x'));
    expect(ids(records.having('payment', PURPOSE, ['x']))).toEqual(['A']);
    expect(ids(records.having('payment', BY_HOME, [], 'V1'))).toEqual(['A']);
    records.add(paid('B', 'x'));
    expect(ids(records.having('payment', PURPOSE, ['x']))).toEqual(['A', 'B']);
    expect(ids(records.having('payment', BY_HOME, [], 'V1'))).toEqual(['A', 'B']);
  });

  const WAYS: [string, (records: MemoryRecords) => string[]][] = [
    ['by id', (records) => ids([records.get('payment', 'B')!])],
    ['by whose id it is', (records) => ids(records.called('payment', 'B'))],
    ['all together', (records) => ids(records.all('payment')).slice(1)],
    ['by a value', (records) => ids(records.having('payment', PURPOSE, ['y']))],
    ['as being there', (records) => (records.holds(paid('B', 'y')) ? ['B'] : [])],
  ];
  it.each(WAYS)('make what comes later once, when its kind is asked for %s', (_, ask) => {
    const records = holding(paid('A', 'x'));
    const make = vi.fn(() => paid('B', 'y'));
    records.addLater('payment', make);
    expect(records.get('meeting', 'A')).toBeUndefined();
    expect(make).not.toHaveBeenCalled();
    expect(ask(records)).toEqual(['B']);
    expect(ask(records)).toEqual(['B']);
    expect(make).toHaveBeenCalledTimes(1);
  });

  it('take what comes later into indexes that were built', () => {
    const records = holding(paid('A', 'x'));
    expect(ids(records.having('payment', PURPOSE, ['x']))).toEqual(['A']);
    records.addLater('payment', () => paid('B', 'x'));
    expect(ids(records.having('payment', PURPOSE, ['x']))).toEqual(['A', 'B']);
  });

  it('put a record into the place of the one with its id, in indexes too', () => {
    const records = holding(paid('A', 'x'));
    expect(ids(records.having('payment', PURPOSE, ['x']))).toEqual(['A']);
    records.add(paid('A', 'y'));
    expect(ids(records.all('payment'))).toEqual(['A']);
    expect(ids(records.having('payment', PURPOSE, ['x']))).toEqual([]);
    expect(ids(records.having('payment', PURPOSE, ['y']))).toEqual(['A']);
  });

  it('ask the books, with the clock', () => {
    const records = new MemoryRecords([], new Books([{ kind: 'payment' }]), 100);
    expect(records.isComplete('payment', 'V1', 1, 100)).toBe(true);
    expect(records.isComplete('payment', 'V1', 1, 101)).toBe(false);
  });

  it(`never leave out a match or a possible one (seed ${String(seed)})`, () => {
    // Of one type, as the binder sees to: a text is never compared with a number.
    const plain = (known: fc.Arbitrary<Value>): fc.Arbitrary<Value> =>
      fc.oneof(known, fc.constantFrom<Value>(undefined, NONE));
    const types = [
      plain(fc.constantFrom('a', 'b', '', '1')),
      plain(fc.boolean()),
      plain(
        fc.oneof(
          fc.integer({ min: 0, max: 3 }),
          fc.constantFrom<Value>(new Range(1, 3), new Range(2, 2), new Fraction(1n, 2n)),
        ),
      ),
    ];
    const data = fc
      .constantFrom(...types)
      .chain((value) => fc.tuple(fc.array(value), fc.array(value), value));
    fc.assert(
      fc.property(data, ([first, added, wanted]) => {
        const nodes = [...first, ...added].map((each, index) => paid(String(index), each));
        const records = holding(...nodes.slice(0, first.length));
        fc.pre(isPlain(wanted));
        void records.having('payment', PURPOSE, [wanted]);
        for (const node of nodes.slice(first.length)) records.add(node);
        const given = new Set(records.having('payment', PURPOSE, [wanted]));
        for (const node of nodes)
          if (compare('equal', purposeOf(node), wanted) !== false)
            expect(given.has(node)).toBe(true);
      }),
      { seed, numRuns: 1000 },
    );
  });
});
