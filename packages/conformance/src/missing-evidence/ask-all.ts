import { CEDAR, CEDAR_VALIDATED } from './ask-cedar.js';
import { JSON_LOGIC } from './ask-json-logic.js';
import { JSON_RULES_ENGINE, JSON_RULES_ENGINE_LENIENT } from './ask-json-rules-engine.js';
import { QINGDAN } from './ask-qingdan.js';
import { ZEN } from './ask-zen.js';
import { factsWith, type Gap, GAPS, isMissing } from './gap.js';
import type { Answer, Peer } from './peer.js';
import { type Question, QUESTIONS, ruleOf } from './question.js';

export const PEERS: readonly Peer[] = [
  QINGDAN,
  JSON_RULES_ENGINE,
  JSON_RULES_ENGINE_LENIENT,
  JSON_LOGIC,
  ZEN,
  CEDAR,
  CEDAR_VALIDATED,
];

/** One line of the table: what every engine answered. */
export interface Line {
  readonly question: Question;
  /** Absent where the clause speaks of no fact. */
  readonly gap: Gap | undefined;
  /** The rule can't be decided without what is missing. */
  readonly missing: boolean;
  /** In the order of the engines. */
  readonly answers: readonly Answer[];
}

/** Puts every question to every engine, by running it. */
export async function askAll(peers: readonly Peer[]): Promise<Line[]> {
  const lines: Line[] = [];
  for (const question of QUESTIONS) {
    const gaps = question.fact === undefined ? [undefined] : GAPS;
    for (const gap of gaps) {
      const facts = factsWith(question, gap ?? 'absent');
      const answers: Answer[] = [];
      for (const { ask } of peers) answers.push(await ask(ruleOf(question), facts));
      const missing = gap !== undefined && isMissing(question, gap);
      lines.push({ question, gap, missing, answers });
    }
  }
  return lines;
}
