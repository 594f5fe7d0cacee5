import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { diagnostic, type RecordType } from '@qingdan/core';
import { formatOf, readRecordLines, type ReadOptions, readRecords } from '@qingdan/input';
import { reasonOf } from '../packs/test-files.js';
import type { Gathered } from './gather-records.js';

/** Larger files are refused unless they are read line by line. */
const WHOLE_LIMIT = 64 * 1024 * 1024;

/** Reads one file of records; JSONL as it comes from the disk. */
export async function readRecordFile(
  file: string,
  kinds: ReadonlyMap<string, RecordType>,
  options: ReadOptions,
  { records, diagnostics }: Gathered,
): Promise<void> {
  try {
    if (formatOf(file) === 'jsonl') {
      for await (const read of readRecordLines(createReadStream(file), file, kinds, options)) {
        for (const record of read.records) records.push(record);
        for (const item of read.diagnostics) diagnostics.push(item);
      }
      return;
    }
    if ((await stat(file)).size > WHOLE_LIMIT) {
      const params = { what: file, limit: '64 MiB' };
      diagnostics.push(diagnostic('too-large', params, undefined, { file }));
      return;
    }
    const read = readRecords({ file, bytes: await readBytes(file) }, kinds, options);
    for (const record of read.records) records.push(record);
    for (const item of read.diagnostics) diagnostics.push(item);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    diagnostics.push(diagnostic('cannot-read', { reason: reasonOf(error) }, undefined, { file }));
  }
}

export async function readBytes(file: string): Promise<Uint8Array> {
  return readFile(file);
}

/** The disk's fault, and not a mistake of ours. */
export function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}
