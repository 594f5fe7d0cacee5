import type { Clause, ClauseTrace, Condition, Expression } from '@qingdan/core';
import { say } from '../locale/messages.js';
import { sayClause } from '../sentences/say-clause.js';
import { sayComparison } from '../sentences/say-comparison.js';
import { isShort } from '../sentences/short.js';
import { speechWithin } from '../sentences/scope.js';
import type { Speech } from '../sentences/speech.js';
import { decidingOf } from './deciding.js';

/** How many ways to refute a finding are named. */
const SHOWN = 6;

/** Deeper ones are no sentence any more. */
const MOST_NESTED = 2;

const GROUPS: ReadonlySet<Clause['kind']> = new Set([
  'all',
  'any',
  'authority',
  'row',
  'places',
] as const);

/** A sentence without an end, empty where there is none, and the word that joins its parts where it has several. */
export interface Joined {
  readonly text: string;
  readonly join?: 'clause.and' | 'clause.or';
}

/** Whether a comparison says more than a sentence can hold: then its own words are denied. */
function isInvolved({ left, right }: Extract<Condition, { kind: 'compare' }>): boolean {
  return Math.max(depthOf(left), right === undefined ? 0 : depthOf(right)) > MOST_NESTED;
}

/** How many value forms stand in each other. */
function depthOf(expression: Expression): number {
  let most = 0;
  switch (expression.kind) {
    case 'literal':
    case 'parameter':
    case 'fact':
      return 0;
    case 'table':
      most = Math.max(0, ...[...expression.inputs.values()].map(depthOf));
      break;
    case 'aggregate':
    case 'lookup':
      most = depthOfWhere(expression.source.where);
      break;
    case 'arithmetic':
      most = Math.max(depthOf(expression.left), depthOf(expression.right));
      break;
    case 'elapsed':
      most = Math.max(depthOf(expression.from), depthOf(expression.to));
      break;
    case 'shift':
      most = Math.max(depthOf(expression.date), depthOf(expression.by));
      break;
    case 'part':
      most = depthOf(expression.of);
      break;
    case 'without':
      most = Math.max(depthOf(expression.list), depthOf(expression.removed));
  }
  return most + 1;
}

function depthOfWhere(where: Condition | undefined): number {
  if (where === undefined) return 0;
  return isShort(where) ? 1 : MOST_NESTED;
}

/** Any one of several clauses going the other way, as `overturn` says each. */
export function sayAnyOf(overturned: readonly Joined[], speech: Speech): string {
  return joined(overturned, 'clause.or', speech).text;
}

/** What would have to be shown for a clause to go the other way. */
export function overturn(trace: ClauseTrace, speech: Speech): Joined {
  const { clause, result, children } = trace;
  // What a group or comparison says is turned round part by part: the opposite of its own words would read as a riddle.
  if ((clause.kind === 'not' || clause.kind === 'named') && children[0] !== undefined)
    return overturn(children[0], speechWithin(trace, speech));
  const negated = result === true;
  if (clause.kind === 'compare')
    return clause.says !== undefined && isInvolved(clause)
      ? { text: sayClause(clause, speech, { negated, part: true }) }
      : { text: sayComparison(clause, speech, negated) };
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
