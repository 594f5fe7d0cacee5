import { type Evaluator, isRefusal } from '../evaluators/evaluator.js';
import type { Case } from './case.js';
import { differsFrom } from './disagreement.js';
import { smallerCases } from './smaller.js';
import { worldOf } from './worlds.js';

const ATTEMPTS = 4000;

/** Takes away what isn't needed for two evaluators to differ, until nothing more can be taken away. */
export async function shrink(found: Case, reference: Evaluator, other: Evaluator): Promise<Case> {
  const alone = { ...found, before: [] };
  let smallest = (await differs(alone, reference, other)) ? alone : found;
  let attempts = 0;
  for (let shrunk = true; shrunk;) {
    shrunk = false;
    for (const candidate of smallerCases(smallest)) {
      attempts += 1;
      if (attempts > ATTEMPTS) return smallest;
      if (await differs(candidate, reference, other)) {
        smallest = candidate;
        shrunk = true;
        break;
      }
    }
  }
  return smallest;
}

async function differs(
  { policy, world: parts, before, record, asOf }: Case,
  reference: Evaluator,
  other: Evaluator,
): Promise<boolean> {
  try {
    const judge = other.prepare(policy);
    const expected = reference.prepare(policy);
    if (isRefusal(judge) || isRefusal(expected)) return false;
    const world = worldOf(parts);
    for (const earlier of before) await judge(earlier.record, world, earlier.asOf);
    const meant = await expected(record, world, asOf);
    return (await differsFrom(meant, () => judge(record, world, asOf))) !== undefined;
  } catch {
    // The reference can't make sense of it: taken too much away.
    return false;
  }
}
