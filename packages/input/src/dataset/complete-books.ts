import { type Book, type Diagnostic, diagnostic } from '@qingdan/core';
import type { LostKinds } from '../records/read-raw-records.js';

/** A file of which something was lost. */
export interface LostFile {
  readonly file: string;
  readonly kinds: LostKinds;
}

/**
 * The books that are complete though some files lost records: what could not be read must never look as if it had not
 * happened. Where there is no telling of which kind a lost record was, no books are complete.
 */
export function completeBooks(
  books: readonly Book[],
  lost: readonly LostFile[],
): { readonly books: readonly Book[]; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  let left = books;
  for (const { file, kinds } of lost) {
    const isOpen = ({ kind }: Book): boolean => kinds.has(undefined) || kinds.has(kind);
    const opened = [...new Set(books.filter(isOpen).map(({ kind }) => kind))];
    if (opened.length === 0) continue;
    left = left.filter((book) => !isOpen(book));
    const params = { file, kinds: opened.sort().join(', ') };
    diagnostics.push(diagnostic('books-not-complete', params, undefined, { file }));
  }
  return { books: left, diagnostics };
}
