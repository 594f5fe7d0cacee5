import type { Verdict } from '@qingdan/core';
import { nameOf } from '@qingdan/engine';
import { type Evaluator, isRefusal } from '../evaluators/evaluator.js';
import type { Case } from '../random/case.js';
import { worldOf } from '../random/worlds.js';

/** What an evaluator says of a case, question by question. */
export async function verdictsOf(
  evaluator: Evaluator,
  { policy, world, record, asOf }: Case,
): Promise<ReadonlyMap<string, Verdict>> {
  const judge = evaluator.prepare(policy);
  if (isRefusal(judge)) throw new Error(judge.refused);
  const { judgements } = await judge(record, worldOf(world), asOf);
  return new Map(judgements.map((judgement) => [nameOf(judgement), judgement.verdict]));
}

/** The questions on which violated became satisfied or not applicable, or the other way round. */
export function turned(
  before: ReadonlyMap<string, Verdict>,
  after: ReadonlyMap<string, Verdict>,
): string[] {
  return [...before].flatMap(([name, verdict]) => {
    const now = after.get(name);
    const contradicts =
      now !== undefined &&
      now !== 'undetermined' &&
      verdict !== 'undetermined' &&
      (now === 'violated') !== (verdict === 'violated');
    return contradicts ? [`${name}: ${verdict} became ${now}`] : [];
  });
}
