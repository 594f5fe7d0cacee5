import { Duration, Fraction, NONE, Period, Range, SourceText, StructType } from '@qingdan/core';
import { describe, expect, it } from 'vitest';
import { decode, encode } from './codec.js';

describe('the text of a library', () => {
  it.each([
    ['plain values', { text: '清单', flag: true, count: -3, nothing: null, list: [[], {}, ['a']] }],
    [
      'figures',
      [
        12n,
        new Fraction(1n, 3n),
        new Duration(5, 'workdays'),
        new Range(new Fraction(1n, 2n), undefined),
      ],
    ],
    ['what is unknown or none', [undefined, NONE, new Period(738_000, undefined)]],
    ['maps and sets', { map: new Map([['a', new Set([1, 2])]]), empty: new Map() }],
  ])('gives back %s', (_, value) => {
    expect(decode(encode(value))).toEqual(value);
  });

  it('gives back the fields of a struct, to be found by their names', () => {
    const field = { name: 'amount', type: { kind: 'money' } } as never;
    const struct = decode(encode(new StructType([field]))) as StructType;
    expect(struct.fields).toEqual([field]);
    expect(struct.add(field)).toBe(false);
  });

  it('keeps of a place its file', () => {
    const span = { source: new SourceText('a.yaml', 'id: x'), start: 4, end: 5 };
    const expected = { source: new SourceText('a.yaml', ''), start: 0, end: 0 };
    expect(decode(encode({ span }))).toEqual({ span: expected });
  });

  it('keeps what is shared shared, and apart what is merely equal', () => {
    const shared = { id: 1 };
    const [a, b, c] = decode(encode([shared, shared, { id: 1 }])) as unknown[];
    expect(a).toBe(b);
    expect(c).toEqual(a);
    expect(c).not.toBe(a);
  });

  it.each([[() => 1], [Symbol('other')], [Number.NaN], [new Date(0)]])(
    'is not made of what it has no form for: %s',
    (value) => {
      expect(() => encode({ value })).toThrow('has no form');
    },
  );

  it.each([
    ['itself, which nobody would come to the end of', '[[0]]'],
    ['what comes after it', '[{"a":1},{}]'],
    ['what does not stand there', '["x",[-1]]'],
    ['a place that is no number', '["x",["Set","length"]]'],
  ])('is refused where a value holds %s', (_, text) => {
    expect(() => decode(text)).toThrow('no value stands there');
  });

  it('is refused where it has a form by no known name', () => {
    expect(() => decode('[["constructor"]]')).toThrow('no such form');
  });

  it('is refused where it is nested deeper than any policy', () => {
    let deep: unknown = 1;
    for (let level = 0; level < 1000; level += 1) deep = [deep];
    expect(() => decode(encode(deep))).toThrow('too deeply');
  });
});
