import { type After, type Diagnostic, diagnostic, type Procedure } from '@qingdan/core';
import type { Library } from '../../library.js';
import { rulesOf } from './rules.js';

/** No step waits for one that waits for it; of `any`, one way out is enough. */
export function checkStepCycles(library: Library): Diagnostic[] {
  return [...library.procedures.values()].flat().flatMap(cyclesOf);
}

function cyclesOf(procedure: Procedure): Diagnostic[] {
  const waits = new Map(
    rulesOf(procedure, 'precedence').map(({ rule, span }) => [
      rule.step,
      { after: rule.after, span },
    ]),
  );
  const done = new Set(procedure.steps.flatMap(({ id }) => (waits.has(id) ? [] : [id])));
  // What can be done makes more possible, until nothing is added.
  for (let size = -1; size !== done.size;) {
    size = done.size;
    for (const [step, { after }] of waits) if (stuckOn(after, done) === undefined) done.add(step);
  }
  const told = new Set<string>();
  const found: Diagnostic[] = [];
  for (const [first] of waits) {
    const way: string[] = [];
    let step: string | undefined = done.has(first) ? undefined : first;
    while (step !== undefined && !way.includes(step) && !told.has(step)) {
      way.push(step);
      const waiting = waits.get(step);
      step = waiting === undefined ? undefined : stuckOn(waiting.after, done);
    }
    for (const each of way) told.add(each);
    const at = step === undefined ? -1 : way.indexOf(step);
    const span = step === undefined ? undefined : waits.get(step)?.span;
    // A step that only leads to a circle follows from it.
    if (step === undefined || at === -1 || span === undefined) continue;
    const cycle = [...way.slice(at), step].join(' → ');
    found.push(diagnostic('step-cycle', { id: procedure.id, cycle }, span));
  }
  return found;
}

/** A step that has to come first and never can; undefined where nothing stands in the way. */
function stuckOn(after: After, done: ReadonlySet<string>): string | undefined {
  if (after.kind === 'step') return done.has(after.step) ? undefined : after.step;
  const stuck = after.of.map((each) => stuckOn(each, done));
  if (after.kind === 'all') return stuck.find((step) => step !== undefined);
  return stuck.includes(undefined) ? undefined : stuck[0];
}
