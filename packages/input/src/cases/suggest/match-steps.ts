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
  const wanted = new Word(plainHeader(word));
  const titles = comparedAs(known);
  const byId = titles.find(({ id }) => id === wanted.text);
  if (byId !== undefined) return { kind: 'same', id: byId.titled.id };
  const same = idsOf(titles.filter((title) => title.names.includes(wanted.text)));
  if (same[0] !== undefined && same.length === 1) return { kind: 'same', id: same[0] };
  const short = titles.filter(({ zh }) => wanted.isShortFor(zh));
  const [only, second] = idsOf(short);
  if (only !== undefined && second === undefined && same.length === 0)
    return { kind: 'short', id: only };
  return {
    kind: 'none',
    // Of what many procedures are tried for, few are named in the end.
    get nearest() {
      return nearestOf(wanted.text, titles, short);
    },
  };
}

/** Whether a word is the id or a title of something known, or short for a title. */
export function namesSome(word: string, known: readonly Titled[]): boolean {
  const wanted = new Word(plainHeader(word));
  return comparedAs(known).some(
    ({ id, names, zh }) =>
      id === wanted.text || names.includes(wanted.text) || wanted.isShortFor(zh),
  );
}

/** Letters that turn what is said around. */
const NEGATIONS = ['不', '未', '无', '非', '否', '免', '没'];

/** A word of a table, as it is compared. */
export class Word {
  readonly text: string;
  readonly #letters: readonly string[];
  readonly #isHan: boolean;

  /** @param text without spaces and in half width */
  constructor(text: string) {
    this.text = text;
    this.#letters = Array.from(text);
    this.#isHan = /^\p{Script=Han}+$/u.test(text);
  }

  /** Whether it has letters of a title, in their order, and doesn't lose what turns it around: 开标 of 开标评标. */
  isShortFor(title: string): boolean {
    if (!this.#isHan || this.#letters.length < 2) return false;
    let at = -1;
    for (const letter of this.#letters) {
      at = title.indexOf(letter, at + 1);
      if (at === -1) return false;
    }
    const count = (text: string, letter: string): number => text.split(letter).length;
    return NEGATIONS.every((letter) => count(this.text, letter) === count(title, letter));
  }
}

/** Something known, as its names are compared. */
interface Compared {
  readonly titled: Titled;
  readonly id: string;
  readonly names: readonly string[];
  readonly zh: string;
}

/** Thousands of words are compared with the same few hundred titles. */
const compared = new WeakMap<readonly Titled[], readonly Compared[]>();

function comparedAs(known: readonly Titled[]): readonly Compared[] {
  let made = compared.get(known);
  if (made === undefined) {
    made = known.map((titled) => {
      const [zh, en] = [plainHeader(titled.title.zh), plainHeader(titled.title.en)];
      const names = [zh, en].filter((title) => title !== '');
      return { titled, id: plainHeader(titled.id), names, zh };
    });
    compared.set(known, made);
  }
  return made;
}

function nearestOf(
  word: string,
  known: readonly Compared[],
  short: readonly Compared[],
): readonly Titled[] {
  const alike = new Map<string, { readonly titled: Titled; readonly how: number }>();
  for (const each of known) {
    const { titled, names, id } = each;
    const how = short.includes(each)
      ? 1
      : Math.max(...[...names, id].map((name) => similarity(word, name)));
    if (how >= ALIKE && how > (alike.get(titled.id)?.how ?? 0))
      alike.set(titled.id, { titled, how });
  }
  return [...alike.values()]
    .sort((a, b) => b.how - a.how)
    .slice(0, MOST)
    .map(({ titled }) => titled);
}

function idsOf(known: readonly Compared[]): readonly string[] {
  return [...new Set(known.map(({ titled }) => titled.id))];
}
