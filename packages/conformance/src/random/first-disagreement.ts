import type { Judged } from '@qingdan/engine';
import { type Evaluator, isRefusal, type Judge } from '../evaluators/evaluator.js';
import { differsFrom } from './disagreement.js';
import { makeRun, type Run } from './runs.js';
import { worldOf } from './worlds.js';

export interface Sought {
  readonly seed: number;
  readonly policies: number;
  readonly reference: Evaluator;
  readonly held: Evaluator;
}

/** The number of the first run on which an evaluator differs from the reference. */
export async function firstDisagreement({
  seed,
  policies,
  reference,
  held,
}: Sought): Promise<number | undefined> {
  for (let number = 0; number < policies; number += 1) {
    const { run, meant } = await answers(seed, number, reference);
    const judge = held.prepare(run.policy);
    if (isRefusal(judge)) continue;
    let pair = 0;
    for (const { world: parts, atHand } of run.situations) {
      const world = worldOf(parts);
      for (const { record, asOf } of atHand) {
        const expected = meant[pair] as Judged;
        pair += 1;
        if ((await differsFrom(expected, () => judge(record, world, asOf))) !== undefined)
          return number;
      }
    }
  }
  return undefined;
}

interface Answered {
  readonly run: Run;
  readonly meant: readonly Judged[];
}

const KEPT = 300;
const kept = new Map<string, Answered>();

/** What the reference says of a run; the first runs are kept, for they are asked for again and again. */
async function answers(seed: number, number: number, reference: Evaluator): Promise<Answered> {
  const name = `${String(seed)} ${String(number)}`;
  const known = kept.get(name);
  if (known !== undefined) return known;
  const run = makeRun(seed, number);
  const judge = reference.prepare(run.policy);
  if (isRefusal(judge)) throw new Error(judge.refused);
  const answered: Answered = { run, meant: await judgeAll(run, judge) };
  if (kept.size < KEPT) kept.set(name, answered);
  return answered;
}

async function judgeAll({ situations }: Run, judge: Judge): Promise<Judged[]> {
  const meant: Judged[] = [];
  for (const { world: parts, atHand } of situations) {
    const world = worldOf(parts);
    for (const { record, asOf } of atHand) meant.push(await judge(record, world, asOf));
  }
  return meant;
}
