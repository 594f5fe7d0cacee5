import type { CaseResult, Language } from '@qingdan/core';
import { say, saySentence } from '../locale/messages.js';

/** How many of a procedure's requirements could be judged, and how the others stand. Never that all is well. */
export function sayStanding({ states, findings, later }: CaseResult, lang: Language): string {
  const count = (...verdicts: readonly string[]): number =>
    states.filter(({ verdict }) => verdicts.includes(verdict)).length;
  const open = count('temporarilyViolated');
  const idle = count('notApplicable');
  const unknown = count('undetermined');
  const decided = String(states.length - open - idle - unknown);
  const found = findings.filter(({ deviation }) => deviation.verdict === 'violated').length;
  return saySentence(
    lang,
    [
      found === 0
        ? say(lang, 'text.case.judged.clean', { decided })
        : say(lang, 'text.case.judged.found', { decided, found: String(found) }),
      say(lang, 'text.case.judged', {
        count: String(states.length),
        open: String(open),
        idle: String(idle),
        unknown: String(unknown),
      }),
      ...(later.length === 0
        ? []
        : [say(lang, 'text.case.later', { count: String(later.length) })]),
    ].join(say(lang, 'clause.semicolon')),
  );
}
