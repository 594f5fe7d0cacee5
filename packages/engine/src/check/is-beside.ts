import type { MissingFact } from '@qingdan/core';

/** Something is wanting, and none of it in what is judged: a figure that isn't set, a register that isn't connected. */
export function isBeside(missing: readonly MissingFact[]): boolean {
  return missing.length > 0 && missing.every(({ scope }) => scope === 'run');
}
