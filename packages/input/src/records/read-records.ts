import { diagnostic, type RecordType } from '@qingdan/core';
import { readJson } from '../json/read-json.js';
import { decodeUtf8 } from '../text/decode.js';
import { spanOfLine } from '../text/place.js';
import { readYaml } from '../yaml/read-yaml.js';
import { formatOf } from './format.js';
import type { ReadOptions, ReadRecords } from './read-raw-records.js';
import { readJsonLines } from './read-record-lines.js';

/** JSON is parsed as a whole; beyond this many bytes, lines are the better format. */
const JSON_LIMIT = 64 * 1024 * 1024;

/** A file, as its loader found it. */
export interface InputFile {
  readonly file: string;
  readonly bytes: Uint8Array;
}

/**
 * Reads the records of a JSON, JSONL or YAML file, told apart by the end of its name. What is wrong is reported with its
 * line and column and reads as unknown, or is left out where it is no record; the rest stands.
 *
 * @example
 * const { records, diagnostics } = readRecords({ file: 'ledger.jsonl', bytes }, library.records);
 */
export function readRecords(
  { file, bytes }: InputFile,
  kinds: ReadonlyMap<string, RecordType>,
  options: ReadOptions = {},
): ReadRecords {
  const format = formatOf(file);
  const fail = (name: 'unknown-format' | 'not-utf8' | 'too-large', params = {}): ReadRecords => ({
    records: [],
    diagnostics: [diagnostic(name, params, spanOfLine({ file, line: 1, offset: 0 }))],
    lost: new Set([options.kind]),
  });
  if (format === undefined) return fail('unknown-format', { file });
  if (format === 'jsonl') return readJsonLines(bytes, file, kinds, options);
  if (bytes.length > JSON_LIMIT) return fail('too-large', { what: file, limit: '64 MiB' });
  const text = decodeUtf8(bytes);
  if (text === undefined) return fail('not-utf8');
  return format === 'json'
    ? readJson(text, file, kinds, options)
    : readYaml(text, file, kinds, options);
}
