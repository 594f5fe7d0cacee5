import type { Finding, RecordResult } from '@qingdan/core';
import { say, sayList } from '../locale/messages.js';
import {
  type OrganisationNames,
  organisationOf,
  sayOrganisationTitle,
} from '../values/say-organisation.js';
import { sayRecord } from '../values/say-value.js';
import { compareFindings, compareRecords } from './order.js';
import type { Page } from './page.js';
import type { Shown } from './render-organisation.js';
import { renderResult } from './render-result.js';

/** How many other records of an item are named. */
const NAMED = 5;

interface Found {
  readonly finding: Finding;
  readonly result: RecordResult;
}

/** One finding of each of the gravest items, and where else the item was found. */
export function renderGravest(
  results: readonly RecordResult[],
  most: number,
  names: OrganisationNames,
  { lang, voiceOf }: Shown,
  page: Page,
): void {
  const items = groupItems(results);
  if (items.length === 0) return;
  const shown = items.slice(0, most);
  page.gap();
  page.add(
    say(lang, items.length > most ? 'text.gravest.some' : 'text.gravest', {
      items: String(items.length),
      shown: String(shown.length),
    }),
    { colour: 'bold' },
  );
  for (const [{ finding, result }, ...others] of shown) {
    page.gap();
    page.add(sayOrganisationTitle(organisationOf(result.record), names, lang), { indent: 2 });
    renderResult(result, [finding], { all: false, voice: voiceOf(result) }, page);
    if (others.length === 0) continue;
    const named = others
      .slice(0, NAMED)
      .map((other) => sayRecord(other.result.record, voiceOf(other.result)));
    const some = others.length > NAMED;
    page.add(
      say(lang, some ? 'text.gravest.more.some' : 'text.gravest.more', {
        count: String(others.length),
        records: sayList(lang, named, some ? 'list.comma' : 'list.last'),
      }),
      { indent: 4 },
    );
    page.gap();
  }
}

/** What was found and not waived, by item, gravest first. */
function groupItems(results: readonly RecordResult[]): [Found, ...Found[]][] {
  const items = new Map<string, [Found, ...Found[]]>();
  const found = [...results]
    .sort(compareRecords)
    .flatMap((result) =>
      result.findings
        .filter(({ verdict, waived }) => verdict === 'violated' && waived === undefined)
        .map((finding) => ({ finding, result })),
    );
  for (const entry of found.sort((a, b) => compareFindings(a.finding, b.finding))) {
    const { list, item, code } = entry.finding;
    const key = JSON.stringify([list, item, code]);
    const known = items.get(key);
    if (known === undefined) items.set(key, [entry]);
    else known.push(entry);
  }
  return [...items.values()];
}
