import { type Outcome, OUTCOMES, type RecordResult } from '@qingdan/core';

/** How many records came out how. */
export function countOutcomes(results: readonly RecordResult[]): Readonly<Record<Outcome, number>> {
  const counts = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, 0])) as Record<
    Outcome,
    number
  >;
  for (const { outcome } of results) counts[outcome] += 1;
  return counts;
}
