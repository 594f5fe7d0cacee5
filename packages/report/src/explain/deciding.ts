import type { ClauseTrace } from '@qingdan/core';
import { say } from '../locale/messages.js';
import { ownWordsOf } from '../sentences/say-clause.js';
import { sayFact } from '../sentences/say-met.js';
import { speechWithin } from '../sentences/scope.js';
import type { Speech } from '../sentences/speech.js';

/** The facts for which a clause went as it did, each in a sentence without an end. */
export function sayDeciding(trace: ClauseTrace, speech: Speech): string[] {
  const { clause, children } = trace;
  const isGroup =
    clause.kind === 'all' ||
    clause.kind === 'any' ||
    clause.kind === 'not' ||
    clause.kind === 'named' ||
    clause.kind === 'authority' ||
    clause.kind === 'row' ||
    clause.kind === 'places';
  if (!isGroup || children.length === 0) return [sayFact(trace, speech)];
  const inner = speechWithin(trace, speech);
  const details = unique(decidingOf(trace).flatMap((child) => sayDeciding(child, inner)));
  const hasOwnWords = ownWordsOf(clause) !== undefined;
  const isHeaded = hasOwnWords || clause.kind === 'named' || clause.kind === 'row';
  if (!isHeaded) return details;
  const text = sayFact({ ...trace, children: [] }, speech);
  return [
    say(speech.lang, 'note', { text, note: details.join(say(speech.lang, 'clause.semicolon')) }),
  ];
}

/** The parts that settle a group: those that agree with it, where one is enough; else all that aren't against it. */
export function decidingOf({ clause, result, children }: ClauseTrace): readonly ClauseTrace[] {
  if (clause.kind === 'not' || clause.kind === 'named') return children;
  const same = children.filter((child) => child.result === result);
  return same.length > 0 ? same : children;
}

export function unique(parts: readonly string[]): string[] {
  return [...new Set(parts)];
}
