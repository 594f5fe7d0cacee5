import type { CaseFinding, CaseResult } from '@qingdan/core';
import { sayDoubts, sayWaived } from '../explain/explain.js';
import { say, sayList, saySentence } from '../locale/messages.js';
import { sayCitations } from '../sentences/say-citation.js';
import { escapeText, tidyText } from '../values/escape.js';
import { sayDeviation } from './say-deviation.js';
import { caseId, type Said } from './said.js';

/** What there is to say of a deviation, a sentence each: what happened, under which law, who answers for it, what to do. */
export function explainFinding(finding: CaseFinding, said: Said): readonly string[] {
  const { lang } = said.voice;
  const { deviation, following, basis } = finding;
  const { remedy, span } = deviation.constraint;
  const place = span.source.position(span.start);
  return [
    sayDeviation(deviation, said),
    basis.length === 0
      ? undefined
      : say(lang, 'deviation.basis', { cites: sayCitations(basis, said.voice) }),
    sayAccountable(finding, said),
    remedy === undefined
      ? undefined
      : say(lang, 'explain.remedy', { remedy: tidyText(remedy[lang]) }),
    ...following.map((each) =>
      say(lang, 'explain.following', { what: sayDeviation(each.deviation, said) }),
    ),
    ...sayOther(deviation.other, said),
    sayDoubts(finding, said.voice),
    sayWaived(finding.waived, said.voice),
    say(lang, 'deviation.at', { file: escapeText(span.source.file), line: String(place.line) }),
  ]
    .filter((text) => text !== undefined)
    .map((text) => saySentence(lang, text));
}

/** What is wrong with the case on which a step rests. */
function sayOther(other: CaseResult | undefined, { voice }: Said): readonly string[] {
  if (other === undefined) return [];
  // What was allowed there is wrong neither there nor here.
  const standing = other.findings.filter(({ waived }) => waived === undefined);
  return standing.map((each) =>
    say(voice.lang, 'explain.other', {
      case: escapeText(caseId(other.log, voice.unmask), 60),
      what: sayDeviation(each.deviation, { result: other, voice }),
    }),
  );
}

function sayAccountable({ accountable }: CaseFinding, { voice }: Said): string | undefined {
  const { lang, policy } = voice;
  if (accountable.length === 0) return undefined;
  const roles = accountable.map(({ role, duty }) => {
    const title = tidyText(policy.roles.get(role)?.title[lang] ?? role);
    return duty === undefined
      ? title
      : say(lang, 'explain.accountable.duty', {
          role: title,
          duty: tidyText(duty[lang]).replace(/[。.]$/, ''),
        });
  });
  return say(lang, 'explain.accountable', { roles: sayList(lang, roles) });
}
