import {
  type CheckReport,
  compareText,
  type Finding,
  type Language,
  OUTCOMES,
  type RecordResult,
} from '@qingdan/core';
import { countOutcomes } from '../json/summary.js';
import { say, sayList } from '../locale/messages.js';
import { escapeText, tidyText } from '../values/escape.js';
import { sayDay, sayInterval } from '../values/say-date.js';
import type { Page } from './page.js';

/** What was checked with what, how it came out, and what was taken as complete. */
export function renderSummary(report: CheckReport, lang: Language, page: Page): void {
  page.add(say(lang, 'text.title'), { colour: 'bold' });
  page.add(say(lang, 'disclaimer'), { colour: 'bold' });
  page.gap();
  page.add(say(lang, 'text.clock', { date: sayDay(report.clock, lang) }));
  const packs = report.packs.map(({ title, version }) =>
    say(lang, 'text.pack', { title: tidyText(title[lang]), version }),
  );
  page.add(say(lang, 'text.packs', { packs: sayList(lang, packs) }));
  page.add(sayBooks(report, lang));
  page.add(sayCounts(report.results, lang));
  renderTallies(report.results, lang, page);
  page.gap();
}

function sayCounts(results: readonly RecordResult[], lang: Language): string {
  if (results.length === 0) return say(lang, 'text.none');
  const counts = countOutcomes(results);
  const outcomes = OUTCOMES.filter((outcome) => counts[outcome] > 0).map((outcome) =>
    say(lang, 'text.outcome', {
      outcome: say(lang, `outcome.${outcome}`),
      count: String(counts[outcome]),
    }),
  );
  return say(lang, 'text.counts', {
    records: String(results.length),
    outcomes: outcomes.join(say(lang, 'clause.semicolon')),
  });
}

function sayBooks({ books, results }: CheckReport, lang: Language): string {
  if (books.length === 0) return say(lang, 'text.books.none');
  const labels = new Map(
    results.flatMap(({ policy }) => [...policy.records].map(([id, { label }]) => [id, label])),
  );
  const rows = books
    .map(({ kind, organisation, from, until }) =>
      say(lang, 'text.book', {
        kind: labels.get(kind)?.[lang] ?? escapeText(kind),
        organisation:
          organisation === undefined ? say(lang, 'text.book.all') : escapeText(organisation, 60),
        interval: sayInterval({ from, until }, lang),
      }),
    )
    .sort(compareText);
  return say(lang, 'text.books', { books: [...new Set(rows)].join(say(lang, 'clause.semicolon')) });
}

/** How many findings there are by list, item and organisation. */
function renderTallies(results: readonly RecordResult[], lang: Language, page: Page): void {
  const found = results.flatMap((result) =>
    result.findings
      .filter(({ verdict }) => verdict === 'violated')
      .map((finding) => ({ finding, organisation: result.record.organisation })),
  );
  if (found.length === 0) return;
  page.gap();
  const tally = (
    key: 'text.byList' | 'text.byItem' | 'text.byOrganisation',
    names: readonly string[],
  ): void => {
    page.add(say(lang, key));
    for (const [name, count] of countNames(names))
      page.add(say(lang, 'text.tally', { name, count: String(count) }), { indent: 2 });
  };
  tally(
    'text.byList',
    found.map(({ finding }) => say(lang, `list.${finding.list}`)),
  );
  tally(
    'text.byItem',
    found.map(({ finding }) => nameOf(finding, lang)),
  );
  tally(
    'text.byOrganisation',
    found.map(({ organisation }) =>
      organisation === undefined
        ? say(lang, 'text.organisation.none')
        : say(lang, 'text.organisation', { id: escapeText(organisation, 60) }),
    ),
  );
}

function nameOf({ title, item }: Finding, lang: Language): string {
  return say(lang, 'note', { text: tidyText(title[lang]), note: item });
}

/** Most first, then by name. */
function countNames(names: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || compareText(a, b));
}
