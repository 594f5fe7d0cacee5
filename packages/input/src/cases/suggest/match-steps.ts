import type { Text } from '@qingdan/core';
import { plainHeader } from '../../tables/cells/plain.js';
import { similarity } from '../../tables/cells/similar.js';

/** Something of a procedure by whose id or title a table may call it. */
export interface Titled {
  readonly id: string;
  readonly title: Text;
}

/** What a word of a table seems to mean. */
export type Match =
  /** The id, or a title that only one has: the reader of logs understands it as it stands. */
  | { readonly kind: 'same'; readonly id: string }
  /** Shorter words for one title. */
  | { readonly kind: 'short'; readonly id: string }
  | { readonly kind: 'none'; readonly nearest: readonly Titled[] };

/** Less likeness is none. */
const ALIKE = 0.4;

/** So many of what a word may mean are named. */
const MOST = 3;

/** Finds what a word means, and doesn't guess between several: those are named as the nearest. */
export function matchTitle(word: string, known: readonly Titled[]): Match {
  const wanted = plainHeader(word);
  const byId = known.find(({ id }) => plainHeader(id) === wanted);
  if (byId !== undefined) return { kind: 'same', id: byId.id };
  const same = idsOf(known.filter(({ title }) => titles(title).includes(wanted)));
  if (same[0] !== undefined && same.length === 1) return { kind: 'same', id: same[0] };
  const short = known.filter(({ title }) => isShortFor(wanted, plainHeader(title.zh)));
  const [only, second] = idsOf(short);
  if (only !== undefined && second === undefined && same.length === 0)
    return { kind: 'short', id: only };
  return { kind: 'none', nearest: nearestOf(wanted, known, short) };
}

/** Letters that turn what is said around. */
const NEGATIONS = ['不', '未', '无', '非', '否', '免', '没'];

/** Whether a word has letters of a title, in their order, and doesn't lose what turns it around: 开标 of 开标评标. */
export function isShortFor(word: string, title: string): boolean {
  const letters = Array.from(word);
  if (letters.length < 2 || !/^\p{Script=Han}+$/u.test(word)) return false;
  const count = (text: string, letter: string): number => text.split(letter).length;
  if (NEGATIONS.some((letter) => count(word, letter) !== count(title, letter))) return false;
  let at = 0;
  for (const letter of Array.from(title)) if (letter === letters[at]) at += 1;
  return at === letters.length;
}

function nearestOf(
  word: string,
  known: readonly Titled[],
  short: readonly Titled[],
): readonly Titled[] {
  const alike = new Map<string, { readonly titled: Titled; readonly how: number }>();
  for (const titled of known) {
    const names = [...titles(titled.title), plainHeader(titled.id)];
    const how = short.includes(titled)
      ? 1
      : Math.max(...names.map((each) => similarity(word, each)));
    if (how >= ALIKE && how > (alike.get(titled.id)?.how ?? 0))
      alike.set(titled.id, { titled, how });
  }
  return [...alike.values()]
    .sort((a, b) => b.how - a.how)
    .slice(0, MOST)
    .map(({ titled }) => titled);
}

function titles({ zh, en }: Text): readonly string[] {
  return [zh, en].map(plainHeader).filter((title) => title !== '');
}

function idsOf(titled: readonly Titled[]): readonly string[] {
  return [...new Set(titled.map(({ id }) => id))];
}
