import type { Day, Policy } from '@qingdan/core';
import type { Records } from './world.js';

/**
 * Whether everything of a kind is known, where no window is given: of transactions since ever and up to the clock; of a
 * register, which is a state, as it stood on the day whose law is applied.
 */
export function isWhole(
  kind: string,
  organisation: string | undefined,
  law: Day,
  policy: Policy,
  records: Records,
): boolean {
  const day = policy.records.get(kind)?.register === true ? law : undefined;
  return records.isComplete(kind, organisation, day, day);
}
