import { parseDate } from '@qingdan/core';
import { plain, plainHeader } from '../../tables/cells/plain.js';
import type { Column } from '../../tables/rows/find-header.js';
import { type Cell, isBlank, textOfCell } from '../../tables/sheet/cell.js';
import { parseCellDate, parseCellInstant } from '../../tables/cells/date.js';
import { NONE_WORDS } from '../../tables/suggest/synonyms.js';
import { ID_HEADERS } from '../../tables/suggest/synonyms.js';
import { USUAL_HEADERS } from '../event-fields.js';
import { kindOfWord } from '../kind-of-event.js';
import { LIKELY_HEADERS } from './event-headers.js';

/** The cells of a column, below the header. */
export type CellsOf = (column: Column) => readonly Cell[];

/**
 * The columns that are of an event rather than of its case, each field once: by headers that mean it in nearly every table,
 * then by those that likely do and whose cells agree, at last by the cells alone where only one column has such.
 */
export function fieldsOfColumns(
  columns: readonly Column[],
  cellsOf: CellsOf,
  isStep: (word: string) => boolean,
  isData: (column: Column) => boolean,
): ReadonlyMap<Column, string> {
  const fields = new Map<Column, string>();
  const taken = new Set<string>();
  const take = (column: Column, field: string | undefined): void => {
    if (field === undefined || taken.has(field) || fields.has(column)) return;
    fields.set(column, field);
    taken.add(field);
  };
  for (const column of columns) take(column, headerIn(USUAL_HEADERS, column));
  for (const column of columns) {
    const field = headerIn(LIKELY_HEADERS, column);
    if (field === undefined || isData(column)) continue;
    if (fits(field, textsOf(cellsOf(column)), isStep)) take(column, field);
  }
  for (const field of BY_CELLS) {
    if (taken.has(field)) continue;
    const found = columns.filter(
      (column) =>
        !fields.has(column) &&
        !isData(column) &&
        (field !== 'case' || isOfCase(column)) &&
        fits(field, textsOf(cellsOf(column)), isStep),
    );
    // Of several, any may be meant: a case by its number, if need be.
    const [only, second] = found;
    if (only !== undefined && (second === undefined || field === 'case')) take(only, field);
  }
  return fields;
}

const BY_CELLS = ['step', 'at', 'case'] as const;

function headerIn(known: ReadonlyMap<string, string>, { names }: Column): string | undefined {
  return names.map((name) => known.get(name)).find((field) => field !== undefined);
}

const NUMBERS = new Set(ID_HEADERS.map(plainHeader));

function isOfCase({ names }: Column): boolean {
  return names.some((name) => NUMBERS.has(name) || /(编?号|名称)$/u.test(name));
}

/** The words of a column, and `''` for a blank cell. */
function textsOf(cells: readonly Cell[]): readonly string[] {
  return cells.map((cell) => (isBlank(cell) ? '' : textOfCell(cell).slice(0, 200).trim()));
}

/** So many cells tell what a column holds. */
const TELLING = 1000;

/** Whether the cells of a column can be what its header may mean. */
function fits(field: string, cells: readonly string[], isStep: (word: string) => boolean): boolean {
  const words = cells.filter((word) => word !== '' && !NONE_WORDS.includes(plain(word)));
  const share = (is: (word: string) => boolean): number => {
    const some = words.slice(0, TELLING);
    return some.length === 0 ? 0 : some.filter(is).length / some.length;
  };
  switch (field) {
    case 'case':
      // Cases have several steps.
      return words.length === cells.length && new Set(words).size * 2 <= words.length;
    case 'step':
      return share(isStep) >= 0.5;
    case 'at':
    case 'recordedAt':
      return share(isTime) >= 0.8;
    case 'kind':
      return words.length > 0 && words.every((word) => kindOfWord(word) !== undefined);
    default:
      return true;
  }
}

function isTime(word: string): boolean {
  const day = parseCellInstant(word) ?? parseCellDate(word);
  return day !== undefined && (day.length > 10 || typeof parseDate(day) === 'number');
}
