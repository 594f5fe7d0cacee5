import { type CheckReport, type Language, OUTCOMES } from '@qingdan/core';
import { countRecords } from '../json/summary.js';
import { say, sayList } from '../locale/messages.js';
import { tidyText } from '../values/escape.js';
import { sayDay } from '../values/say-date.js';
import {
  type OrganisationNames,
  organisationOf,
  sayOrganisationTitle,
} from '../values/say-organisation.js';
import type { Page } from './page.js';
import { renderBooks } from './render-books.js';
import { renderTally } from './render-tally.js';

/** What this is, that it is a lead, and how the records came out. */
export function renderHead({ outcomes }: CheckReport, lang: Language, page: Page): void {
  page.add(say(lang, 'text.title'), { colour: 'bold' });
  page.add(say(lang, 'disclaimer'), { colour: 'bold' });
  page.add(sayCounts(outcomes, lang));
}

interface SummaryOptions {
  readonly lang: Language;
  /** Says once more how the records came out, where the head is far above. */
  readonly counts: boolean;
  /** How many items the table has; all if absent. */
  readonly items?: number | undefined;
}

/** What was checked with what, what was taken as complete, and how many findings there are by list, item and organisation. */
export function renderSummary(
  report: CheckReport,
  names: OrganisationNames,
  { lang, counts, items }: SummaryOptions,
  page: Page,
): void {
  page.gap();
  page.add(say(lang, 'text.summary'), { colour: 'bold' });
  page.add(say(lang, 'text.clock', { date: sayDay(report.clock, lang) }));
  const packs = report.packs.map(({ title, version }) =>
    say(lang, 'text.pack', { title: tidyText(title[lang]), version }),
  );
  if (packs.length > 0) page.add(say(lang, 'text.packs', { packs: sayList(lang, packs) }));
  renderBooks(report, names, lang, page);
  if (counts) page.add(sayCounts(report.outcomes, lang));
  page.gap();
  const found = report.results.flatMap(({ findings, record }) =>
    findings.map((finding) => ({ finding, organisation: organisationOf(record) })),
  );
  renderTally(
    say(lang, 'text.byList'),
    found.map(({ finding }) => ({ finding, name: say(lang, `list.${finding.list}`) })),
    { lang },
    page,
  );
  renderTally(
    say(lang, 'text.byItem'),
    found.map(({ finding }) => ({
      finding,
      name: say(lang, 'note', { text: tidyText(finding.title[lang]), note: finding.item }),
    })),
    { lang, ...(items === undefined ? {} : { most: items }) },
    page,
  );
  renderTally(
    say(lang, 'text.byOrganisation'),
    found.map(({ finding, organisation }) => ({
      finding,
      name: sayOrganisationTitle(organisation, names, lang),
    })),
    { lang },
    page,
  );
}

function sayCounts(counts: CheckReport['outcomes'], lang: Language): string {
  const records = countRecords(counts);
  if (records === 0) return say(lang, 'text.none');
  const outcomes = OUTCOMES.filter((outcome) => counts[outcome] > 0).map((outcome) =>
    say(lang, 'text.outcome', {
      outcome: say(lang, `outcome.${outcome}`),
      count: String(counts[outcome]),
    }),
  );
  return say(lang, 'text.counts', {
    records: String(records),
    outcomes: outcomes.join(say(lang, 'clause.semicolon')),
  });
}
