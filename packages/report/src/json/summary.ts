import type { CheckReport } from '@qingdan/core';

/** How many records came out in one way or another. */
export function countRecords(outcomes: CheckReport['outcomes']): number {
  return Object.values(outcomes).reduce((sum, count) => sum + count, 0);
}
