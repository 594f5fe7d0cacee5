import type { Book, Diagnostic, RecordNode, RecordType } from '@qingdan/core';
import { formatOf, isDataset, type LostFile, type ReadOptions, SeenRecords } from '@qingdan/input';
import { readDatasetFiles } from './read-dataset-files.js';
import { readBytes, readRecordFile } from './read-record-file.js';

/** What the files of a run hold. */
export interface Gathered {
  /** Every file that was read, or should have been. */
  readonly files: string[];
  readonly records: RecordNode[];
  readonly books: Book[];
  readonly diagnostics: Diagnostic[];
  /** Files of which something was lost. */
  readonly lost: LostFile[];
}

/** Reads files of records and dataset files. What can't be read is reported; the rest stands. */
export async function gatherRecords(
  files: readonly string[],
  kinds: ReadonlyMap<string, RecordType>,
): Promise<Gathered> {
  const gathered: Gathered = { files: [], records: [], books: [], diagnostics: [], lost: [] };
  const options: ReadOptions = { seen: new SeenRecords() };
  for (const file of files) {
    const text = formatOf(file) === 'yaml' ? await textOf(file) : undefined;
    if (text !== undefined && isDataset(text)) {
      await readDatasetFiles(text, file, kinds, options, gathered);
    } else await readRecordFile(file, kinds, options, gathered);
  }
  return gathered;
}

/** For a look at what it is; whoever reads it says what is wrong with it. */
async function textOf(file: string): Promise<string | undefined> {
  const bytes = await readBytes(file).catch(() => undefined);
  return bytes === undefined ? undefined : new TextDecoder().decode(bytes);
}
