import type { After, Expression, Procedure, StepPart } from '@qingdan/core';
import { rulesOf } from './rules.js';

/** How long it takes at least, and by which steps. */
export interface LeastTime {
  readonly count: number;
  /** Each with what it adds to those before. */
  readonly chain: readonly { readonly step: string; readonly more: number }[];
}

/**
 * The least time from one moment to another that the gaps and publicity between them ask for; undefined where nothing
 * says that the one comes before the other. A step that a condition may leave out is waited for by nobody.
 */
export function leastTime(
  procedure: Procedure,
  from: StepPart,
  to: StepPart,
  countOf: (length: Expression) => number,
): LeastTime | undefined {
  const waits = new Map(
    rulesOf(procedure, 'precedence').map(({ rule }) => [rule.step, rule.after]),
  );
  const lasts = new Map(rulesOf(procedure, 'publicity').map(({ rule }) => [rule.step, rule.least]));
  const gaps = rulesOf(procedure, 'gap').map(({ rule }) => rule);
  const sure = new Set(
    procedure.steps.flatMap(({ id, when }) => (when === undefined || id === from.step ? [id] : [])),
  );
  const open = new Set<string>();

  const until = (part: StepPart): LeastTime | undefined => {
    if (part.step === from.step && part.part === from.part)
      return { count: 0, chain: [{ step: part.step, more: 0 }] };
    const name = `${part.step}.${part.part}`;
    // A circle is told elsewhere.
    if (open.has(name)) return undefined;
    open.add(name);
    const ways = [
      part.part === 'end'
        ? then(until({ step: part.step, part: 'start' }), part.step, lasts.get(part.step))
        : then(untilAfter(waits.get(part.step)), part.step, undefined),
      ...gaps
        .filter(({ to: later }) => later.step === part.step && later.part === part.part)
        .filter(({ from: earlier }) => comesBefore(earlier.step, part.step))
        .map((gap) => then(until(gap.from), part.step, gap.least)),
    ];
    open.delete(name);
    return longest(ways);
  };

  const untilAfter = (after: After | undefined): LeastTime | undefined => {
    if (after === undefined) return undefined;
    if (after.kind === 'step') return sure.has(after.step) ? until(after) : undefined;
    const ways = after.of.map(untilAfter);
    if (after.kind === 'all') return longest(ways);
    return ways.includes(undefined) ? undefined : shortest(ways);
  };

  /** Whether a step is done before another one whatever the case: of `any`, before each of them. */
  const comesBefore = (step: string, later: string): boolean =>
    step === from.step || isAwaited(step, waits.get(later), new Set([later]));
  const isAwaited = (
    step: string,
    after: After | undefined,
    seen: ReadonlySet<string>,
  ): boolean => {
    if (after === undefined) return false;
    if (after.kind !== 'step') {
      const awaited = after.of.map((each) => isAwaited(step, each, seen));
      return after.kind === 'all' ? awaited.includes(true) : !awaited.includes(false);
    }
    if (!sure.has(after.step) || seen.has(after.step)) return false;
    return (
      after.step === step || isAwaited(step, waits.get(after.step), new Set([...seen, after.step]))
    );
  };

  const then = (
    before: LeastTime | undefined,
    step: string,
    length: Expression | undefined,
  ): LeastTime | undefined => {
    if (before === undefined) return undefined;
    const more = length === undefined ? 0 : countOf(length);
    const last = before.chain.at(-1);
    const chain =
      last?.step === step
        ? [...before.chain.slice(0, -1), { step, more: last.more + more }]
        : [...before.chain, { step, more }];
    return { count: before.count + more, chain };
  };

  return until(to);
}

function longest(ways: readonly (LeastTime | undefined)[]): LeastTime | undefined {
  return ways.reduce(
    (best, way) => (way !== undefined && way.count > (best?.count ?? -1) ? way : best),
    undefined,
  );
}

function shortest(ways: readonly (LeastTime | undefined)[]): LeastTime | undefined {
  return ways.reduce((best, way) =>
    way !== undefined && way.count < (best?.count ?? Infinity) ? way : best,
  );
}
