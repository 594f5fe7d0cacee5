import { CATALOG, type Diagnostic, diagnostic, said, SourceText } from '@qingdan/core';
import { shorten } from '../text/shorten.js';
import { spanIn, type TextPlace } from '../text/place.js';
import { findDuplicateKeys, removeAt } from './duplicate-keys.js';
import { countKeyMarks, countKeys, DEPTH_LIMIT, findTooDeep } from './scan-json.js';
import { findSyntaxError } from './syntax-error.js';

/** What JSON says; `value` is absent where it can't be read. */
export interface ParsedJson {
  readonly value?: unknown;
  readonly diagnostics: readonly Diagnostic[];
}

/** What a keyboard for Chinese writes in place of the marks of JSON. */
const FULL_WIDTH: ReadonlyMap<string, string> = new Map([
  ['：', ':'],
  ['，', ','],
  ['“', '"'],
  ['”', '"'],
  ['｛', '{'],
  ['｝', '}'],
  ['［', '['],
  ['］', ']'],
]);

/** So many keys that stand twice are told; the rest are counted, for nobody reads them. */
const MOST = 100;

const NOTHING: readonly Diagnostic[] = [];

/** `JSON.parse`, with places for what is wrong. Of a key that stands twice neither value is taken. */
export function parseJson(text: string, place: TextPlace): ParsedJson {
  const tooDeepAt = findTooDeep(text);
  if (tooDeepAt !== undefined) {
    const source = new SourceText(place.file, text);
    const span = spanIn(source, place, tooDeepAt, tooDeepAt + 1);
    return { diagnostics: [diagnostic('too-deep', { limit: String(DEPTH_LIMIT) }, span)] };
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    const source = new SourceText(place.file, text);
    const { reason, start, end } = findSyntaxError(text);
    const span = spanIn(source, place, start, end);
    const plain = FULL_WIDTH.get(text.charAt(start));
    const fault =
      plain === undefined
        ? diagnostic('json-syntax', said('reason', reason), span)
        : diagnostic('full-width-mark', { mark: text.charAt(start), plain }, span);
    return { diagnostics: [fault] };
  }
  // Only where there are more than the value has can one stand twice.
  if (countKeys(value) === countKeyMarks(text)) return { value, diagnostics: NOTHING };
  const repeated = findDuplicateKeys(text);
  if (repeated.length === 0) return { value, diagnostics: NOTHING };
  const source = new SourceText(place.file, text);
  for (const { path } of repeated) removeAt(value, path);
  const diagnostics = repeated
    .slice(0, MOST)
    .map(({ key, again, first }) =>
      diagnostic(
        'duplicate-key',
        { key: shorten(key) },
        spanIn(source, place, again.start, again.end),
        { related: [spanIn(source, place, first.start, first.end)] },
      ),
    );
  const rest = repeated.length - diagnostics.length;
  if (rest > 0) {
    const params = { code: CATALOG['duplicate-key'].code, count: String(rest) };
    diagnostics.push(diagnostic('more-faults', params, spanIn(source, place, 0, 1)));
  }
  return { value, diagnostics };
}
