import type { ClauseTrace } from '@qingdan/core';
import { say } from '../locale/messages.js';
import { sayMet } from '../sentences/say-met.js';
import { speechWithin } from '../sentences/scope.js';
import type { Speech } from '../sentences/speech.js';
import type { Page } from './page.js';

/** The clause tree of a finding, each clause with what it said of the record. */
export function renderClauses(
  trace: ClauseTrace,
  speech: Speech,
  page: Page,
  indent: number,
): void {
  const { lang } = speech;
  const truth = say(
    lang,
    trace.result === undefined ? 'truth.unknown' : trace.result ? 'truth.true' : 'truth.false',
  );
  const mark = say(lang, 'text.clause', { truth, sentence: '' });
  page.add(sayMet(trace, speech), { indent, mark });
  const inner = speechWithin(trace, speech);
  for (const part of partsOf(trace)) renderClauses(part, inner, page, indent + 2);
}

/** Of a negation, the parts of what it turns round: the clause itself is in the sentence. */
function partsOf(trace: ClauseTrace): readonly ClauseTrace[] {
  const [only] = trace.children;
  if (trace.clause.kind !== 'not' || only === undefined) return trace.children;
  return partsOf(only);
}
