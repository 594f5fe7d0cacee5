import type { Day, Policy, RecordNode } from '@qingdan/core';
import type { WorldParts } from './worlds.js';

interface Before {
  readonly record: RecordNode;
  readonly asOf: Day | undefined;
}

/** One policy, one record, and what else is known. */
export interface Case {
  readonly policy: Policy;
  readonly world: WorldParts;
  /** Records judged before, by the same evaluator in the same world: what it keeps may depend on them. */
  readonly before: readonly Before[];
  readonly record: RecordNode;
  readonly asOf: Day | undefined;
}
