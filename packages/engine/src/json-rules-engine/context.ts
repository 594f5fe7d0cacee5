import type { Condition, Day, Policy } from '@qingdan/core';
import type { Facts } from './facts.js';
import type { Formula } from './formula.js';

/** What lowering a condition needs to know. */
export interface Context {
  readonly policy: Policy;
  /** A day of the stretch of constant law for which rules are written. */
  readonly law: Day;
  readonly facts: Facts;
  /** Handed on, so that the parts of the lowering needn't import each other in a circle. */
  readonly lower: (condition: Condition, context: Context) => Formula;
}
