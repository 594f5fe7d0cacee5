import { type Book, printDate } from '@qingdan/core';
import type { ValuePath } from '../json/locate-json.js';
import type { DatasetReader } from './reader.js';

const KEYS = ['kind', 'organisation', 'from', 'until'];

/** One entry of `books`. A date that can't be read leaves the whole entry out: a wrong one could close too much. */
export function readBook(reader: DatasetReader, raw: unknown, path: ValuePath): Book | undefined {
  const faults = reader.diagnostics.length;
  const object = reader.object(raw, path, 'books', KEYS);
  if (object === undefined) return undefined;
  const kind = reader.kind(object, path);
  const organisation = reader.text(object, 'organisation', path);
  const from = reader.day(object, 'from', path);
  const until = reader.day(object, 'until', path);
  if (kind === undefined && reader.diagnostics.length === faults) {
    reader.report('missing-key', { owner: 'books', key: 'kind' }, path);
  }
  if (from !== undefined && until !== undefined && from >= until) {
    reader.report('empty-interval', { from: printDate(from), until: printDate(until) }, path);
  }
  if (kind === undefined || reader.diagnostics.length > faults) return undefined;
  return {
    kind,
    ...(organisation === undefined ? {} : { organisation }),
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
  };
}
