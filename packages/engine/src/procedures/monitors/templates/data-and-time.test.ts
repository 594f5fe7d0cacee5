import {
  BINARY_TEMPLATES,
  type BinaryTemplate,
  Duration,
  type Template,
  type UnaryTemplate,
  UNARY_TEMPLATES,
} from '@qingdan/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { is, literal } from '../../../testing/build.js';
import {
  binary,
  judge,
  kindOf,
  length,
  type Line,
  pattern,
  SAME_X,
  unary,
  verdictOf,
  x,
  xOfActivation,
} from '../../../testing/declare.js';
import { judgeTrace, type ReferenceVerdict } from '../../../testing/declare-reference.js';

const POSITIVE = is(x, 'greaterThan', literal(0));
const seed = Number(process.env.QINGDAN_SEED ?? 20260301);
const LEAST = 1;
const MOST = 3;

/** With a condition on what activates and on the target, a correlation of the two, and a time from 1 to 3 days. */
function withData(kind: BinaryTemplate | UnaryTemplate): Template {
  if (isUnary(kind)) return unary(kind, 2, pattern('a', POSITIVE));
  const free = kind === 'choice' || kind === 'exclusiveChoice';
  return binary(kind, {
    activation: pattern('a', POSITIVE),
    target: pattern('b', is(x, 'lessThan', literal(2))),
    ...(free
      ? {}
      : {
          // Not the same the other way round, so that it shows which of the two is which.
          correlation: is(x, 'lessThanInclusive', xOfActivation),
          time: {
            least: length(new Duration(LEAST, 'days')),
            most: length(new Duration(MOST, 'days')),
          },
        }),
  });
}

function defined(template: Template, lines: readonly Line[]): ReferenceVerdict {
  const at = (i: number) => ({ ...lines[i], x: lines[i]?.x ?? 0, day: lines[i]?.day ?? 0 });
  return judgeTrace(
    template.kind,
    {
      length: lines.length,
      a: (i) => at(i).step === 'a' && at(i).x > 0,
      b: (i) => at(i).step === 'b' && at(i).x < 2,
      together: (i, j) => {
        const days = Math.abs(at(i).day - at(j).day);
        return at(j).x <= at(i).x && days >= LEAST && days <= MOST;
      },
    },
    2,
  );
}

const NUMBERS = [0, 1, 2];
const lineWith = (numbers: readonly (number | undefined)[]) =>
  fc.record({
    step: fc.constantFrom('a', 'b', 'c'),
    x: fc.constantFrom(...numbers),
    later: fc.integer({ min: 0, max: 2 }),
  });
/** Lines on days that go on by nought to two. */
const casesOf = (numbers: readonly (number | undefined)[], maxLength: number) =>
  fc.array(lineWith(numbers), { maxLength }).map((drawn): readonly Line[] => {
    let day = 0;
    return drawn.map(({ step, x: number, later }) => ({ step, x: number, day: (day += later) }));
  });

const SAID = {
  satisfied: 'permanentlySatisfied',
  violated: 'permanentlyViolated',
  notApplicable: 'notApplicable',
} as const;

describe.each([...UNARY_TEMPLATES, ...BINARY_TEMPLATES])(
  `%s with data and time (seed ${seed})`,
  (name) => {
    const template = withData(name);
    const kind = kindOf(template);

    it('is judged by its definition of a closed case of which all is known', () => {
      fc.assert(
        fc.property(casesOf(NUMBERS, 8), (lines) => {
          const { verdict, activations } = judge(kind, lines, { closed: true });
          const reference = defined(template, lines);
          expect(verdict).toBe(SAID[reference.verdict]);
          expect(activations?.map(({ outcome }) => outcome === 'fulfilled') ?? []).toEqual(
            reference.activations.map(([, isFulfilled]) => isFulfilled),
          );
        }),
        { seed, numRuns: 300 },
      );
    });

    it('is never sure of what an unknown number could make different', () => {
      fc.assert(
        fc.property(casesOf([...NUMBERS, undefined], 5), (lines) => {
          const verdict = verdictOf(kind, lines, true);
          if (verdict === 'undetermined') return;
          for (const known of completions(lines))
            expect(verdict).toBe(SAID[defined(template, known).verdict]);
        }),
        { seed, numRuns: 300 },
      );
    });

    it('takes nothing permanent back as a case goes on, and nothing open leaves a closed case', () => {
      fc.assert(
        fc.property(casesOf([...NUMBERS, undefined], 8), (lines) => {
          const verdicts = lines.map((_, i) => verdictOf(kind, lines.slice(0, i + 1)));
          const last = verdictOf(kind, lines, true);
          const broken = verdicts.indexOf('permanentlyViolated');
          if (broken >= 0) expect(new Set([...verdicts.slice(broken), last]).size).toBe(1);
          expect(last).not.toMatch(/^temporarily/);
        }),
        { seed, numRuns: 300 },
      );
    });
  },
);

it.each([
  ['with a correlation', { correlation: SAME_X }],
  ['with a time', { time: { least: undefined, most: length(new Duration(9, 'days')) } }],
])('leaves what came before open to a later one that it does not suit: %s', (_how, more) => {
  const lines = [
    { step: 'b', x: 1 },
    { step: 'a', x: 1 },
  ];
  expect(verdictOf(kindOf(binary('precedence', more)), lines)).toBe('temporarilySatisfied');
  expect(verdictOf(kindOf(binary('precedence')), lines)).toBe('permanentlySatisfied');
});

describe('time', () => {
  const within = binary('response', {
    time: { least: undefined, most: length(new Duration(2, 'workdays')) },
  });
  // 2026-02-01 is a Sunday: two working days after Monday is Wednesday, day 3.
  const monday: Line = { step: 'a', day: 1 };

  it.each([
    ['pending on the last day', { day: 3 }, 'temporarilyViolated', 'pending'],
    ['late on the day after', { day: 4 }, 'permanentlyViolated', 'violated'],
    ['wanting in a closed case', { day: 3, closed: true }, 'permanentlyViolated', 'violated'],
  ] as const)('leaves a response %s', (_title, when, verdict, outcome) => {
    const stand = judge(kindOf(within), [monday], when);
    expect(stand.verdict).toBe(verdict);
    expect(stand.activations?.map((each) => each.outcome)).toEqual([outcome]);
  });

  it('says by when a response is due, and that it is late', () => {
    const open = judge(kindOf(within), [monday], { day: 3 });
    const late = judge(kindOf(within), [monday], { day: 4 });
    const due = open.due?.from.day ?? 0;
    expect([open.due?.day, open.deviations]).toEqual([due + 2, []]);
    expect(late.due).toBeUndefined();
    expect(late.deviations.map(({ code, card, due: by }) => [code, card, by?.day])).toEqual([
      ['LATE', 'red', due + 2],
    ]);
  });

  it('is provisional beyond the calendar', () => {
    const [open, late] = [402, 405].map((day) =>
      judge(kindOf(within), [{ step: 'a', day: 400 }], { day }),
    );
    expect([open?.verdict, open?.due?.provisional]).toEqual(['temporarilyViolated', true]);
    expect([late?.verdict, late?.deviations[0]?.due?.provisional]).toEqual([
      'permanentlyViolated',
      true,
    ]);
  });

  it('is undetermined where the length is not known', () => {
    const template = binary('precedence', { time: { least: length(undefined), most: undefined } });
    const lines = [{ step: 'b' }, { step: 'a' }];
    expect(verdictOf(kindOf(template), lines, true)).toBe('undetermined');
  });
});

function isUnary(kind: BinaryTemplate | UnaryTemplate): kind is UnaryTemplate {
  return (UNARY_TEMPLATES as readonly string[]).includes(kind);
}

function completions(lines: readonly Line[]): readonly (readonly Line[])[] {
  return lines.reduce<readonly (readonly Line[])[]>(
    (all, line) =>
      all.flatMap((trace) =>
        (line.x === undefined ? NUMBERS : [line.x]).map((number) => [
          ...trace,
          { ...line, x: number },
        ]),
      ),
    [[]],
  );
}
