import { said } from '@qingdan/core';
import type { ValuePath } from '../json/locate-json.js';
import { shorten } from '../text/shorten.js';
import type { DatasetReader } from './reader.js';

/** A file that a dataset names. */
export interface DatasetFile {
  /** Relative to the folder of the dataset file, with `/`, and inside that folder. */
  readonly path: string;
  /** The kind of its records that don't say theirs. */
  readonly kind?: string;
}

/** One entry of `files`: a path, or `{ path, kind }`. */
export function readDatasetFile(
  reader: DatasetReader,
  raw: unknown,
  at: ValuePath,
): DatasetFile | undefined {
  const object =
    typeof raw === 'string' ? { path: raw } : reader.object(raw, at, 'files', ['path', 'kind']);
  if (object === undefined) return undefined;
  const faults = reader.diagnostics.length;
  const path = reader.text(object, 'path', at);
  const kind = reader.kind(object, at);
  if (path === undefined) {
    if (reader.diagnostics.length === faults) {
      reader.report('missing-key', { owner: 'files', key: 'path' }, at);
    }
    return undefined;
  }
  if (!staysInside(path)) {
    const named = `\`${shorten(path)}\``;
    const reason = said('reason', {
      zh: `${named} 在数据集所在目录之外`,
      en: `${named} lies outside the folder of the dataset`,
    });
    const place = typeof raw === 'string' ? at : [...at, 'path'];
    reader.report('bad-dataset', reason, place);
    return undefined;
  }
  return kind === undefined ? { path } : { path, kind };
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
