import type { Finding, Language, RecordResult } from '@qingdan/core';
import { explainParagraph, sayTitle, sayWaived } from '../explain/explain.js';
import { sayJudged } from '../explain/say-judged.js';
import { sayMissing } from '../explain/say-missing.js';
import { say, saySentence } from '../locale/messages.js';
import { compareFindings } from '../text/order.js';
import { escapeText } from '../values/escape.js';
import { organisationOf } from '../values/say-organisation.js';
import { sayRecord } from '../values/say-value.js';
import type { Voice } from '../values/voice.js';
import { sayPlace } from './say-place.js';
import type { XmlElement } from './xml.js';

/** One test case, and what it counts as. */
export interface Case {
  readonly outcome: 'passed' | 'failure' | 'error' | 'skipped';
  readonly element: XmlElement;
}

/** Whether a finding makes the check fail. */
export type Counts = (finding: Finding) => boolean;

interface Told {
  readonly lang: Language;
  readonly counts: Counts;
  readonly unmask: boolean;
}

/** A case for each finding of a record; for a record without findings one that passes, unless nothing was judged. */
export function judgedCases(result: RecordResult, { lang, counts, unmask }: Told): Case[] {
  const { record, policy, outcome, judged, findings } = result;
  const voice = { lang, policy, unmask };
  const name = sayRecord(record, voice);
  const about = sayAbout(result, voice);
  if (findings.length === 0) {
    const isJudged = outcome !== 'notJudged' && judged.decided > 0;
    const verdict = isJudged ? PASSED : skipped(sayJudged(result, lang));
    return [testCase(result, name, verdict, about)];
  }
  return [...findings].sort(compareFindings).map((finding) => {
    const item = finding.code === undefined ? finding.item : `${finding.item}#${finding.code}`;
    const title = say(lang, 'note', { text: sayTitle(finding, voice), note: item });
    const named = say(lang, 'junit.case', { record: name, title });
    const fingerprint = say(lang, 'text.fingerprint', { fingerprint: finding.fingerprint });
    return testCase(result, named, judge(finding, result, counts, voice), [...about, fingerprint]);
  });
}

type Verdict = Pick<Case, 'outcome'> & { readonly mark: readonly XmlElement[] };

const PASSED: Verdict = { outcome: 'passed', mark: [] };

function skipped(why: string): Verdict {
  return { outcome: 'skipped', mark: [{ name: 'skipped', content: why }] };
}

function judge(finding: Finding, result: RecordResult, counts: Counts, voice: Voice): Verdict {
  const { lang } = voice;
  const { record } = result;
  const { verdict, nature, severity, waived } = finding;
  if (verdict === 'satisfied') return PASSED;
  if (verdict === 'notApplicable') return skipped(say(lang, 'verdict.notApplicable'));
  if (verdict === 'undetermined') return skipped(sayOpen(finding, result, voice));
  const paragraph = explainParagraph(finding, record, voice);
  if (waived !== undefined) return skipped(sayWaived(waived, voice) ?? paragraph);
  if (nature === 'suspicion' && !counts(finding)) return skipped(paragraph);
  const marks = [say(lang, `severity.${severity}`), say(lang, `nature.${nature}`)].join(' · ');
  const message = say(lang, 'text.finding', { marks, title: sayTitle(finding, voice) });
  const failure = { name: 'failure', attributes: { type: nature, message }, content: paragraph };
  return { outcome: 'failure', mark: [failure] };
}

/** That it can't be told, and what is missing. */
function sayOpen({ missing }: Finding, { record }: RecordResult, voice: Voice): string {
  const { lang } = voice;
  return [say(lang, 'outcome.undetermined'), ...sayMissing(missing, record, voice)]
    .map((text) => saySentence(lang, text))
    .join(say(lang, 'sentence.join'));
}

/** Where the record is, what could be judged, and that it is a lead. */
function sayAbout(result: RecordResult, { lang }: Voice): string[] {
  const { origin } = result.record;
  return [
    ...(origin === undefined ? [] : [sayPlace(origin, lang)]),
    sayJudged(result, lang),
    say(lang, 'disclaimer'),
  ];
}

function testCase(
  { record }: RecordResult,
  name: string,
  { outcome, mark }: Verdict,
  out: readonly string[],
): Case {
  const classname = [organisationOf(record), record.record.id]
    .filter((part) => part !== undefined)
    .map((part) => escapeText(part, 60));
  const about = { name: 'system-out', content: out.join('\n') };
  return {
    outcome,
    element: {
      name: 'testcase',
      attributes: { classname: classname.join('.'), name },
      content: [...mark, about],
    },
  };
}
