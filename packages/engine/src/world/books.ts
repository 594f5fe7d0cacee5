import { type Book, type Day, uncovered } from '@qingdan/core';

/** Which books were declared complete, and up to when anything can have been recorded at all. */
export class Books {
  readonly all: readonly Book[];
  readonly #byKind = new Map<string, Book[]>();

  constructor(books: readonly Book[]) {
    this.all = books;
    for (const book of books) {
      const list = this.#byKind.get(book.kind);
      if (list === undefined) this.#byKind.set(book.kind, [book]);
      else list.push(book);
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
    const books = (this.#byKind.get(kind) ?? []).filter(
      (book) => book.organisation === undefined || book.organisation === organisation,
    );
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

  /** The complete stretches of a kind for one organisation. */
  of(kind: string, organisation: string): readonly Book[] {
    return (this.#byKind.get(kind) ?? []).filter(
      (book) => book.organisation === undefined || book.organisation === organisation,
    );
  }
}
