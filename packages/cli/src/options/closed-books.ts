import {
  type Book,
  type Diagnostic,
  diagnostic,
  nearestHint,
  parseDate,
  type RecordType,
} from '@qingdan/core';

const EXPECTED = 'KIND=FROM..UNTIL, expenditure=2026-01-01..2026-04-01';

/** Reads `--closed KIND=FROM..UNTIL`: books that are complete, half-open, either end open where it is left out. */
export function readClosed(
  values: readonly string[],
  kinds: ReadonlyMap<string, RecordType>,
): { readonly books: readonly Book[]; readonly diagnostics: readonly Diagnostic[] } {
  const books: Book[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const value of values) {
    const fail = (expected: string): void => {
      diagnostics.push(diagnostic('bad-option', { option: '--closed', value, expected }));
    };
    const [, kind, first = '', last = ''] = /^([^=]+)=(.*)\.\.(.*)$/.exec(value) ?? [];
    const from = endOf(first);
    const until = endOf(last);
    if (kind === undefined || from === null || until === null) fail(EXPECTED);
    else if (from !== undefined && until !== undefined && from >= until) fail('FROM < UNTIL');
    else if (!kinds.has(kind)) {
      const known = [...kinds.keys()];
      fail(`${known.join(', ')}${nearestHint(kind, known)}`);
    } else {
      books.push({
        kind,
        ...(from === undefined ? {} : { from }),
        ...(until === undefined ? {} : { until }),
      });
    }
  }
  return { books, diagnostics };
}

/** A day; undefined for an open end, null for what is neither. */
function endOf(text: string): number | undefined | null {
  if (text === '') return undefined;
  const day = parseDate(text);
  return typeof day === 'number' ? day : null;
}
