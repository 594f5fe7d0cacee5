import { createReadStream } from 'node:fs';
import type { RecordType } from '@qingdan/core';
import {
  formatOf,
  readRecordLines,
  type ReadOptions,
  type ReadRecords,
  readRecords,
} from '@qingdan/input';
import type { Gathered } from './gather-records.js';
import { cannotRead, MIB, readWithin } from './system.js';

/** Larger files are refused unless they are read line by line. */
const WHOLE_LIMIT = 64 * MIB;

/** Reads one file of records; JSONL as it comes from the disk. */
export async function readRecordFile(
  file: string,
  kinds: ReadonlyMap<string, RecordType>,
  options: ReadOptions,
  { files, records, diagnostics, lost, digests, onRead }: Gathered,
): Promise<void> {
  files.push(file);
  const kindsLost = new Set<string | undefined>();
  const take = (read: ReadRecords): void => {
    for (const record of read.records) records.push(record);
    for (const item of read.diagnostics) diagnostics.push(item);
    for (const kind of read.lost) kindsLost.add(kind);
    onRead(read.records.length);
  };
  try {
    if (file === STDIN || formatOf(file) === 'jsonl') {
      const bytes = digests.through(file, streamOf(file));
      for await (const read of readRecordLines(bytes, file, kinds, options)) {
        take(read);
      }
    } else {
      const bytes = await readWithin(file, WHOLE_LIMIT);
      if (bytes instanceof Uint8Array) {
        digests.add(file, bytes);
        take(readRecords({ file, bytes }, kinds, options));
      } else {
        diagnostics.push(bytes);
        kindsLost.add(options.kind);
      }
    }
  } catch (error) {
    diagnostics.push(cannotRead(file, error));
    kindsLost.add(options.kind);
  }
  if (kindsLost.size > 0) lost.push({ file, kinds: kindsLost });
}

/** What stands for standard input among files; it is read as JSONL. */
export const STDIN = '-';

function streamOf(file: string): AsyncIterable<Uint8Array> {
  return file === STDIN ? process.stdin : createReadStream(file, { highWaterMark: MIB });
}
