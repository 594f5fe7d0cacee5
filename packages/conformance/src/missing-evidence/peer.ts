import type { Clause, Facts } from './question.js';

/**
 * What an engine made of the rule. `skipped`: an error in the clause, reported beside an answer that lets the payment
 * pass. `refused`: the rule isn't accepted. `unsayable`: the engine's grammar has no such rule.
 */
export type Answer =
  'violation' | 'no violation' | 'undetermined' | 'error' | 'skipped' | 'refused' | 'unsayable';

export interface Peer {
  readonly name: string;
  readonly ask: (rule: Clause, facts: Facts) => Answer | Promise<Answer>;
}

export function answerOf(violated: boolean): Answer {
  return violated ? 'violation' : 'no violation';
}
