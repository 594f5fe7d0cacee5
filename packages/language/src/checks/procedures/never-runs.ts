import { type Condition, type Diagnostic, diagnostic, NONE, type Value } from '@qingdan/core';
import type { Library } from '../../library.js';
import { finiteFacts, truthOf } from '../facts.js';

/** The `when` of a step can be true of some case. Told is only what is certain whatever else the case is. */
export function checkNeverRuns(library: Library): Diagnostic[] {
  return [...library.procedures.values()]
    .flat()
    .flatMap(({ steps }) =>
      steps.flatMap(({ id, when }) =>
        when === undefined || mayBeTrue(library, when)
          ? []
          : [diagnostic('step-never-runs', { step: id }, when.span)],
      ),
    );
}

/** Enough for a dozen facts; beyond it nothing is claimed. */
const MOST_STEPS = 20_000;

function mayBeTrue(library: Library, when: Condition): boolean {
  const facts = finiteFacts(library, [when]);
  const given = new Map<string, Value>();
  let steps = 0;
  const visit = (depth: number): boolean => {
    steps += 1;
    if (steps > MOST_STEPS) return true;
    if (truthOf(library, when, given) === false) return false;
    const fact = facts[depth];
    if (fact === undefined) return true;
    const values: readonly Value[] = [...fact.values, NONE];
    for (const value of values) {
      given.set(fact.path, value);
      if (visit(depth + 1)) return true;
    }
    given.delete(fact.path);
    return false;
  };
  return visit(0);
}
