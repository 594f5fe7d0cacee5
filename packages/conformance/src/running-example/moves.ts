import type { CaseFinding, CaseResult } from '@qingdan/core';

/** What an alignment would say of a case: steps that the model has and the log lacks, and events of which the reverse holds. */
export interface Moves {
  readonly missing: readonly string[];
  readonly unexpected: readonly string[];
}

/**
 * Reads deviations as moves, by the names that the log uses. A step that isn't the procedure's is unexpected. What lacks a step
 * misses it; of a step after which others had to be done again, and of which nothing was, the step itself is unexpected: to take
 * it back is the least that mends the case.
 */
export function movesOf({ log, procedure, findings }: CaseResult): Moves {
  const titles = new Map(procedure.steps.map(({ id, title }) => [id, title.en]));
  const unknown = log.events.filter(({ step }) => !titles.has(step)).map(({ step }) => step);
  const known = log.events.filter(({ step }) => titles.has(step));
  const missing: string[] = [];
  const unexpected = [...unknown];
  for (const { deviation } of findings) {
    const { code, step, events, lacking, constraint } = deviation;
    const [first, second] = events;
    if (code === 'MISSING') missing.push(step);
    else if (code === 'DUPLICATE' || code === 'FORBIDDEN')
      unexpected.push(...events.map((event) => event.step));
    else if (code !== 'ORDER') throw new Error(`no move is ${code}`);
    else if (constraint.rule.kind === 'template') missing.push(step);
    else if (first === undefined || second === undefined) missing.push(...lacking);
    else if (known.indexOf(second) === known.indexOf(first) + 1) unexpected.push(first.step);
    else missing.push(...lacking);
  }
  const named = (steps: readonly string[]): readonly string[] =>
    steps.map((step) => titles.get(step) ?? step).sort();
  return { missing: named(missing), unexpected: named(unexpected) };
}

/** Codes and steps, for those who look for what went wrong. */
export function textOf({ deviation, following }: CaseFinding): string {
  const { code, step } = deviation;
  return [`${code} ${step}`, ...following.map((each) => `(${textOf(each)})`)].join(' ');
}
