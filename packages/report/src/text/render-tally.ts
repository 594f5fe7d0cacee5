import { compareText, type Finding, type Language } from '@qingdan/core';
import { say } from '../locale/messages.js';
import { isOpen } from './is-open.js';
import type { Page } from './page.js';
import { widthOf } from './wrap.js';

const COLUMNS = ['violation', 'suspicion', 'open', 'waived'] as const;
type Column = (typeof COLUMNS)[number];
type Counts = Readonly<Record<Column, number>>;

/** A finding under one of the names of a table. */
export interface Named {
  readonly name: string;
  readonly finding: Finding;
}

/** A table of how many findings there are of each kind under each name: most leads first, then by name. */
export function renderTally(
  heading: string,
  named: readonly Named[],
  { lang, most = Infinity }: { readonly lang: Language; readonly most?: number },
  page: Page,
): void {
  const rows = [...countByName(named)].sort(
    ([nameA, a], [nameB, b]) => leads(b) - leads(a) || b.open - a.open || compareText(nameA, nameB),
  );
  if (rows.length === 0) return;
  const columns = COLUMNS.filter(
    (column) => column !== 'waived' || rows.some(([, counts]) => counts.waived > 0),
  );
  const labels = columns.map((column) => say(lang, `text.tally.${column}`));
  const widths = labels.map(widthOf);
  const lineUp = (cells: readonly string[]): string =>
    cells
      .map((cell, index) => ' '.repeat(Math.max((widths[index] ?? 0) - widthOf(cell), 0)) + cell)
      .join('  ') + '  ';
  page.add(heading, { indent: 2, mark: lineUp(labels), colour: 'bold' });
  for (const [name, counts] of rows.slice(0, most))
    page.add(name, { indent: 2, mark: lineUp(columns.map((column) => String(counts[column]))) });
  if (rows.length > most)
    page.add(say(lang, 'text.tally.more', { count: String(rows.length - most) }), { indent: 2 });
  page.gap();
}

function countByName(named: readonly Named[]): ReadonlyMap<string, Counts> {
  const counts = new Map<string, Record<Column, number>>();
  for (const { name, finding } of named) {
    const column = columnOf(finding);
    if (column === undefined) continue;
    const row = counts.get(name) ?? { violation: 0, suspicion: 0, open: 0, waived: 0 };
    row[column] += 1;
    counts.set(name, row);
  }
  return counts;
}

function columnOf(finding: Finding): Column | undefined {
  if (finding.verdict === 'violated')
    return finding.waived === undefined ? finding.nature : 'waived';
  return isOpen(finding) ? 'open' : undefined;
}

function leads({ violation, suspicion }: Counts): number {
  return violation + suspicion;
}
