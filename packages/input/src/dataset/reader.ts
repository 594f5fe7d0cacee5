import {
  type Diagnostic,
  diagnostic,
  fullWidth,
  fullWidthColon,
  nearestHint,
  parseDate,
  type RecordType,
  said,
  shapeText,
  type Text,
  typeParams,
} from '@qingdan/core';
import type { Day, Span } from '@qingdan/core';
import type { ValuePath } from '../json/locate-json.js';
import { shorten } from '../text/shorten.js';
import type { YamlDocument } from '../yaml/parse-yaml.js';

type Plain = Readonly<Record<string, unknown>>;

/** Reads the parts of a dataset file, and collects what is wrong with them. */
export class DatasetReader {
  readonly diagnostics: Diagnostic[] = [];
  readonly #document: YamlDocument;
  readonly #kinds: ReadonlyMap<string, RecordType> | undefined;

  constructor(document: YamlDocument, kinds: ReadonlyMap<string, RecordType> | undefined) {
    this.#document = document;
    this.#kinds = kinds;
  }

  report(
    name: Diagnostic['name'],
    params: Readonly<Record<string, string>>,
    path: ValuePath,
    key = false,
  ): void {
    this.diagnostics.push(diagnostic(name, params, this.#document.spanOf(path, key)));
  }

  spanOf(path: ValuePath, key = false): Span {
    return this.#document.spanOf(path, key);
  }

  object(
    raw: unknown,
    path: ValuePath,
    owner: string,
    known: readonly string[],
  ): Plain | undefined {
    if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
      const mark = typeof raw === 'string' ? fullWidthColon(raw) : undefined;
      if (mark !== undefined) {
        this.diagnostics.push(fullWidth(mark, this.#document.spanOf(path)));
        return undefined;
      }
      const expected = `{ ${known.join(', ')} }`;
      this.report('wrong-shape', { expected, ...said('actual', describe(raw)) }, path);
      return undefined;
    }
    for (const key of Object.keys(raw)) {
      if (known.includes(key)) continue;
      const mark = fullWidthColon(key);
      if (mark !== undefined) {
        this.diagnostics.push(fullWidth(mark, this.#document.spanOf([...path, key], true)));
        continue;
      }
      const nearest = nearestHint(key, known);
      const params = { owner, key: shorten(key), nearest, known: known.join(', ') };
      this.report('unknown-key', params, [...path, key], true);
    }
    return raw as Plain;
  }

  list(raw: unknown, path: ValuePath): readonly unknown[] {
    if (raw === undefined || raw === null) return [];
    if (Array.isArray(raw)) return raw;
    this.report('wrong-shape', { expected: '[ … ]', ...said('actual', describe(raw)) }, path);
    return [];
  }

  text(object: Plain, key: string, path: ValuePath): string | undefined {
    const raw = object[key];
    if (raw === undefined || raw === null) return undefined;
    if (typeof raw === 'string' && raw !== '') return raw.normalize('NFC');
    this.report('bad-value', { value: print(raw), ...typeParams({ kind: 'text' }, 'expected') }, [
      ...path,
      key,
    ]);
    return undefined;
  }

  kind(object: Plain, path: ValuePath): string | undefined {
    const kind = this.text(object, 'kind', path);
    if (kind === undefined || this.#kinds === undefined || this.#kinds.has(kind)) return kind;
    const known = [...this.#kinds.keys()];
    const params = {
      kind: shorten(kind),
      nearest: nearestHint(kind, known),
      known: known.join(', '),
    };
    this.report('unknown-record-kind', params, [...path, 'kind']);
    return undefined;
  }

  day(object: Plain, key: string, path: ValuePath): Day | undefined {
    const raw = object[key];
    if (raw === undefined || raw === null) return undefined;
    const day = typeof raw === 'string' ? parseDate(raw) : undefined;
    if (typeof day === 'number') return day;
    const params = { value: print(raw), expected: '2026-01-31' };
    this.report('bad-value', params, [...path, key]);
    return undefined;
  }
}

function describe(raw: unknown): Text {
  if (typeof raw === 'object' || raw === undefined) return shapeText(raw);
  const text = `\`${print(raw)}\``;
  return { zh: text, en: text };
}

function print(raw: unknown): string {
  return shorten(typeof raw === 'string' ? raw : JSON.stringify(raw));
}
