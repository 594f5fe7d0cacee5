import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { isUnary, NEGATIONS, type Operator, OPERATORS } from '../conditions/operator.js';
import { compare, compareText } from './compare.js';
import { dayOf, parseDate } from './date.js';
import { Duration, parseDuration } from './duration.js';
import { fraction } from './exact.js';
import { shift } from './functions.js';
import { not, type Truth } from './kleene.js';
import { NO_CALENDAR } from '../time/calendar.js';
import { between, Range } from './range.js';
import { NONE, Period, type Value } from './value.js';

const seed = Number(process.env.QINGDAN_SEED ?? 20260301);
vi.setConfig({ testTimeout: 60_000 });
const unknown = undefined;

const february = parseDate('2026-02');
const day = (month: number, dayOfMonth: number): number => dayOf(2026, month, dayOfMonth);
const period = (from: Value, until: Value): Period => new Period(from, until);

/** Operators, each with two values of which it is true and two of which it is false. */
const SAMPLES: Readonly<
  Record<Operator, readonly [readonly [Value, Value], readonly [Value, Value]]>
> = {
  equal: [
    [1, 1],
    [1, 2],
  ],
  notEqual: [
    [1, 2],
    [1, 1],
  ],
  lessThan: [
    [1, 2],
    [2, 2],
  ],
  lessThanInclusive: [
    [2, 2],
    [3, 2],
  ],
  greaterThan: [
    [3, 2],
    [2, 2],
  ],
  greaterThanInclusive: [
    [2, 2],
    [1, 2],
  ],
  in: [
    [1, [1, 2]],
    [3, [1, 2]],
  ],
  notIn: [
    [3, [1, 2]],
    [1, [1, 2]],
  ],
  contains: [
    [[1, 2], 1],
    [[1, 2], 3],
  ],
  doesNotContain: [
    [[1, 2], 3],
    [[1, 2], 1],
  ],
  overlaps: [
    [
      [1, 2],
      [2, 3],
    ],
    [[1], [2]],
  ],
  subsetOf: [
    [[1], [1, 2]],
    [
      [1, 3],
      [1, 2],
    ],
  ],
  covers: [
    [[1, 2], [1]],
    [[1], [1, 2]],
  ],
  overlapsPeriod: [
    [period(1, 5), period(4, 9)],
    [period(1, 5), period(5, 9)],
  ],
  startsWith: [
    ['ab', 'a'],
    ['ab', 'b'],
  ],
  mentions: [
    ['购买茶叶', ['茶叶', '烟']],
    ['办公用品', ['茶叶', '烟']],
  ],
  present: [
    [1, unknown],
    [NONE, unknown],
  ],
  absent: [
    [NONE, unknown],
    [1, unknown],
  ],
};

describe('every operator', () => {
  it.each(OPERATORS)('%s is true and false of known values', (operator) => {
    const [[a, b], [c, d]] = SAMPLES[operator];
    expect(compare(operator, a, b)).toBe(true);
    expect(compare(operator, c, d)).toBe(false);
  });

  it.each(OPERATORS.filter((operator) => !isUnary(operator)))(
    '%s is unknown where a side is',
    (operator) => {
      const [[a, b]] = SAMPLES[operator];
      expect(compare(operator, unknown, b)).toBe(unknown);
      expect(compare(operator, a, unknown)).toBe(unknown);
      expect(compare(operator, unknown, unknown)).toBe(unknown);
    },
  );

  it.each(OPERATORS.filter((operator) => !isUnary(operator)))(
    '%s is settled by a side that is none, whatever the other is',
    (operator) => {
      const [[a, b]] = SAMPLES[operator];
      const expected = operator in NEGATIONS;
      const sides: readonly (readonly [Value, Value])[] = [
        [NONE, b],
        [a, NONE],
        [NONE, NONE],
        [NONE, unknown],
        [unknown, NONE],
      ];
      for (const [left, right] of sides) expect(compare(operator, left, right)).toBe(expected);
    },
  );

  it.each<[Operator, Value, Truth]>([
    ['present', 0, true],
    ['present', '', true],
    ['present', [], true],
    ['present', february, true],
    ['present', NONE, false],
    ['present', unknown, unknown],
    ['absent', 0, false],
    ['absent', NONE, true],
    ['absent', unknown, unknown],
  ])('%s of %s is %s', (operator, value, expected) => {
    expect(compare(operator, value, unknown)).toBe(expected);
  });
});

describe('ranges', () => {
  const range = new Range(2, 4);
  it.each<[Operator, Value, Value, Truth]>([
    ['equal', range, 3, unknown],
    ['equal', range, 5, false],
    ['equal', 1, range, false],
    ['notEqual', range, 5, true],
    ['notEqual', range, 3, unknown],
    ['equal', range, range, unknown],
    ['equal', new Range(3, 3), 3, true],
    ['equal', new Range(fraction(1n, 2n), fraction(2n, 4n)), fraction(1n, 2n), true],
    ['lessThan', range, 5, true],
    ['lessThan', range, 4, unknown],
    ['lessThan', range, 2, false],
    ['lessThanInclusive', range, 4, true],
    ['lessThanInclusive', range, 3, unknown],
    ['lessThanInclusive', range, 1, false],
    ['greaterThan', range, 1, true],
    ['greaterThan', range, 2, unknown],
    ['greaterThan', range, 4, false],
    ['greaterThanInclusive', range, 2, true],
    ['greaterThanInclusive', range, 5, false],
    ['lessThan', range, new Range(5, 9), true],
    ['lessThan', range, new Range(4, 9), unknown],
    ['lessThan', new Range(3, undefined), 3, false],
    ['lessThan', new Range(undefined, 3), 4, true],
    ['greaterThan', new Range(undefined, undefined), 4, unknown],
    ['in', range, [5, 6], false],
    ['in', range, [3], unknown],
    ['in', 3, [range, 3], true],
    ['contains', [range], 9, false],
    ['lessThan', february, day(3, 1), true],
    ['lessThan', february, day(2, 15), unknown],
    ['equal', february, day(2, 15), unknown],
    ['equal', february, day(3, 1), false],
  ])('%s of %s and %s is %s', (operator, left, right, expected) => {
    expect(compare(operator, left, right)).toBe(expected);
  });
});

describe('values of other types', () => {
  it.each<[string, Operator, Value, Value, Truth]>([
    ['booleans', 'equal', true, false, false],
    ['texts', 'equal', '甲', '甲', true],
    ['texts in order', 'lessThan', 'a', 'b', true],
    ['a text and a number', 'equal', '1', 1, unknown],
    ['a boolean and a number', 'lessThan', true, 2, unknown],
    ['durations of one unit', 'equal', new Duration(5, 'days'), new Duration(5, 'days'), true],
    ['a longer one', 'greaterThan', new Duration(6, 'days'), new Duration(5, 'days'), true],
    ['lists', 'equal', [1], [1], unknown],
    ['what is no list', 'contains', 'abc', 'a', unknown],
    ['what is no text', 'startsWith', 1, 'a', unknown],
    ['what is no period', 'overlapsPeriod', 1, period(1, 2), unknown],
    ['exact fractions', 'lessThan', fraction(1n, 3n), fraction(1n, 2n), true],
  ])('%s', (_, operator, left, right, expected) => {
    expect(compare(operator, left, right)).toBe(expected);
  });
});

describe('lists with something unknown in them', () => {
  it.each<[Operator, Value, Value, Truth]>([
    ['contains', [1, unknown], 1, true],
    ['contains', [1, unknown], 2, unknown],
    ['doesNotContain', [1, unknown], 2, unknown],
    ['contains', [], 1, false],
    ['in', 2, [1, unknown], unknown],
    ['notIn', 1, [1, unknown], false],
    ['overlaps', [1, unknown], [1], true],
    ['overlaps', [1, unknown], [2], unknown],
    ['overlaps', [], [unknown], false],
    ['subsetOf', [], [], true],
    ['subsetOf', [unknown], [1], unknown],
    ['subsetOf', [3, unknown], [1], false],
    ['covers', [1, unknown], [1], true],
    ['covers', [1, unknown], [2], unknown],
  ])('%s of %s and %s is %s', (operator, left, right, expected) => {
    expect(compare(operator, left, right)).toBe(expected);
  });
});

describe('periods', () => {
  it.each<[string, Operator, Value, Value, Truth]>([
    ['its first day lies in it', 'covers', period(1, 5), 1, true],
    ['its end does not', 'covers', period(1, 5), 5, false],
    ['without end', 'covers', period(1, NONE), 99, true],
    ['of unknown end', 'covers', period(1, unknown), 99, unknown],
    ['of unknown end, the day before it', 'covers', period(1, unknown), 0, false],
    ['a range of days that all lie in it', 'covers', period(day(1, 1), day(3, 1)), february, true],
    [
      'a range that reaches over its end',
      'covers',
      period(day(2, 5), day(3, 1)),
      february,
      unknown,
    ],
    ['itself', 'covers', period(1, 5), period(1, 5), true],
    ['a longer one', 'covers', period(1, 5), period(1, 6), false],
    ['one without end', 'covers', period(1, 5), period(1, NONE), false],
    ['one of unknown end', 'covers', period(1, 5), period(1, unknown), unknown],
    ['of unknown end, one without', 'covers', period(1, unknown), period(1, NONE), unknown],
    ['overlap where they share a day', 'overlapsPeriod', period(1, 5), period(4, 9), true],
    [
      'do not where one begins as the other ends',
      'overlapsPeriod',
      period(1, 5),
      period(5, 9),
      false,
    ],
    ['overlap without end', 'overlapsPeriod', period(1, NONE), period(9, NONE), true],
    ['may overlap', 'overlapsPeriod', period(1, unknown), period(4, 9), unknown],
    ['are equal', 'equal', period(1, 5), period(1, 5), true],
    ['are equal without end', 'equal', period(1, NONE), period(1, NONE), true],
    ['are not equal where one ends', 'equal', period(1, NONE), period(1, 5), false],
    ['may be equal where an end is unknown', 'equal', period(1, NONE), period(1, unknown), unknown],
    ['are not equal of other beginnings', 'equal', period(1, unknown), period(2, unknown), false],
  ])('%s', (_, operator, left, right, expected) => {
    expect(compare(operator, left, right)).toBe(expected);
  });
});

describe('mentions', () => {
  it.each<[string, Value, Value, Truth]>([
    ['a term as it is', '购买茶叶两盒', '茶叶', true],
    ['one of a set', '购买香烟', ['茶叶', '香烟'], true],
    ['none of a set', '办公用品', ['茶叶', '香烟'], false],
    ['full width as half width', 'ＫＴＶ消费', 'ktv', true],
    ['half width as full width', 'ktv', 'ＫＴＶ', true],
    ['letters in a circle', '①号', '1号', true],
    ['upper case as lower case', 'Karaoke', 'KARAOKE', true],
    ['no patterns', 'a.c', 'a?c', false],
    ['a term that is unknown', '办公用品', ['茶叶', unknown], unknown],
    ['a known term beside one that is unknown', '茶叶', [unknown, '茶叶'], true],
    ['no text', 5, '5', unknown],
    ['no term', '5', 5, unknown],
  ])('%s', (_, text, terms, expected) => {
    expect(compare('mentions', text, terms)).toBe(expected);
  });
});

describe('durations of two units', () => {
  it.each<[string, Operator, string, Truth]>([
    ['241 months', 'greaterThan', '20 years', true],
    ['12 months', 'equal', '1 year', true],
    ['12 months', 'lessThan', '1 year', false],
    ['11 months', 'lessThan', '1 year', true],
    ['0 days', 'equal', '0 months', true],
    ['27 days', 'lessThan', '1 month', true],
    ['27 days', 'equal', '1 month', false],
    ['28 days', 'lessThan', '1 month', unknown],
    ['28 days', 'greaterThan', '1 month', false],
    ['30 days', 'equal', '1 month', unknown],
    ['31 days', 'lessThan', '1 month', false],
    ['31 days', 'greaterThan', '1 month', unknown],
    ['32 days', 'greaterThan', '1 month', true],
    ['364 days', 'lessThan', '1 year', true],
    ['365 days', 'equal', '1 year', unknown],
    ['367 days', 'greaterThan', '12 months', true],
    // So many working days are at least as many days; how many more only a calendar says.
    ['10 workdays', 'greaterThan', '9 days', true],
    ['10 workdays', 'greaterThan', '10 days', unknown],
    ['10 workdays', 'lessThan', '10 days', false],
    ['10 workdays', 'lessThan', '1 year', unknown],
    ['32 workdays', 'greaterThan', '1 month', true],
    // None of them is no time, by any calendar.
    ['0 workdays', 'equal', '0 days', true],
    ['0 workdays', 'equal', '0 months', true],
    ['0 workdays', 'lessThan', '1 day', true],
    ['0 workdays', 'greaterThan', '0 days', false],
    ['0 workdays', 'lessThan', '1 workday', true],
    ['1 workday', 'greaterThan', '0 days', true],
  ])('%s %s %s: %s', (left, operator, right, expected) => {
    expect(compare(operator, parseDuration(left), parseDuration(right))).toBe(expected);
  });

  it('compare as the days that they last from any day, where that is always so', () => {
    const lengths = [
      '27 days',
      '28 days',
      '59 days',
      '62 days',
      '365 days',
      '366 days',
      '367 days',
    ];
    const spans = ['1 month', '2 months', '12 months', '13 months', '1 year', '4 years'];
    for (const [left, right] of lengths.flatMap((a) => spans.map((b) => [a, b] as const))) {
      const [a, b] = [parseDuration(left)!, parseDuration(right)!];
      const less = compare('lessThan', a, b);
      for (
        let from = dayOf(1999, 1, 1);
        less !== undefined && from < dayOf(2004, 4, 1);
        from += 1
      ) {
        const days = (shift(from, b, false, NO_CALENDAR) as number) - from;
        expect([left, right, from, a.count < days]).toEqual([left, right, from, less]);
      }
    }
  });
});

// --- Laws ------------------------------------------------------------------------------------------------------------

const known: fc.Arbitrary<Value> = fc.oneof(
  fc.integer({ min: -3, max: 3 }),
  fc
    .tuple(fc.integer({ min: -6, max: 6 }), fc.constantFrom(2, 3))
    .map(([n, d]) => fraction(BigInt(n), BigInt(d))!),
  fc.constantFrom<Value>('a', 'b', 'ab', '', true, false, NONE),
  fc
    .tuple(fc.integer({ min: 0, max: 3 }), fc.constantFrom('days', 'months'))
    .map(([count, unit]) => new Duration(count, unit as 'days')),
);
const end = fc.integer({ min: -3, max: 3 });
const knownPeriod: fc.Arbitrary<Value> = fc
  .tuple(end, fc.oneof(fc.constant<Value>(NONE), fc.integer({ min: 1, max: 4 })))
  .map(([from, more]) => period(from, typeof more === 'number' ? from + more : NONE));
const knownValue: fc.Arbitrary<Value> = fc.oneof(
  { weight: 4, arbitrary: known },
  { weight: 2, arbitrary: fc.array(known, { maxLength: 3 }) },
  { weight: 2, arbitrary: knownPeriod },
);

/** Less of a value: unknown, a range that holds it, a list or period with less known of its parts. */
function blurred(value: Value): fc.Arbitrary<Value> {
  const options: fc.Arbitrary<Value>[] = [fc.constant(value), fc.constant<Value>(undefined)];
  if (typeof value === 'number') {
    const width = fc.option(fc.nat({ max: 2 }), { nil: undefined });
    options.push(
      fc
        .tuple(width, width)
        .map(([below, above]) =>
          between(
            below === undefined ? undefined : value - below,
            above === undefined ? undefined : value + above,
          ),
        ),
    );
  } else if (Array.isArray(value)) {
    options.push(fc.tuple(...(value as readonly Value[]).map(blurred)));
  } else if (value instanceof Period) {
    options.push(
      fc
        .tuple(blurred(value.from), blurred(value.until))
        .map(([from, until]) => period(from, until)),
    );
  }
  return fc.oneof(...options);
}

const vagueAndKnown = knownValue.chain((value) => fc.tuple(blurred(value), fc.constant(value)));

describe('laws of comparison', () => {
  it.each(OPERATORS)(
    `what %s says of what is half known it says when everything is known (seed ${String(seed)})`,
    (operator) => {
      fc.assert(
        fc.property(vagueAndKnown, vagueAndKnown, ([vagueLeft, left], [vagueRight, right]) => {
          const vague = compare(operator, vagueLeft, vagueRight);
          if (vague !== undefined) expect(compare(operator, left, right)).toBe(vague);
        }),
        { seed, numRuns: 4000 },
      );
    },
  );

  it.each(Object.entries(NEGATIONS) as [Operator, Operator][])(
    `%s is the negation of %s (seed ${String(seed)})`,
    (negated, positive) => {
      fc.assert(
        fc.property(vagueAndKnown, vagueAndKnown, ([left], [right]) => {
          expect(compare(negated, left, right)).toBe(not(compare(positive, left, right)));
        }),
        { seed, numRuns: 500 },
      );
    },
  );

  it.each<[Operator, Operator]>([
    ['equal', 'equal'],
    ['notEqual', 'notEqual'],
    ['lessThan', 'greaterThan'],
    ['lessThanInclusive', 'greaterThanInclusive'],
    ['in', 'contains'],
    ['notIn', 'doesNotContain'],
    ['overlapsPeriod', 'overlapsPeriod'],
  ])(`%s is %s with the sides exchanged (seed ${String(seed)})`, (operator, mirrored) => {
    fc.assert(
      fc.property(vagueAndKnown, vagueAndKnown, ([left], [right]) => {
        expect(compare(operator, left, right)).toBe(compare(mirrored, right, left));
      }),
      { seed, numRuns: 1000 },
    );
  });
});

describe('the order of texts', () => {
  it.each<[string, string, -1 | 0 | 1]>([
    ['a', 'b', -1],
    ['a', 'ab', -1],
    ['ab', 'a', 1],
    ['', '', 0],
    ['甲', '乙', 1],
    // U+1F600 comes after U+FF21 by code point, before it by UTF-16 unit.
    ['😀', 'Ａ', 1],
    ['Ａ', '𠀀', -1],
    ['𠀀', '𠀁', -1],
    ['a😀', 'a\uffff', 1],
  ])('%j and %j', (a, b, sign) => {
    expect(Math.sign(compareText(a, b))).toBe(sign);
  });

  it(`is that of their code points (seed ${String(seed)})`, () => {
    const text = fc.string({ unit: 'binary', maxLength: 4 });
    const byCodePoint = (a: string, b: string): number => {
      const x = Array.from(a, (c) => c.codePointAt(0)!);
      const y = Array.from(b, (c) => c.codePointAt(0)!);
      const at = x.findIndex((code, index) => code !== y[index]);
      if (at === -1) return x.length - y.length;
      return at >= y.length ? 1 : x[at]! - y[at]!;
    };
    fc.assert(
      fc.property(text, text, fc.string({ unit: 'binary', maxLength: 2 }), (a, b, start) => {
        expect(Math.sign(compareText(start + a, start + b))).toBe(Math.sign(byCodePoint(a, b)));
      }),
      { seed, numRuns: 5000 },
    );
  });
});
