import { type Book, type Day, uncovered } from '@qingdan/core';

/** Which books were declared complete, and up to when anything can have been recorded at all. */
export class Books {
  readonly all: readonly Book[];
  /** By kind, and then by organisation; undefined stands for those of all. */
  readonly #byKind = new Map<string, Map<string | undefined, Book[]>>();

  constructor(books: readonly Book[]) {
    this.all = books;
    for (const book of books) {
      let ofKind = this.#byKind.get(book.kind);
      if (ofKind === undefined) this.#byKind.set(book.kind, (ofKind = new Map<string, Book[]>()));
      const list = ofKind.get(book.organisation);
      if (list === undefined) ofKind.set(book.organisation, [book]);
      else list.push(book);
    }
    // Those of all count for each: put together once, for every source asks.
    for (const ofKind of this.#byKind.values()) {
      const shared = ofKind.get(undefined);
      if (shared === undefined) continue;
      for (const [organisation, own] of ofKind) if (organisation !== undefined) own.push(...shared);
    }
  }

  /**
   * Whether every record of a kind is known for [first, last]. Without a window the books must reach back without limit
   * and up to the clock. `organisation` undefined asks for the books of all.
   */
  covers(
    kind: string,
    organisation: string | undefined,
    first: Day | undefined,
    last: Day | undefined,
    clock: Day,
  ): boolean {
    if (last !== undefined && last > clock) return false;
    const end = last ?? clock;
    const books = this.of(kind, organisation);
    const isInside = books.some(
      (book) =>
        (book.from === undefined || (first !== undefined && book.from <= first)) &&
        (book.until === undefined || end < book.until),
    );
    if (isInside || books.length < 2) return isInside;
    // Stretches that adjoin are complete together.
    const stretches = books.map(({ from, until }) => ({ from, until }));
    return uncovered({ from: first, until: end + 1 }, stretches).length === 0;
  }

  /** The complete stretches of a kind for one organisation: its own, and those of all. */
  of(kind: string, organisation: string | undefined): readonly Book[] {
    const ofKind = this.#byKind.get(kind);
    if (ofKind === undefined) return NOTHING;
    return ofKind.get(organisation) ?? ofKind.get(undefined) ?? NOTHING;
  }
}

const NOTHING: readonly Book[] = [];
