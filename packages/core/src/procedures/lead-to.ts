import type { After, Procedure } from './procedure.js';

/** For each step, those that must or may have been done for it: what it waits for, and what that waits for. */
export function leadsTo({ constraints }: Procedure): (earlier: string, later: string) => boolean {
  const awaited = new Map<string, Set<string>>();
  for (const { rule } of constraints) {
    if (rule.kind !== 'precedence') continue;
    const steps = awaited.get(rule.step) ?? new Set<string>();
    awaited.set(rule.step, steps);
    for (const step of stepsIn(rule.after)) steps.add(step);
  }
  const all = new Map<string, ReadonlySet<string>>();
  for (const step of awaited.keys()) {
    const found = new Set<string>();
    const next = [step];
    for (let at = next.pop(); at !== undefined; at = next.pop()) {
      for (const before of awaited.get(at) ?? []) {
        if (found.has(before)) continue;
        found.add(before);
        next.push(before);
      }
    }
    all.set(step, found);
  }
  return (earlier, later) => all.get(later)?.has(earlier) === true;
}

function stepsIn(after: After): readonly string[] {
  return after.kind === 'step' ? [after.step] : after.of.flatMap(stepsIn);
}
