import { type Diagnostic, diagnostic, SourceText } from '@qingdan/core';
import { shorten } from '../text/shorten.js';
import { spanIn, type TextPlace } from '../text/place.js';
import { findDuplicateKeys, removeAt } from './duplicate-keys.js';
import { countKeys, DEPTH_LIMIT, scanJson } from './scan-json.js';
import { findSyntaxError } from './syntax-error.js';

/** What JSON says; `value` is absent where it can't be read. */
export interface ParsedJson {
  readonly value?: unknown;
  readonly diagnostics: readonly Diagnostic[];
}

/** `JSON.parse`, with places for what is wrong. Of a key that stands twice neither value is taken. */
export function parseJson(text: string, place: TextPlace): ParsedJson {
  const { tooDeepAt, keys } = scanJson(text);
  const source = new SourceText(place.file, text);
  if (tooDeepAt !== undefined) {
    const span = spanIn(source, place, tooDeepAt, tooDeepAt + 1);
    return { diagnostics: [diagnostic('too-deep', { limit: String(DEPTH_LIMIT) }, span)] };
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    const { reason, start, end } = findSyntaxError(text);
    return {
      diagnostics: [diagnostic('json-syntax', { reason }, spanIn(source, place, start, end))],
    };
  }
  if (countKeys(value) === keys) return { value, diagnostics: [] };
  const diagnostics = findDuplicateKeys(text).map(({ path, key, again, first }) => {
    removeAt(value, path);
    return diagnostic(
      'duplicate-key',
      { key: shorten(key) },
      spanIn(source, place, again.start, again.end),
      { related: [spanIn(source, place, first.start, first.end)] },
    );
  });
  return { value, diagnostics };
}
