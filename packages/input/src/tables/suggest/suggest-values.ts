import type { Type } from '@qingdan/core';
import { plain, plainHeader } from '../cells/plain.js';
import { similarity } from '../cells/similar.js';
import { type Cell, textOfCell } from '../sheet/cell.js';
import { areSynonyms, NONE_WORDS } from './synonyms.js';

/** A word of a column of options that is none of its labels, and the option that it likely means. */
export interface SuggestedValue {
  readonly cell: string;
  readonly value?: string;
}

/** More different words than this are no options. */
const MOST = 20;

/** The option that a word means: surely, where it is its label, or likely. */
export function meaningOf(
  type: Extract<Type, { kind: 'enum' }>,
  cell: string,
): { readonly id: string; readonly isSure: boolean } | undefined {
  const word = plainHeader(cell);
  let best: string | undefined;
  let most = 0;
  let isTie = false;
  for (const [id, { zh, en }] of type.values) {
    for (const label of [id, zh, en].map(plainHeader)) {
      if (label === word) return { id, isSure: true };
      const isNear = word.includes(label) || label.includes(word) || areSynonyms(word, label);
      const alike = isNear ? 0.9 : similarity(word, label);
      if (alike < most) continue;
      isTie = alike === most && id !== best;
      most = alike;
      best = id;
    }
  }
  return best === undefined || isTie || most < ALIKE ? undefined : { id: best, isSure: false };
}

/** A word that is less like a label says nothing. */
const ALIKE = 0.6;

/** What the words of a column mean that no label of its options has. */
export function suggestValues(type: Type, cells: readonly Cell[]): readonly SuggestedValue[] {
  if (type.kind !== 'enum') return [];
  const words = new Set(cells.map((cell) => plain(textOfCell(cell).slice(0, 100))));
  const values: SuggestedValue[] = [];
  for (const cell of words) {
    if (cell === '' || NONE_WORDS.includes(cell) || values.length >= MOST) continue;
    const meaning = meaningOf(type, cell);
    if (meaning?.isSure === true) continue;
    values.push(meaning === undefined ? { cell } : { cell, value: meaning.id });
  }
  return values;
}
