import { isSameRecord } from '@qingdan/core';
import type { Case } from '../random/case.js';
import { makeRun, type Run } from '../random/runs.js';

/** One case of a random run, with the record at hand standing in its own books as it does in a file. */
export function caseAt(seed: number, run: number, pair: number): Case {
  const { policy, situations } = runAt(seed, run);
  const situation = situations[pair % situations.length];
  const atHand = situation?.atHand[Math.floor(pair / situations.length) % situation.atHand.length];
  if (situation === undefined || atHand === undefined) throw new Error('an empty run');
  const { record, asOf } = atHand;
  const { world } = situation;
  const others = world.records.filter((each) => !isSameRecord(each, record));
  return { policy, world: { ...world, records: [...others, record] }, before: [], record, asOf };
}

const runs = new Map<string, Run>();

/** A property comes back to the same runs, in any order. */
function runAt(seed: number, run: number): Run {
  const name = `${String(seed)} ${String(run)}`;
  let made = runs.get(name);
  if (made === undefined) runs.set(name, (made = makeRun(seed, run)));
  return made;
}
