import type { Book, Diagnostic, RecordNode, RecordType } from '@qingdan/core';
import { formatOf, isDataset, type LostFile, type ReadOptions, SeenRecords } from '@qingdan/input';
import { InputDigests } from './input-digests.js';
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
  readonly digests: InputDigests;
  /** Told how many more records were read. */
  readonly onRead: (count: number) => void;
}

/** Reads files of records and dataset files. What can't be read is reported; the rest stands. */
export async function gatherRecords(
  files: readonly string[],
  kinds: ReadonlyMap<string, RecordType>,
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
  };
  const options: ReadOptions = { seen: new SeenRecords() };
  for (const file of files) {
    const bytes = formatOf(file) === 'yaml' ? await peek(file) : undefined;
    const text = bytes === undefined ? undefined : new TextDecoder().decode(bytes);
    if (bytes !== undefined && text !== undefined && isDataset(text)) {
      gathered.digests.add(file, bytes);
      await readDatasetFiles(text, file, kinds, options, gathered);
    } else await readRecordFile(file, kinds, options, gathered);
  }
  return gathered;
}

/** For a look at what it is; whoever reads it says what is wrong with it. */
async function peek(file: string): Promise<Uint8Array | undefined> {
  return readBytes(file).catch(() => undefined);
}
