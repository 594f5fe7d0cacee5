import { pluralForm } from '../source/plural-form.js';
import type { Language } from '../source/text.js';
import type { Position, Span } from '../source/span.js';
import { CATALOG, type DiagnosticName } from './catalog.js';

export type Severity = 'error' | 'warning' | 'info';

/**
 * One thing that is wrong with a rule set or an input file. It carries data, not text; `renderDiagnostic` says it in a
 * language. `related` points to a second place, such as the other of two definitions.
 */
export interface Diagnostic {
  readonly name: DiagnosticName;
  readonly params: Readonly<Record<string, string>>;
  readonly span?: Span;
  /** Where there is no span: the file, if any. */
  readonly file?: string;
  /** Inside a record: the way to the value. */
  readonly path?: readonly (string | number)[];
  readonly related?: readonly Span[];
}

/** The form in which diagnostics leave the product (contracts: Diagnostics). */
export interface RenderedDiagnostic {
  readonly code: string;
  readonly name: string;
  readonly severity: Severity;
  readonly message: string;
  readonly file: string | null;
  readonly range: { readonly start: Position; readonly end: Position } | null;
  readonly help: string;
  readonly docs: string;
}

export function diagnostic(
  name: DiagnosticName,
  params: Readonly<Record<string, string>>,
  span?: Span,
  more: Pick<Diagnostic, 'file' | 'path' | 'related'> = {},
): Diagnostic {
  return { name, params, ...(span === undefined ? {} : { span }), ...more };
}

export function severityOf(item: Diagnostic): Severity {
  return CATALOG[item.name].severity;
}

export function codeOf(item: Diagnostic): string {
  return CATALOG[item.name].code;
}

export function hasErrors(items: readonly Diagnostic[]): boolean {
  return items.some((item) => severityOf(item) === 'error');
}

export function renderDiagnostic(item: Diagnostic, language: Language): RenderedDiagnostic {
  const entry = CATALOG[item.name];
  const params = withCode(item.params);
  const { span } = item;
  const path =
    item.path === undefined || item.path.length === 0 ? '' : `${item.path.map(short).join('.')}: `;
  const places = (item.related ?? []).map((other) => {
    const { line, column } = other.source.position(other.start);
    return `${other.source.file}:${String(line)}:${String(column)}`;
  });
  const also =
    places.length === 0
      ? ''
      : language === 'zh'
        ? `（另见 ${places.join('、')}）`
        : ` (see also ${places.join(', ')})`;
  return {
    code: entry.code,
    name: item.name,
    severity: entry.severity,
    message: path + fill(entry.message[language], params, language) + also,
    file: span?.source.file ?? item.file ?? null,
    range:
      span === undefined
        ? null
        : { start: span.source.position(span.start), end: span.source.position(span.end) },
    help: fill(entry.help[language], params, language),
    docs: `docs/diagnostics.md#${entry.code.toLowerCase()}`,
  };
}

/** A diagnostic about others names them by `about`; who makes it needs no catalog, which is large in a browser. */
function withCode(params: Diagnostic['params']): Diagnostic['params'] {
  const { about } = params;
  return about === undefined || !Object.hasOwn(CATALOG, about)
    ? params
    : { ...params, code: CATALOG[about as DiagnosticName].code };
}

/** A key may be as long as its file. */
function short(part: string | number): string {
  const text = String(part);
  return text.length > 100 ? `${text.slice(0, 100)}…` : text;
}

/** De-duplicated, sorted by file, place and code. */
export function sortDiagnostics(items: readonly Diagnostic[]): Diagnostic[] {
  const keyed = new Map<string, { item: Diagnostic; file: string; start: number; code: string }>();
  for (const item of items) {
    const file = item.span?.source.file ?? item.file ?? '';
    const start = item.span?.start ?? -1;
    const code = codeOf(item);
    keyed.set(JSON.stringify([file, start, code, item.path, item.params]), {
      item,
      file,
      start,
      code,
    });
  }
  return [...keyed.values()]
    .sort((a, b) => order(a.file, b.file) || a.start - b.start || order(a.code, b.code))
    .map(({ item }) => item);
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Parameters that are lists of names. */
const LISTS: ReadonlySet<string> = new Set(['known', 'kinds']);

/**
 * A parameter that isn't the same in every language is there once more, as `type.zh` beside `type`. `{count: one row, other rows}`
 * is the word for so many.
 */
function fill(
  template: string,
  params: Readonly<Record<string, string>>,
  language: Language,
): string {
  return template.replace(/\{(\w+)(?:: ([^{}]+))?\}/g, (whole, name: string, forms?: string) => {
    if (forms !== undefined) return pluralForm(language, params[name], forms);
    const own = `${name}.${language}`;
    if (Object.hasOwn(params, own)) return String(params[own]);
    if (!Object.hasOwn(params, name)) return whole;
    const text = String(params[name]);
    return language === 'zh' && LISTS.has(name) ? text.replaceAll(', ', '、') : text;
  });
}
