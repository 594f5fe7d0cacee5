import { type Diagnostic, diagnostic, type Exact, nearestHint, type Span } from '@qingdan/core';
import { shorten } from '../../text/shorten.js';
import { plainHeader } from '../../tables/cells/plain.js';
import { nearestHeaderHint } from '../../tables/cells/similar.js';
import { yuanPerUnit } from '../../tables/cells/amount.js';
import type { Column, Header } from '../../tables/rows/find-header.js';
import { perUnitOfTable, unitOfHeader } from '../../tables/rows/units.js';
import { columnLetters } from '../../tables/sheet/cell.js';
import type { CaseMapping } from '../case-options.js';
import { COLUMN_FIELDS, isColumnField, USUAL_HEADERS } from '../event-fields.js';

/** A column, and the field that it is read into; `data.<header>` where no field has its name. */
export interface EventColumn {
  readonly index: number;
  readonly field: string;
  readonly header: string;
  /** Text of a cell → what it means. */
  readonly values?: ReadonlyMap<string, string> | undefined;
  /** How many yuan its figures are counted in. */
  readonly perUnit: Exact;
}

export interface EventColumns {
  /** Absent where rows can't become events. */
  readonly columns?: readonly EventColumn[];
  readonly diagnostics: readonly Diagnostic[];
}

/** A row is no event without these. */
const NEEDED = ['case', 'step', 'at'] as const;

/** Headers that show which row is the header. */
export function wantedHeaders({ columns = {} }: CaseMapping): ReadonlySet<string> {
  return new Set([...USUAL_HEADERS.keys(), ...Object.keys(columns)].map(plainHeader));
}

/** What each column of a log is. What the mapping says goes before what is usual. */
export function bindEventColumns(
  header: Header,
  { columns: mapped = {}, ignore = [], values, spanOf: spanInMapping }: CaseMapping,
  file: string,
  spanOf: (column: number) => Span,
): EventColumns {
  const diagnostics: Diagnostic[] = [];
  const known = header.columns.map((column) => column.header).filter((name) => name !== '');
  const ignored = new Set(ignore.map(plainHeader));
  const byIndex = new Map<number, string>();
  for (const [name, field] of Object.entries(mapped)) {
    if (!isColumnField(field)) {
      const params = {
        column: shorten(name),
        field: shorten(field),
        nearest: nearestHint(field, COLUMN_FIELDS),
        known: COLUMN_FIELDS.join(', '),
      };
      diagnostics.push(diagnostic('bad-column-field', params, undefined, { file }));
      continue;
    }
    const wanted = plainHeader(name);
    const found = header.columns.filter(({ names }) => names.includes(wanted));
    const [only, second] = found;
    if (only !== undefined && second === undefined) byIndex.set(only.index, field);
    else if (only === undefined) {
      const nearest = nearestHeaderHint(wanted, known);
      const params = { column: shorten(name), nearest, known: known.map(shorten).join(', ') };
      const span = spanInMapping?.(['columns', name], true);
      diagnostics.push(diagnostic('column-missing', params, span, span ? {} : { file }));
    } else {
      const places = found.map(({ index }) => columnLetters(index)).join(', ');
      const params = { column: shorten(name), places };
      diagnostics.push(diagnostic('column-twice', params, spanOf(only.index)));
      // Neither is taken for what the mapping means.
      for (const { index } of found) ignored.add(String(index));
    }
  }
  const taken = new Set(byIndex.values());
  const columns: EventColumn[] = [];
  const inTable = perUnitOfTable(header.above);
  const add = ({ index, names, header: title }: Column, field: string): void => {
    const unit = unitOfHeader(title);
    const perUnit = (unit === undefined ? undefined : yuanPerUnit(unit)) ?? inTable;
    const meant = names.map((name) => values?.get(name)).find((each) => each !== undefined);
    columns.push({ index, field, header: title, values: meant, perUnit });
  };
  const usual = new Map<string, number>();
  for (const column of header.columns) {
    const { index, names, header: title } = column;
    if (title === '' || ignored.has(String(index))) continue;
    if (names.some((name) => ignored.has(name))) continue;
    const field = byIndex.get(index);
    if (field !== undefined) {
      add(column, field);
      continue;
    }
    const meant = names.map((name) => USUAL_HEADERS.get(name)).find((each) => each !== undefined);
    if (meant === undefined || taken.has(meant)) {
      add(column, `data.${title}`);
      continue;
    }
    const first = usual.get(meant);
    if (first === undefined) {
      usual.set(meant, index);
      add(column, meant);
      continue;
    }
    // Two that may both be meant: the first, and that is said.
    const places = [first, index].map(columnLetters).join(', ');
    const params = { field: meant, places };
    diagnostics.push(diagnostic('event-column-twice', params, spanOf(index)));
    add(column, `data.${title}`);
  }
  for (const field of NEEDED) {
    if (columns.some((each) => each.field === field)) continue;
    const params = { field, known: known.map(shorten).join(', ') };
    diagnostics.push(diagnostic('no-event-column', params, spanOf(0)));
    return { diagnostics };
  }
  return { columns, diagnostics };
}
