import type { Language, RecordResult } from '@qingdan/core';
import { say, saySentence } from '../locale/messages.js';

/** How much of a record could be judged: `可判断的21项未发现问题`, and what was left out. Never that all is well. */
export function sayJudged({ outcome, judged, findings }: RecordResult, lang: Language): string {
  if (outcome === 'notJudged') return saySentence(lang, say(lang, 'text.notJudged'));
  const found = findings.filter(({ verdict }) => verdict === 'violated').length;
  const decided = String(judged.decided);
  const parts = [
    judged.decided === 0
      ? say(lang, 'text.judged.nothing')
      : found === 0
        ? say(lang, 'text.judged.clean', { decided })
        : say(lang, 'text.judged', { decided, found: String(found) }),
  ];
  if (judged.undetermined > 0)
    parts.push(say(lang, 'text.judged.missing', { count: String(judged.undetermined) }));
  if (judged.unavailable > 0)
    parts.push(say(lang, 'text.judged.unavailable', { count: String(judged.unavailable) }));
  return saySentence(lang, parts.join(say(lang, 'clause.semicolon')));
}
