import type { Clause, ClauseTrace } from '@qingdan/core';
import { say } from '../locale/messages.js';
import { sayClause } from '../sentences/say-clause.js';
import { sayComparison } from '../sentences/say-comparison.js';
import { speechWithin } from '../sentences/scope.js';
import type { Speech } from '../sentences/speech.js';
import { decidingOf } from './deciding.js';

/** How many ways to refute a finding are named. */
const SHOWN = 6;

const GROUPS: ReadonlySet<Clause['kind']> = new Set([
  'all',
  'any',
  'authority',
  'row',
  'places',
] as const);

/** A sentence without an end, and the word that joins its parts where it has several. */
interface Joined {
  readonly text: string;
  readonly join?: 'clause.and' | 'clause.or';
}

/** What would have to be shown for a clause to go the other way, without an end; empty where nothing could. */
export function sayOverturn(trace: ClauseTrace, speech: Speech): string {
  return overturn(trace, speech).text;
}

/** Any one of several clauses going the other way. */
export function sayOverturnAny(traces: readonly ClauseTrace[], speech: Speech): string {
  const parts = traces.map((trace) => overturn(trace, speech));
  return joined(parts, 'clause.or', speech).text;
}

function overturn(trace: ClauseTrace, speech: Speech): Joined {
  const { clause, result, children } = trace;
  // What a group or comparison says is turned round part by part: the opposite of its own words would read as a riddle.
  if ((clause.kind === 'not' || clause.kind === 'named') && children[0] !== undefined)
    return overturn(children[0], speechWithin(trace, speech));
  const negated = result === true;
  if (clause.kind === 'compare') return { text: sayComparison(clause, speech, negated) };
  if (!GROUPS.has(clause.kind) || children.length === 0)
    return { text: sayClause(clause, speech, { negated, part: true }) };
  // One false part is enough against `all`, every true part must fall against `any`; dually where they were false.
  const oneIsEnough = (clause.kind === 'any') !== (result === true);
  const parts = decidingOf(trace).map((child) => overturn(child, speech));
  return joined(parts, oneIsEnough ? 'clause.or' : 'clause.and', speech);
}

/** Parts joined by a word; those that another word joins stand in brackets. */
function joined(
  parts: readonly Joined[],
  join: 'clause.and' | 'clause.or',
  { lang }: Speech,
): Joined {
  const byText = new Map(
    parts.filter(({ text }) => text !== '').map((part) => [part.text, part] as const),
  );
  const said = [...byText.values()].slice(0, SHOWN);
  const [only] = said;
  if (said.length <= 1) return only ?? { text: '' };
  const text = said
    .map((part) =>
      part.join === undefined || part.join === join
        ? part.text
        : say(lang, 'clause.group', { text: part.text }),
    )
    .join(say(lang, join));
  return { text, join };
}
