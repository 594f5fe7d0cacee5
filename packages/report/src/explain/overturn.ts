import type { Clause, ClauseTrace } from '@qingdan/core';
import { say } from '../locale/messages.js';
import { sayClause } from '../sentences/say-clause.js';
import { sayComparison } from '../sentences/say-comparison.js';
import { speechWithin } from '../sentences/scope.js';
import type { Speech } from '../sentences/speech.js';
import { decidingOf, unique } from './deciding.js';

/** How many ways to refute a finding are named. */
const SHOWN = 6;

const GROUPS: ReadonlySet<Clause['kind']> = new Set([
  'all',
  'any',
  'authority',
  'row',
  'places',
] as const);

/** What would have to be shown for a clause to go the other way, without an end; empty where nothing could. */
export function sayOverturn(trace: ClauseTrace, speech: Speech): string {
  const { clause, result, children } = trace;
  const { lang } = speech;
  // What a group or comparison says is turned round part by part: the opposite of its own words would read as a riddle.
  if ((clause.kind === 'not' || clause.kind === 'named') && children[0] !== undefined)
    return sayOverturn(children[0], speechWithin(trace, speech));
  const negated = result === true;
  if (clause.kind === 'compare') return sayComparison(clause, speech, negated);
  if (!GROUPS.has(clause.kind) || children.length === 0)
    return sayClause(clause, speech, { negated, part: true });
  // One false part is enough against `all`, every true part must fall against `any`; dually where they were false.
  const oneIsEnough = (clause.kind === 'any') !== (result === true);
  const parts = unique(
    decidingOf(trace)
      .map((child) => sayOverturn(child, speech))
      .filter((part) => part !== ''),
  ).slice(0, SHOWN);
  const text = parts.join(say(lang, oneIsEnough ? 'clause.or' : 'clause.and'));
  return parts.length > 1 && !oneIsEnough ? say(lang, 'clause.group', { text }) : text;
}
