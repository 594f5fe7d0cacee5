import type { CaseVerdict, Constraint, ConstraintState, Deviation } from '@qingdan/core';
import type { AsOf, Stand } from './monitor.js';

/**
 * How a constraint stands that each event of a step either keeps to or not, once and for all: what is wrong stays wrong,
 * and what may yet come is open until the case is closed.
 */
export function standOf(
  activated: boolean,
  deviations: readonly Deviation[],
  { closed }: AsOf,
): Stand {
  return { verdict: verdictOf(activated, deviations, closed), deviations };
}

function verdictOf(
  activated: boolean,
  deviations: readonly Deviation[],
  closed: boolean,
): CaseVerdict {
  const wrong = deviations.length === 0 ? undefined : worstOf(deviations);
  if (wrong !== undefined) return wrong;
  if (!activated) return 'notApplicable';
  return closed ? 'permanentlySatisfied' : 'temporarilySatisfied';
}

function worstOf(deviations: readonly Deviation[]): CaseVerdict | undefined {
  if (deviations.some(({ verdict, permanent }) => verdict === 'violated' && permanent))
    return 'permanentlyViolated';
  if (deviations.some(({ verdict }) => verdict === 'violated')) return 'temporarilyViolated';
  return deviations.some(({ verdict }) => verdict === 'undetermined') ? 'undetermined' : undefined;
}

/** How a constraint stands, told with which it is. */
export function stateOf(
  constraint: Constraint,
  { verdict, due, card, deviations, activations }: Stand,
): ConstraintState {
  return { constraint, verdict, due, card, deviations, activations };
}

export const NOTHING_WRONG: readonly Deviation[] = [];

/** What is wrong with each of some things; with most there is nothing, and then nothing is made. */
export function wrongOfEach<T>(
  things: readonly T[],
  wrongAt: (thing: T) => readonly Deviation[],
): readonly Deviation[] {
  let all: Deviation[] | undefined;
  for (const thing of things) {
    const wrong = wrongAt(thing);
    if (wrong.length > 0) (all ??= []).push(...wrong);
  }
  return all ?? NOTHING_WRONG;
}
