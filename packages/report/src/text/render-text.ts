import type { CheckReport, Language } from '@qingdan/core';
import { nameOrganisations, sayOrganisationTitle } from '../values/say-organisation.js';
import { groupResults } from './order.js';
import { Page } from './page.js';
import { createPaint } from './paint.js';
import { renderAppendix } from './render-appendix.js';
import { renderGravest } from './render-gravest.js';
import { renderOrganisation, type Shown } from './render-organisation.js';
import { renderHead, renderSummary } from './render-summary.js';

/** How many items the table has where only the gravest are shown. */
const ITEMS_OF_GRAVEST = 10;

export interface TextOptions {
  readonly lang: Language;
  /** Terminal colours; off if absent. */
  readonly colour?: boolean;
  /** Columns; 80 if absent. */
  readonly width?: number;
  /** Shows every record, every verdict and every clause, and folds nothing. */
  readonly all?: boolean;
  /** Shows no records, but the head and the summary. */
  readonly summary?: boolean;
  /** Shows one finding of each of so many of the gravest items, in place of all. */
  readonly top?: number;
  /** Shows personal data; secret data is never shown. */
  readonly unmask?: boolean;
  /** Said at the very end, such as how to see more. */
  readonly hints?: readonly string[];
}

/**
 * The report for people at a terminal: three lines at the head, then by organisation and record, gravest first, then the
 * summary. The same report gives the same bytes, whatever the order of its results.
 */
export function renderText(report: CheckReport, options: TextOptions): string {
  const { lang, colour = false, width = 80, all = false, unmask = false } = options;
  const { summary = false, top, hints = [] } = options;
  const page = new Page(width, createPaint(colour));
  const names = nameOrganisations(report);
  const shown: Shown = { lang, all, voiceOf: ({ policy }) => ({ lang, policy, unmask }) };
  renderHead(report, lang, page);
  const isShort = summary || top !== undefined;
  if (top !== undefined) renderGravest(report.results, top, names, shown, page);
  else if (!summary) {
    for (const { organisation, results } of groupResults(report.results)) {
      page.gap();
      page.add(sayOrganisationTitle(organisation, names, lang), { colour: 'bold' });
      page.gap();
      renderOrganisation(results, shown, page);
    }
  }
  const items = top === undefined ? undefined : ITEMS_OF_GRAVEST;
  renderSummary(report, names, { lang, items, counts: !isShort }, page);
  renderAppendix(report, lang, page);
  page.gap();
  for (const hint of hints) page.add(hint, { colour: 'dim' });
  return page.print();
}
