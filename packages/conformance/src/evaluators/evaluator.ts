import type { Day, Policy, RecordNode } from '@qingdan/core';
import type { Judged, World } from '@qingdan/engine';

/** Judges records by one policy. */
export type Judge = (record: RecordNode, world: World, asOf?: Day) => Judged | Promise<Judged>;

/** One way to find out what a policy says; all of them must say the same. */
export interface Evaluator {
  readonly name: string;
  /** Gets ready for a policy, or says why it can't express it. */
  prepare(policy: Policy): Judge | Refusal;
}

export interface Refusal {
  readonly refused: string;
}

export function isRefusal(prepared: Judge | Refusal): prepared is Refusal {
  return typeof prepared === 'object';
}
