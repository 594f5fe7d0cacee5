import { type Book, type Diagnostic, diagnostic, type RecordType, said } from '@qingdan/core';
import { parseYaml } from '../yaml/parse-yaml.js';
import { readBook } from './read-book.js';
import { readDatasetFile, type DatasetFile } from './read-dataset-file.js';
import { DatasetReader } from './reader.js';

export interface Dataset {
  readonly files: readonly DatasetFile[];
  readonly books: readonly Book[];
  /** Whether some of the files could not be made out, so that no books are complete. */
  readonly lost: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

/** Whether a YAML text is a dataset file and not records: it has `files`, `tables` or `books`, and no `kind`. */
export function isDataset(text: string): boolean {
  return /^(files|tables|books)[ \t]*:/m.test(text) && !/^kind[ \t]*:/m.test(text);
}

/**
 * Reads a dataset file: which files hold the records, and which books are complete. Entries that are wrong are reported
 * and left out; a book that is left out stays open, which accuses nobody.
 *
 * @param kinds with them, the names of kinds are checked too.
 */
export function readDataset(
  text: string,
  file: string,
  kinds?: ReadonlyMap<string, RecordType>,
): Dataset {
  const { documents, diagnostics } = parseYaml(text, file);
  const [document, second] = documents;
  if (document === undefined)
    return { files: [], books: [], lost: diagnostics.length > 0, diagnostics };
  const reader = new DatasetReader(document, kinds);
  if (second !== undefined) {
    const span = second.spanOf([]);
    const reason = said('reason', { zh: '有第二个文档', en: 'a second document' });
    reader.diagnostics.push(diagnostic('bad-dataset', reason, span));
  }
  const known = ['organisation', 'files', 'tables', 'books'];
  const root = reader.object(document.value, [], 'dataset', known);
  const organisation = root === undefined ? undefined : reader.text(root, 'organisation', []);
  const files = ['files', 'tables'].flatMap((key) =>
    reader
      .list(root?.[key], [key])
      .flatMap((raw, index) => readDatasetFile(reader, raw, [key, index], organisation) ?? []),
  );
  const lost = diagnostics.length > 0 || reader.diagnostics.length > 0;
  const books = reader
    .list(root?.books, ['books'])
    .flatMap((raw, index) => readBook(reader, raw, ['books', index]) ?? []);
  return { files, books, lost, diagnostics: [...diagnostics, ...reader.diagnostics] };
}
