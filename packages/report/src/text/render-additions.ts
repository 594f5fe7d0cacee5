import {
  type CheckReport,
  compareText,
  type Language,
  type MissingFact,
  type RecordResult,
} from '@qingdan/core';
import { say } from '../locale/messages.js';
import { tidyText } from '../values/escape.js';
import { isOpen } from './is-open.js';
import type { Page } from './page.js';

/** So many are named: the rest is seen when these are there. */
const MOST = 5;

/** Which fields, registers or figures would, each by itself, let the most questions be judged. */
export function renderAdditions({ results }: CheckReport, lang: Language, page: Page): void {
  const counts = new Map<string, number>();
  for (const result of results) {
    for (const missing of questionsOf(result)) {
      const wanted = new Set(missing.map((fact) => sayAddition(fact, result, lang)));
      const [only] = wanted;
      if (only !== undefined && wanted.size === 1) counts.set(only, (counts.get(only) ?? 0) + 1);
    }
  }
  if (counts.size === 0) return;
  page.gap();
  page.add(say(lang, 'text.additions'), { colour: 'bold' });
  const rows = [...counts].sort(([a, m], [b, n]) => n - m || compareText(a, b));
  for (const [what, count] of rows.slice(0, MOST))
    page.add(say(lang, 'text.additions.row', { what, count: String(count) }), { indent: 2 });
}

/** What each question of a record that was not judged lacks. */
function questionsOf({ findings, unavailable }: RecordResult): (readonly MissingFact[])[] {
  return [...findings.filter(isOpen), ...unavailable].map(({ missing }) => missing);
}

function sayAddition(
  { label, scope, needs = '' }: MissingFact,
  { record, policy }: RecordResult,
  lang: Language,
): string {
  const name = tidyText(label[lang]);
  if (scope === 'record') {
    const kind = tidyText(record.record.label[lang]);
    return say(lang, 'text.additions.field', { kind, label: name });
  }
  const [sort, id = ''] = needs.split(' ');
  switch (sort) {
    case 'register':
    case 'books':
      return say(lang, 'text.additions.books', {
        label: tidyText(policy.records.get(id)?.label[lang] ?? label[lang]),
      });
    default:
      return say(lang, 'text.additions.figure', { label: name });
  }
}
