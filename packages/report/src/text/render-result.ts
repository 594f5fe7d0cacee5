import type { CaseResult, Finding, RecordResult } from '@qingdan/core';
import { sayCase } from '../cases/said.js';
import { sayDeviation } from '../cases/say-deviation.js';
import { sayJudged } from '../explain/say-judged.js';
import { say } from '../locale/messages.js';
import { escapeText } from '../values/escape.js';
import { sayRecord, sayValue } from '../values/say-value.js';
import type { Voice } from '../values/voice.js';
import { compareFindings } from './order.js';
import type { Page } from './page.js';
import { renderFinding } from './render-finding.js';

/** A case that the record names, and what is wrong in it. */
function sayNamedCase(result: CaseResult, voice: Voice): string {
  const { lang } = voice;
  const { outcome, findings } = result;
  const head = say(lang, 'text.named.case', {
    case: sayCase(result, voice),
    outcome: say(lang, `outcome.${outcome}`),
  });
  const titles = findings.map(({ deviation }) => sayDeviation(deviation, { result, voice }));
  return titles.length === 0
    ? head
    : say(lang, 'text.named.case.found', {
        head,
        what: titles.join(say(lang, 'clause.semicolon')),
      });
}

/** One record: how it came out, where it is, what could be judged, and some of its findings. */
export function renderResult(
  result: RecordResult,
  findings: readonly Finding[],
  { all, voice }: { readonly all: boolean; readonly voice: Voice },
  page: Page,
): void {
  const { lang } = voice;
  const { record, outcome, asOf } = result;
  page.add(
    say(lang, 'text.record', {
      record: sayRecord(record, voice),
      date: sayValue(asOf, { kind: 'date' }, voice),
      outcome: say(lang, `outcome.${outcome}`),
    }),
    { indent: 2, colour: 'bold' },
  );
  if (record.origin !== undefined) {
    const { line } = record.origin;
    const file = escapeText(record.origin.file);
    page.add(
      line === undefined
        ? say(lang, 'text.source', { file })
        : say(lang, 'text.source.line', { file, line: String(line) }),
      { indent: 4, colour: 'dim' },
    );
  }
  page.add(sayJudged(result, lang), { indent: 4 });
  for (const each of result.cases ?? []) page.add(sayNamedCase(each, voice), { indent: 4 });
  page.gap();
  for (const finding of [...findings].sort(compareFindings))
    renderFinding(finding, record, voice, page, all);
}
