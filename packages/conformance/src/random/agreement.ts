import { type Evaluator, isRefusal, type Judge } from '../evaluators/evaluator.js';
import { differsFrom } from './disagreement.js';
import type { Case } from './case.js';
import { printCase } from './print-case.js';
import { probesOf } from './probes.js';
import { makeRun, type Run } from './runs.js';
import { shrink } from './shrink.js';
import { Tally } from './tally.js';
import { worldOf } from './worlds.js';

/** An evaluator that is held to the reference, on every n-th policy. */
interface Held {
  readonly evaluator: Evaluator;
  readonly every: number;
}

export interface Asked {
  readonly seed: number;
  readonly policies: number;
  readonly reference: Evaluator;
  readonly held: readonly Held[];
}

/** Tries evaluators on random policies and records. Throws at the first disagreement, in its smallest form. */
export async function agree({ seed, policies, reference, held }: Asked): Promise<Tally> {
  const tally = new Tally();
  for (let number = 0; number < policies; number += 1) {
    const run = makeRun(seed, number);
    tally.addPolicy(run.policy);
    const others = held
      .filter(({ every }) => number % every === 0)
      .flatMap(({ evaluator }) => {
        const judge = evaluator.prepare(run.policy);
        if (isRefusal(judge)) tally.compared.add(`${evaluator.name} (refused)`);
        return isRefusal(judge) ? [] : [{ evaluator, judge }];
      });
    const expected = reference.prepare(run.policy);
    if (isRefusal(expected)) throw new Error(expected.refused);
    await tryRun(run, reference, expected, others, tally, seed);
  }
  return tally;
}

interface Ready {
  readonly evaluator: Evaluator;
  readonly judge: Judge;
}

async function tryRun(
  { policy, situations, number }: Run,
  reference: Evaluator,
  expected: Judge,
  others: readonly Ready[],
  tally: Tally,
  seed: number,
): Promise<void> {
  const probes = probesOf(policy);
  for (const { world: parts, atHand } of situations) {
    const world = worldOf(parts);
    for (const [index, each] of atHand.entries()) {
      const { record, asOf } = each;
      const meant = await expected(record, world, asOf);
      tally.addJudged(meant);
      tally.addProbes(probes, each);
      for (const { evaluator, judge } of others) {
        const differs = await differsFrom(meant, () => judge(record, world, asOf));
        if (differs === undefined) {
          tally.compared.add(evaluator.name);
          continue;
        }
        const found: Case = {
          policy,
          world: parts,
          before: atHand.slice(0, index),
          record,
          asOf,
        };
        const small = await shrink(found, reference, evaluator);
        throw new Error(
          `${evaluator.name} disagrees with ${reference.name} in run ${String(number)} of QINGDAN_SEED=${String(seed)}\n` +
            `${differs}\n\n${await printCase(small, reference, evaluator)}`,
        );
      }
    }
  }
}
