import type { Cell } from '../sheet/cell.js';
import { textOfCell } from '../sheet/cell.js';
import { convertCell } from '../cells/convert-cell.js';
import { plain, plainHeader } from '../cells/plain.js';
import { similarity } from '../cells/similar.js';
import { meaningOf } from './suggest-values.js';
import type { Vocabulary } from '../cells/vocabulary.js';
import { type Candidate, registerOf } from './field-candidates.js';
import {
  areOpposite,
  areSynonyms,
  DATE_HEADERS,
  FIRST_DAY,
  LAST_DAY,
  NONE_WORDS,
} from './synonyms.js';

/** Less likeness between a header and a label is none. */
const ALIKE = 0.72;

/** How well a header and some cells fit a field, from 0 to 1. */
export function fit(
  header: string,
  cells: readonly Cell[],
  candidate: Candidate,
  words: Vocabulary,
): number {
  const likeness = likenessOf(header, candidate);
  return likeness === 0 ? 0 : likeness * (0.25 + 0.75 * readable(header, cells, candidate, words));
}

function likenessOf(
  header: string,
  { words, isGoverning, period, target, isExact }: Candidate,
): number {
  const isWords = target.type.kind === 'money' && header.includes('大写');
  const bare = plainHeader(header).replace(/\(.*\)$/u, '');
  // 大写 repeats the amount, whatever else the header says.
  const name = isWords ? bare.replace('大写', '') || '金额' : bare;
  if (name === '') return 0;
  if (period !== undefined)
    return period === 'from' ? listed(name, FIRST_DAY) : listed(name, LAST_DAY);
  if (words.includes(name)) return 1;
  if (isExact === true) return 0;
  if (words.some((word) => areSynonyms(name, word))) return 0.95;
  if (isGoverning && listed(name, DATE_HEADERS) > 0) return 0.9;
  const likely = words.filter((word) => !areOpposite(name, word));
  const alike = Math.max(0, ...likely.map((word) => similarity(name, word)));
  return alike >= ALIKE && name.length >= 3 ? alike * 0.9 : 0;
}

function listed(name: string, headers: readonly string[]): number {
  return headers.some((header) => plainHeader(header) === name) ? 0.9 : 0;
}

/** Which part of some cells can be read as a field, enums by labels alone; 1 where none says anything. */
function readable(
  header: string,
  cells: readonly Cell[],
  { target }: Candidate,
  words: Vocabulary,
): number {
  const { type, unit, label } = target;
  let read = 0;
  let count = 0;
  for (const cell of cells) {
    const text = plain(textOfCell(cell).slice(0, 200));
    if (text === '' || NONE_WORDS.includes(text)) continue;
    count += 1;
    const register = registerOf(type);
    if (register === 'person') read += looksLikeName(text) || looksLikeId(text) ? 1 : 0;
    else if (register === 'vendor') read += looksLikeName(text) ? 0.2 : 1;
    else if (register !== undefined) read += 1;
    else if (type.kind === 'enum') {
      const meaning = meaningOf(type, text);
      // A ledger has words of its own for some options.
      read += meaning === undefined ? 0.5 : meaning.isSure ? 1 : 0.9;
    } else {
      const form = {
        type,
        perUnit: 1,
        ...(unit === undefined ? {} : { unit: unit.zh }),
        about: [header, label?.zh ?? ''],
      };
      const value = convertCell(cell, form, words)?.value;
      const isWord = type.kind === 'role' || type.kind === 'body';
      if (
        value !== undefined &&
        (!isWord || typeof value !== 'string' || type.ids?.has(value) !== false)
      )
        read += 1;
    }
  }
  return count === 0 ? 1 : read / count;
}

/** Two to four Chinese letters that end like no firm's name, or several such names. */
export function looksLikeName(text: string): boolean {
  return text
    .split(/[、;；]/)
    .every((name) => /^[\p{Script=Han}·]{2,4}$/u.test(name) && !FIRM.test(name));
}

const FIRM = /[店厂社部所站行院局队会司场馆校村厅处铺园]$/u;

function looksLikeId(text: string): boolean {
  return /^[A-Za-z]{0,4}[-_]?\d{1,20}$/.test(text);
}
