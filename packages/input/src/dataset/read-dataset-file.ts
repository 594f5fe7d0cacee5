import { said, type Span } from '@qingdan/core';
import type { ValuePath } from '../json/locate-json.js';
import { shorten } from '../text/shorten.js';
import type { DatasetReader } from './reader.js';

/** A file that a dataset names. */
export interface DatasetFile {
  /** Relative to the folder of the dataset file, with `/`, and inside that folder. */
  readonly path: string;
  /** The kind of its records that don't say theirs. */
  readonly kind?: string;
  /** The organisation of its records that don't say theirs. */
  readonly organisation?: string;
  /** Of a table: where its mapping is, or the mapping itself. */
  readonly mapping?: string | DatasetMapping;
}

/** A mapping that stands in the dataset file. */
export interface DatasetMapping {
  readonly value: unknown;
  readonly spanOf: (path: ValuePath, key?: boolean) => Span;
}

/** One entry of `files` or `tables`: a path, or `{ path, kind, organisation, mapping }`. */
export function readDatasetFile(
  reader: DatasetReader,
  raw: unknown,
  at: ValuePath,
  ofDataset?: string,
): DatasetFile | undefined {
  const owner = String(at[0]);
  const object =
    typeof raw === 'string'
      ? { path: raw }
      : reader.object(raw, at, owner, ['path', 'kind', 'organisation', 'mapping']);
  if (object === undefined) return undefined;
  const faults = reader.diagnostics.length;
  const path = reader.text(object, 'path', at);
  const kind = reader.kind(object, at);
  const organisation = reader.text(object, 'organisation', at) ?? ofDataset;
  if (path === undefined) {
    if (reader.diagnostics.length === faults) {
      reader.report('missing-key', { owner, key: 'path' }, at);
    }
    return undefined;
  }
  if (!isInside(reader, path, typeof raw === 'string' ? at : [...at, 'path'])) return undefined;
  const mapping = readMappingOf(reader, object, at);
  return {
    path,
    ...(kind === undefined ? {} : { kind }),
    ...(organisation === undefined ? {} : { organisation }),
    ...(mapping === undefined ? {} : { mapping }),
  };
}

function readMappingOf(
  reader: DatasetReader,
  object: Readonly<Record<string, unknown>>,
  at: ValuePath,
): string | DatasetMapping | undefined {
  const { mapping } = object;
  const place = [...at, 'mapping'];
  if (typeof mapping === 'object' && mapping !== null && !Array.isArray(mapping)) {
    return {
      value: mapping,
      spanOf: (path, key) => reader.spanOf([...place, ...path], key),
    };
  }
  const path = reader.text(object, 'mapping', at);
  return path === undefined || !isInside(reader, path, place) ? undefined : path;
}

function isInside(reader: DatasetReader, path: string, place: ValuePath): boolean {
  if (staysInside(path)) return true;
  const named = `\`${shorten(path)}\``;
  const reason = said('reason', {
    zh: `${named} 在数据集所在目录之外`,
    en: `${named} lies outside the folder of the dataset`,
  });
  reader.report('bad-dataset', reason, place);
  return false;
}

function staysInside(path: string): boolean {
  if (/^([/\\]|[A-Za-z]:)/.test(path) || path.includes('\u0000')) return false;
  let depth = 0;
  for (const part of path.split(/[/\\]/)) {
    if (part === '..') depth -= 1;
    else if (part !== '' && part !== '.') depth += 1;
    if (depth < 0) return false;
  }
  return true;
}
