import { type Diagnostic, diagnostic, nearestHint } from '@qingdan/core';
import type { ValuePath } from '../json/locate-json.js';
import { shorten } from '../text/shorten.js';

/** The values of a JSON or YAML document that should be records: itself, a list, or `{ records: […] }`. */
export interface Collected {
  readonly values: readonly unknown[];
  readonly pathOf: (index: number) => ValuePath;
  /** How deep the records lie: 0, 1 or 2. */
  readonly depth: 0 | 1 | 2;
  /** Keys beside `records`. */
  readonly unknown: readonly { readonly key: string; readonly fault: Diagnostic }[];
}

export function collectRaws(document: unknown): Collected {
  if (Array.isArray(document)) {
    return { values: document, pathOf: (index) => [index], depth: 1, unknown: [] };
  }
  const list = recordsOf(document);
  if (list === undefined) return { values: [document], pathOf: () => [], depth: 0, unknown: [] };
  const known = ['records'];
  const unknown = Object.keys(document as object)
    .filter((key) => key !== 'records')
    .map((key) => ({
      key,
      fault: diagnostic('unknown-key', {
        owner: 'records',
        key: shorten(key),
        nearest: nearestHint(key, known),
        known: known.join(', '),
      }),
    }));
  return { values: list, pathOf: (index) => ['records', index], depth: 2, unknown };
}

function recordsOf(document: unknown): readonly unknown[] | undefined {
  if (typeof document !== 'object' || document === null) return undefined;
  if (!Object.hasOwn(document, 'records') || Object.hasOwn(document, 'kind')) return undefined;
  const { records } = document as { records: unknown };
  return Array.isArray(records) ? records : undefined;
}
