import type { CheckReport, Finding, Language, RecordResult } from '@qingdan/core';
import { sayJudged } from '../explain/say-judged.js';
import { say } from '../locale/messages.js';
import { escapeText } from '../values/escape.js';
import { sayRecord, sayValue } from '../values/say-value.js';
import { compareFindings, groupResults } from './order.js';
import { Page } from './page.js';
import { createPaint } from './paint.js';
import { renderAppendix } from './render-appendix.js';
import { renderFinding } from './render-finding.js';
import { renderSummary } from './render-summary.js';

export interface TextOptions {
  readonly lang: Language;
  /** Terminal colours; off if absent. */
  readonly colour?: boolean;
  /** Columns; 80 if absent. */
  readonly width?: number;
  /** Shows every record, every verdict and every clause. */
  readonly all?: boolean;
  /** Shows personal data; secret data is never shown. */
  readonly unmask?: boolean;
}

/** The report for people at a terminal: by organisation and record, gravest first. The same report gives the same bytes. */
export function renderText(report: CheckReport, options: TextOptions): string {
  const { lang, colour = false, width = 80, all = false, unmask = false } = options;
  const page = new Page(width, createPaint(colour));
  renderSummary(report, lang, page);
  for (const { organisation, results } of groupResults(report.results)) {
    page.gap();
    page.add(
      organisation === undefined
        ? say(lang, 'text.organisation.none')
        : say(lang, 'text.organisation', { id: escapeText(organisation, 60) }),
      { colour: 'bold' },
    );
    page.gap();
    const shown = results.filter((result) => all || isWorthShowing(result));
    for (const result of shown) renderResult(result, { lang, all, unmask }, page);
    renderRest(results, shown, lang, page);
  }
  renderAppendix(report, lang, page);
  return page.print();
}

function isWorthShowing({ outcome, findings }: RecordResult): boolean {
  return (
    (outcome !== 'compliant' && outcome !== 'notJudged') ||
    findings.some(({ verdict }) => verdict === 'violated')
  );
}

function renderResult(
  result: RecordResult,
  {
    lang,
    all,
    unmask,
  }: { readonly lang: Language; readonly all: boolean; readonly unmask: boolean },
  page: Page,
): void {
  const { record, policy, outcome, asOf } = result;
  const voice = { lang, policy, unmask };
  page.add(
    say(lang, 'text.record', {
      record: sayRecord(record, voice),
      date: sayValue(asOf, { kind: 'date' }, voice),
      outcome: say(lang, `outcome.${outcome}`),
    }),
    { indent: 2, colour: 'bold' },
  );
  if (record.origin !== undefined) {
    const { file, line } = record.origin;
    page.add(
      line === undefined
        ? say(lang, 'text.source', { file: escapeText(file) })
        : say(lang, 'text.source.line', { file: escapeText(file), line: String(line) }),
      { indent: 4, colour: 'dim' },
    );
  }
  page.add(sayJudged(result, lang), { indent: 4 });
  page.gap();
  for (const finding of [...result.findings].sort(compareFindings))
    if (all || !lacksOnlyRegisters(finding)) renderFinding(finding, record, voice, page, all);
}

/** Undecided for want of registers, books or figures alone: said once for all records, at the end. */
function lacksOnlyRegisters({ verdict, missing }: Finding): boolean {
  return (
    verdict === 'undetermined' &&
    missing.length > 0 &&
    missing.every(({ scope }) => scope === 'run')
  );
}

/** How many records of the organisation aren't shown, and why. */
function renderRest(
  results: readonly RecordResult[],
  shown: readonly RecordResult[],
  lang: Language,
  page: Page,
): void {
  const seen = new Set(shown);
  const rest = results.filter((result) => !seen.has(result));
  const clean = rest.filter(({ outcome }) => outcome === 'compliant').length;
  const unjudged = rest.length - clean;
  if (clean > 0) {
    page.add(
      say(lang, shown.length === 0 ? 'text.clean.all' : 'text.clean', { count: String(clean) }),
      { indent: 2 },
    );
  }
  if (unjudged > 0)
    page.add(say(lang, 'text.unjudged', { count: String(unjudged) }), { indent: 2 });
}
