import { printDate } from '@qingdan/core';
import { type Evaluator, isRefusal } from '../evaluators/evaluator.js';
import { printPolicy } from '../print/print-policy.js';
import { printRecord } from '../print/print-value.js';
import type { Case } from './case.js';
import { worldOf } from './worlds.js';

/** The case as people read it, and what each evaluator says of it. */
export async function printCase(
  { policy, world, before, record, asOf }: Case,
  ...evaluators: readonly Evaluator[]
): Promise<string> {
  const verdicts = await Promise.all(
    evaluators.map(async (evaluator) => {
      const judge = evaluator.prepare(policy);
      if (isRefusal(judge)) return `  ${evaluator.name}: refused (${judge.refused})`;
      const records = worldOf(world);
      for (const earlier of before) await judge(earlier.record, records, earlier.asOf);
      const { judgements } = await judge(record, records, asOf);
      const said = judgements.map(
        ({ item, code, verdict }) => `${item}${code === undefined ? '' : `#${code}`} ${verdict}`,
      );
      return `  ${evaluator.name}: ${said.join(', ')}`;
    }),
  );
  return [
    printPolicy(policy),
    ...(before.length === 0
      ? []
      : ['judged before:', ...before.map(({ record: earlier }) => printRecord(earlier))]),
    'record at hand:',
    printRecord(record),
    ...(asOf === undefined ? [] : [`as of ${printDate(asOf)}`]),
    `clock: ${printDate(world.clock)}, calendar: ${world.calendar.digest}`,
    'books:',
    ...world.books.map(
      ({ kind, organisation, from, until }) =>
        `  ${kind} of ${organisation ?? 'all'}: ${from === undefined ? '' : printDate(from)}..${until === undefined ? '' : printDate(until)}`,
    ),
    'other records:',
    ...world.records.map(printRecord),
    'verdicts:',
    ...verdicts,
  ].join('\n');
}
