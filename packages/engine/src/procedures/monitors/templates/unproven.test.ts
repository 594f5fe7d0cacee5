import { type CaseVerdict, orderEvents, precedes, type Template } from '@qingdan/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  binary,
  everyTemplate,
  kindOf,
  type Line,
  momentsOf,
  nameOf,
  standOf,
  unary,
} from '../../../testing/declare.js';
import { judgeTrace, type Trace } from '../../../testing/declare-reference.js';
import type { Moment, Stand } from '../../monitor.js';

/** The moments as a case shows them: in the order of the log where nothing else is known. */
function inLogOrder(lines: readonly Line[]): readonly Moment[] {
  const moments = momentsOf(lines);
  return orderEvents(moments.map(({ event }) => event)).map((event, position) => ({
    ...moments.find((each) => each.event === event)!,
    position,
  }));
}

function judge(template: Template, lines: readonly Line[], closed: boolean): Stand {
  const kind = kindOf(template);
  const monitor = kind.start();
  const moments = inLogOrder(lines);
  for (const moment of moments)
    if (kind.steps === undefined || kind.steps.has(moment.event.step)) monitor.observe(moment);
  return standOf(monitor, closed, lines.at(-1)?.day ?? 0, moments.at(-1));
}

/** By trying every order in which no event stands before one that came before it. */
function naively(
  template: Template,
  lines: readonly Line[],
): { readonly verdict: CaseVerdict; readonly activations: readonly string[] } {
  // What orders two events only by way of a third is nothing to a template that doesn't see the third.
  const { steps } = kindOf(template);
  const moments = inLogOrder(lines).filter(({ event }) => steps?.has(event.step) !== false);
  const verdicts = new Set<string>();
  const outcomes = new Map<string, Set<boolean>>();
  for (const order of permutations(moments)) {
    const isPossible = order.every((a, i) =>
      order.slice(i + 1).every((b) => !((precedes(b.event, a.event) ?? 0) < 0)),
    );
    if (!isPossible) continue;
    const trace: Trace = {
      length: order.length,
      a: (i) => order[i]?.event.step === 'a',
      b: (i) => order[i]?.event.step === 'b',
      together: () => true,
    };
    const judged = judgeTrace(
      template.kind,
      trace,
      'count' in template ? template.count : undefined,
    );
    verdicts.add(judged.verdict);
    for (const [i, kept] of judged.activations) {
      const id = order[i]!.event.id;
      outcomes.set(id, (outcomes.get(id) ?? new Set()).add(kept));
    }
  }
  const [verdict, ...others] = verdicts;
  return {
    verdict:
      others.length > 0
        ? 'undetermined'
        : verdict === 'notApplicable'
          ? verdict
          : verdict === 'satisfied'
            ? 'permanentlySatisfied'
            : 'permanentlyViolated',
    activations: [...outcomes].map(
      ([id, [kept, ...more]]) =>
        `${id} ${more.length > 0 ? 'undetermined' : kept === true ? 'fulfilled' : 'violated'}`,
    ),
  };
}

function permutations<T>(items: readonly T[]): readonly (readonly T[])[] {
  if (items.length === 0) return [[]];
  return items.flatMap((item, i) =>
    permutations(items.filter((_, j) => j !== i)).map((others) => [item, ...others]),
  );
}

const line = fc.record(
  {
    step: fc.constantFrom('a', 'a', 'b', 'b', 'c'),
    day: fc.integer({ min: 0, max: 1 }),
    seq: fc.constantFrom(null, null, null, 1, 2),
    hour: fc.constantFrom(9, 10),
  },
  { requiredKeys: ['step', 'day', 'seq'] },
);
const cases = fc
  .array(line, { maxLength: 5 })
  .map((lines): readonly Line[] => [...lines].sort((a, b) => a.day - b.day))
  // What contradicts itself is in no order.
  .filter((lines) => {
    const moments = momentsOf(lines);
    return permutations(moments).some((order) =>
      order.every((a, i) =>
        order.slice(i + 1).every((b) => !((precedes(b.event, a.event) ?? 0) < 0)),
      ),
    );
  });

const seed = Number(process.env.QINGDAN_SEED ?? 20260401);

describe.each(everyTemplate().map((template) => [nameOf(template), template] as const))(
  `%s of events whose order is not known (seed ${String(seed)})`,
  (_name, template) => {
    it('is what it is in every order, or undetermined', () => {
      let unproven = 0;
      fc.assert(
        fc.property(cases, (lines) => {
          const stand = judge(template, lines, true);
          const expected = naively(template, lines);
          expect(stand.verdict).toBe(expected.verdict);
          const codes = stand.deviations.map(({ code }) => code);
          expect(codes.includes('ORDER_UNPROVEN')).toBe(expected.verdict === 'undetermined');
          if (expected.verdict === 'undetermined') unproven += 1;
          const told = (stand.activations ?? []).map(
            ({ event, outcome }) => `${event.id} ${outcome}`,
          );
          expect([...told].sort()).toEqual([...expected.activations].sort());
        }),
        { seed, numRuns: 150 },
      );
      const counts = ['existence', 'absence', 'exactly', 'choice', 'exclusiveChoice'];
      const free = [...counts, 'respondedExistence', 'coExistence', 'notCoExistence'];
      expect(unproven > 0).toBe(!free.includes(template.kind));
    });
  },
);

describe('of two events of one day without an order', () => {
  const both: readonly Line[] = [
    { step: 'a', seq: null },
    { step: 'b', seq: null },
  ];

  it('it is said that their order is not proven, and which they are', () => {
    const { deviations, verdict } = judge(binary('response'), both, true);
    expect(verdict).toBe('undetermined');
    expect(deviations).toHaveLength(1);
    expect(deviations[0]).toMatchObject({
      code: 'ORDER_UNPROVEN',
      verdict: 'undetermined',
      step: 'b',
      lacking: ['a'],
    });
    expect(deviations[0]!.events.map(({ id }) => id)).toEqual(['0', '1']);
  });

  it.each<[string, readonly Line[]]>([
    ['numbers do', both.map((each, seq) => ({ ...each, seq }))],
    ['times do', both.map((each, hour) => ({ ...each, hour }))],
    ['another target settles it', [...both, { step: 'b', day: 1, seq: null }]],
  ])('nothing is unproven where %s', (_what, lines) => {
    expect(judge(binary('response'), lines, true).verdict).toBe('permanentlySatisfied');
  });

  it('a day of very many is not tried, unless they are all alike', () => {
    const many = (step: (i: number) => string): readonly Line[] =>
      Array.from({ length: 500 }, (_, i) => ({ step: step(i), seq: null }));
    const mixed = many((i) => (i % 2 === 0 ? 'a' : 'b'));
    expect(judge(binary('response'), mixed, true).verdict).toBe('undetermined');
    const same = judge(
      binary('response'),
      many(() => 'a'),
      true,
    );
    expect(same.verdict).toBe('permanentlyViolated');
    expect(
      judge(
        unary('existence', 2),
        many(() => 'a'),
        true,
      ).verdict,
    ).toBe('permanentlySatisfied');
  });
});
