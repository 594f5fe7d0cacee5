import type { Day, Policy, RecordNode } from '@qingdan/core';
import type { WorldParts } from './worlds.js';

/** One policy, one record, and what else is known. */
export interface Case {
  readonly policy: Policy;
  readonly world: WorldParts;
  readonly record: RecordNode;
  readonly asOf: Day | undefined;
}
