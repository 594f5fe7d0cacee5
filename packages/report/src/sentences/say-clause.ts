import type { Clause, PowerClause, Text } from '@qingdan/core';
import { say } from '../locale/messages.js';
import { sayCondition } from './say-condition.js';
import { sayPowerClause } from './say-power-clause.js';
import type { Manner, Speech } from './speech.js';

const POWER_CLAUSES: ReadonlySet<string> = new Set<PowerClause['kind']>([
  'exercised',
  'holder',
  'authority',
  'row',
  'places',
  'place',
  'decision',
]);

export function isPowerClause(clause: Clause): clause is PowerClause {
  return POWER_CLAUSES.has(clause.kind);
}

/** What the author of a clause has it say. */
export function ownWordsOf(clause: Clause): Text | undefined {
  return isPowerClause(clause) ? undefined : clause.says;
}

/** A condition or what a power asks: the rule as such. */
export function sayClause(clause: Clause, speech: Speech, manner: Manner = {}): string {
  return isPowerClause(clause)
    ? sayPowerClause(clause, speech, manner.negated)
    : sayCondition(clause, speech, manner);
}

/** As `sayClause`; of a group, and of the negation of one, only a heading: its parts are said below it. */
export function sayHeading(clause: Clause, speech: Speech): string {
  const { lang } = speech;
  if (isPowerClause(clause) || clause.says !== undefined) return sayClause(clause, speech);
  if (clause.kind === 'all' || clause.kind === 'any') return say(lang, `group.${clause.kind}`);
  if (clause.kind !== 'not') return sayCondition(clause, speech);
  const inner = clause.of;
  if (inner.says === undefined && (inner.kind === 'all' || inner.kind === 'any'))
    return say(lang, `group.${inner.kind}.not`);
  return sayCondition(clause, speech);
}
