import type { Runner } from '../timing/runner.js';
import type { Payment, Rule } from './rules.js';

/** An engine, or a way to use one. */
export interface Contender {
  readonly name: string;
  /** Loads the rules and makes ready what can be made ready before a payment is known. */
  readonly prepare: (
    rules: readonly Rule[],
    payments: readonly Payment[],
  ) => Runner | Promise<Runner>;
}
