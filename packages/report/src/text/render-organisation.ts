import type { Finding, Language, RecordResult } from '@qingdan/core';
import { say } from '../locale/messages.js';
import type { Voice } from '../values/voice.js';
import { isFound, isOpen, lacksOnlyRegisters } from './is-open.js';
import type { Page } from './page.js';
import { renderOpen } from './render-open.js';
import { renderResult } from './render-result.js';

export interface Shown {
  readonly lang: Language;
  /** Shows every record, every verdict and every clause. */
  readonly all: boolean;
  readonly voiceOf: (result: RecordResult) => Voice;
}

/** The records of one organisation: what was found, then what is undecided, then how many others there are. */
export function renderOrganisation(
  results: readonly RecordResult[],
  { lang, all, voiceOf }: Shown,
  page: Page,
): void {
  const shown = all ? results : results.filter(isFound);
  for (const result of shown) {
    const findings = result.findings.filter((finding) => all || isWorthShowing(finding));
    renderResult(result, findings, { all, voice: voiceOf(result) }, page);
  }
  if (all) return;
  renderOpen(results, voiceOf, lang, page);
  renderRest(results, shown, lang, page);
}

function isWorthShowing(finding: Finding): boolean {
  return finding.verdict !== 'undetermined' && !lacksOnlyRegisters(finding);
}

/** How many records aren't shown, and why. */
function renderRest(
  results: readonly RecordResult[],
  shown: readonly RecordResult[],
  lang: Language,
  page: Page,
): void {
  const seen = new Set(shown);
  const rest = results.filter((result) => !seen.has(result) && !result.findings.some(isOpen));
  const unjudged = rest.filter(({ outcome }) => outcome === 'notJudged').length;
  const clean = rest.length - unjudged;
  if (clean > 0) {
    const key = clean === results.length ? 'text.clean.all' : 'text.clean';
    page.add(say(lang, key, { count: String(clean) }), { indent: 2 });
  }
  if (unjudged > 0)
    page.add(say(lang, 'text.unjudged', { count: String(unjudged) }), { indent: 2 });
}
