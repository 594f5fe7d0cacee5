import { compareText, homeOf, type LookedAt, type RecordNode } from '@qingdan/core';
import { say } from '../locale/messages.js';
import { escapeText } from '../values/escape.js';
import type { Speech } from './speech.js';

/** How many records are named. */
const SHOWN = 6;

/** What was looked through: which records, how many, and whether there may be more. */
export function sayLooked(looked: LookedAt, speech: Speech): string[] {
  const { lang } = speech;
  const notes: string[] = [];
  const count = (kind: 'certain' | 'possible', n: number, records: readonly RecordNode[]): void => {
    if (n === 0) return;
    const ids = sayIds(records, n, speech);
    notes.push(
      ids === ''
        ? say(lang, `looked.${kind}`, { count: String(n) })
        : say(lang, `looked.${kind}.ids`, { count: String(n), ids }),
    );
  };
  count('certain', looked.certainCount, looked.certain);
  count('possible', looked.possibleCount, looked.possible);
  if (notes.length === 0) notes.push(say(lang, 'looked.none'));
  if (looked.open) notes.push(say(lang, 'looked.open'));
  return notes;
}

function sayIds(
  records: readonly RecordNode[],
  count: number,
  { lang, record: own }: Speech,
): string {
  // Each organisation may number its own: an id alone doesn't say then which record it is.
  const sharesId = (record: RecordNode): boolean =>
    [own, ...records].some(
      (other) =>
        other?.id === record.id &&
        other.record === record.record &&
        homeOf(other) !== homeOf(record),
    );
  const ids = records
    .map((record) => ({ id: record.id, home: homeOf(record), named: sharesId(record) }))
    .sort((a, b) => compareText(a.id, b.id) || compareText(a.home ?? '', b.home ?? ''))
    .slice(0, SHOWN)
    .map(({ id, home, named }) =>
      named && home !== undefined
        ? say(lang, 'looked.of', { id: escapeText(id, 60), organisation: escapeText(home, 60) })
        : escapeText(id, 60),
    );
  const text = ids.join(say(lang, 'list.comma'));
  return ids.length > 0 && ids.length < count ? say(lang, 'looked.more', { ids: text }) : text;
}
