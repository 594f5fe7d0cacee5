import type { LookedAt, RecordNode } from '@qingdan/core';
import { say } from '../locale/messages.js';
import { escapeText } from '../values/escape.js';
import type { Voice } from '../values/voice.js';

/** How many records are named. */
const SHOWN = 6;

/** What was looked through: which records, how many, and whether there may be more. */
export function sayLooked(looked: LookedAt, voice: Voice): string[] {
  const { lang } = voice;
  const notes: string[] = [];
  const count = (kind: 'certain' | 'possible', n: number, records: readonly RecordNode[]): void => {
    if (n === 0) return;
    const ids = sayIds(records, n, voice);
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

function sayIds(records: readonly RecordNode[], count: number, { lang }: Voice): string {
  const ids = records
    .map(({ id }) => id)
    .sort()
    .slice(0, SHOWN)
    .map((id) => escapeText(id, 60));
  const text = ids.join(say(lang, 'list.comma'));
  return ids.length > 0 && ids.length < count ? say(lang, 'looked.more', { ids: text }) : text;
}
