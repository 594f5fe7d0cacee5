import type { Language, RecordResult } from '@qingdan/core';
import { say, saySentence } from '../locale/messages.js';

/** How much of a record could be judged: `可判断的21项未发现问题`, and what was left out. Never that all is well. */
export function sayJudged({ outcome, judged, findings }: RecordResult, lang: Language): string {
  if (outcome === 'notJudged') return saySentence(lang, say(lang, 'text.notJudged'));
  const { decided, undetermined, unavailable } = judged;
  const found = findings.filter(({ verdict }) => verdict === 'violated').length;
  const counts = `${found} ${decided} ${undetermined} ${unavailable}`;
  let text = SAID[lang].get(counts);
  if (text === undefined) {
    text = sayCounts({ found, decided, undetermined, unavailable }, lang);
    SAID[lang].set(counts, text);
  }
  return text;
}

/** One stands in every result, and there are as few as there are ways to count the rules of a kind of record. */
const SAID: Readonly<Record<Language, Map<string, string>>> = { zh: new Map(), en: new Map() };

type Counts = RecordResult['judged'] & { readonly found: number };

function sayCounts({ found, decided, undetermined, unavailable }: Counts, lang: Language): string {
  const parts = [
    decided === 0
      ? say(lang, 'text.judged.nothing')
      : found === 0
        ? say(lang, 'text.judged.clean', { decided: String(decided) })
        : say(lang, 'text.judged', { decided: String(decided), found: String(found) }),
  ];
  if (undetermined > 0)
    parts.push(say(lang, 'text.judged.missing', { count: String(undetermined) }));
  if (unavailable > 0)
    parts.push(say(lang, 'text.judged.unavailable', { count: String(unavailable) }));
  return saySentence(lang, parts.join(say(lang, 'clause.semicolon')));
}
