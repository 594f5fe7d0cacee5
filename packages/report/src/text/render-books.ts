import { type CheckReport, compareText, type Language } from '@qingdan/core';
import { say } from '../locale/messages.js';
import { escapeText } from '../values/escape.js';
import { sayInterval } from '../values/say-date.js';
import { type OrganisationNames, sayOrganisationTitle } from '../values/say-organisation.js';
import type { Page } from './page.js';

/** Which books were taken as complete: of each organisation, the kinds for each stretch of time. */
export function renderBooks(
  { books, results }: CheckReport,
  names: OrganisationNames,
  lang: Language,
  page: Page,
): void {
  if (books.length === 0) {
    page.add(say(lang, 'text.books.none'));
    return;
  }
  const labels = new Map(
    results.flatMap(({ policy }) => [...policy.records].map(([id, { label }]) => [id, label])),
  );
  const kinds = new Map<string, Set<string>>();
  for (const { kind, organisation, from, until } of books) {
    const owner =
      organisation === undefined
        ? say(lang, 'text.book.all')
        : sayOrganisationTitle(organisation, names, lang);
    const key = say(lang, 'text.book', {
      organisation: owner,
      interval: sayInterval({ from, until }, lang),
    });
    kinds.set(key, (kinds.get(key) ?? new Set()).add(labels.get(kind)?.[lang] ?? escapeText(kind)));
  }
  page.add(say(lang, 'text.books'));
  for (const [key, labelled] of [...kinds].sort(([a], [b]) => compareText(a, b))) {
    const list = [...labelled].sort(compareText).join(say(lang, 'list.comma'));
    page.add(say(lang, 'text.book.kinds', { book: key, kinds: list }), { indent: 2 });
  }
}
