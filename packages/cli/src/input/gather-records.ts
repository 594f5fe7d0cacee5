import type { Book, Diagnostic, RecordNode, RecordType } from '@qingdan/core';
import {
  decodeUtf8,
  formatOf,
  isDataset,
  type LostFile,
  type ReadOptions,
  SeenRecords,
  tableFormatOf,
} from '@qingdan/input';
import type { PendingName } from '@qingdan/input/tables';
import { InputDigests } from './input-digests.js';
import { readDatasetFiles } from './read-dataset-files.js';
import { readRecordFile } from './read-record-file.js';
import { readTableFile, type TableSettings } from './read-table-file.js';
import { MIB, readWithin } from './system.js';

/** What the files of a run hold. */
export interface Gathered {
  /** Every file that was read, or should have been. */
  readonly files: string[];
  readonly records: RecordNode[];
  readonly books: Book[];
  readonly diagnostics: Diagnostic[];
  /** Files of which something was lost. */
  readonly lost: LostFile[];
  readonly digests: InputDigests;
  /** Told how many more records were read. */
  readonly onRead: (count: number) => void;
  /** Names in tables that stand for ids. */
  readonly names: PendingName[];
}

/** A larger file is no list of files. */
const DATASET_LIMIT = 64 * MIB;

/** Reads files of records, tables and dataset files. What can't be read is reported; the rest stands. */
export async function gatherRecords(
  files: readonly string[],
  kinds: ReadonlyMap<string, RecordType>,
  tables: TableSettings,
  onRead: (count: number) => void = () => undefined,
): Promise<Gathered> {
  const gathered: Gathered = {
    onRead,
    files: [],
    records: [],
    books: [],
    diagnostics: [],
    lost: [],
    digests: new InputDigests(),
    names: [],
  };
  const options: ReadOptions = { seen: new SeenRecords() };
  for (const file of files) {
    if (tableFormatOf(file) !== undefined) {
      await readTableFile(file, tables.mapping, kinds, options, gathered, tables.words);
      continue;
    }
    const bytes = formatOf(file) === 'yaml' ? await readWithin(file, DATASET_LIMIT) : undefined;
    const text = bytes instanceof Uint8Array ? decodeUtf8(bytes) : undefined;
    // Whoever reads records says what is wrong with a file that is none.
    if (bytes instanceof Uint8Array && text !== undefined && isDataset(text)) {
      gathered.digests.add(file, bytes);
      await readDatasetFiles(text, file, kinds, options, gathered, tables.words);
    } else await readRecordFile(file, kinds, options, gathered);
  }
  if (gathered.names.length === 0) return gathered;
  const { resolveNames } = await import('@qingdan/input/tables');
  const { records, diagnostics } = resolveNames(gathered.records, gathered.names);
  return {
    ...gathered,
    records: [...records],
    diagnostics: [...gathered.diagnostics, ...diagnostics],
    names: [],
  };
}
