import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { VILLAGE_YEAR } from '../../examples/village-year.js';

type Plain = Readonly<Record<string, unknown>>;

/** A dataset of many villages. */
export interface Copies {
  /** JSONL, records of all kinds village by village. */
  readonly chunks: Iterable<string>;
  readonly lines: number;
  readonly dataset: (file: string) => string;
}

/**
 * The example's year as many times as there are copies, each of people, organisations and papers of its own: every id, and
 * whatever refers to one, ends in the number of the copy. Copy 0 is the example itself.
 */
export function copiesOfTheYear(copies: number): Copies {
  const records = readdirSync(VILLAGE_YEAR)
    .filter((file) => file.endsWith('.jsonl'))
    .sort()
    .flatMap((file) => readFileSync(join(VILLAGE_YEAR, file), 'utf8').split('\n'))
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Plain);
  const ids = new Set(records.map(({ id }) => String(id)));
  const { books } = parse(readFileSync(join(VILLAGE_YEAR, 'dataset.yaml'), 'utf8')) as {
    readonly books: readonly Plain[];
  };
  return {
    chunks: chunksOf(records, ids, copies),
    lines: records.length * copies,
    dataset: (file) =>
      stringify({
        files: [{ path: file }],
        books: Array.from({ length: copies }, (_, copy) =>
          books.map((book) => copied(book, copy, ids)),
        ).flat(),
      }),
  };
}

function* chunksOf(
  records: readonly Plain[],
  ids: ReadonlySet<string>,
  copies: number,
): Generator<string> {
  for (let copy = 0; copy < copies; copy += 1)
    yield records.map((record) => `${JSON.stringify(copied(record, copy, ids))}\n`).join('');
}

function copied(value: unknown, copy: number, ids: ReadonlySet<string>): unknown {
  if (copy === 0) return value;
  if (typeof value === 'string') return ids.has(value) ? `${value}-${copy}` : value;
  if (Array.isArray(value)) return value.map((item: unknown) => copied(item, copy, ids));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]: [string, unknown]) => [
      key,
      // One invoice in two villages would be a finding in both.
      key === 'invoiceNumber' && typeof inner === 'string'
        ? `${inner}-${copy}`
        : copied(inner, copy, ids),
    ]),
  );
}
