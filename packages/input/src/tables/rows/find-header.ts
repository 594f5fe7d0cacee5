import { plainHeader } from '../cells/plain.js';
import { isBlank, type Row, textOfCell } from '../sheet/cell.js';
import type { Merge } from '../sheet/sheet.js';

/** A column as its header names it. */
export interface Column {
  /** 0-based */
  readonly index: number;
  /** As the table writes it; empty where it has no header. */
  readonly header: string;
  /** What a mapping may call it, as `plainHeader` has them: with the header above it, too. */
  readonly names: readonly string[];
}

export interface Header {
  /** The last row of the header. */
  readonly row: Row;
  readonly columns: readonly Column[];
  /** What stands above it: titles, units. */
  readonly above: readonly string[];
}

/** The header is looked for in so many rows. */
export const HEADER_ROWS = 50;

/** A header is no longer than this. */
const NAME_LIMIT = 200;

/** How many rows above the last one may belong to the header. */
const LEVELS = 4;

/** The header of a table: the row that is named, or the one with most of the wanted columns. */
export function findHeader(
  rows: readonly Row[],
  merges: readonly Merge[],
  wanted: ReadonlySet<string>,
  number?: number,
): Header | undefined {
  if (number !== undefined) {
    const row = rows.find((each) => each.number === number);
    const near = merges.filter(({ top, bottom }) => top < number && bottom >= number - LEVELS);
    return row === undefined ? undefined : headerAt(row, rows, near);
  }
  const first = rows.slice(0, HEADER_ROWS);
  const near = merges.filter(({ top }) => top < (first.at(-1)?.number ?? 0));
  let best: Header | undefined;
  let most = 0;
  for (const row of first) {
    const header = headerAt(row, rows, near);
    const found = new Set(
      header.columns.flatMap(({ names }) => names.filter((name) => wanted.has(name))),
    ).size;
    if (found <= most) continue;
    most = found;
    best = header;
  }
  return best;
}

function headerAt(first: Row, rows: readonly Row[], merges: readonly Merge[]): Header {
  // A header cell that reaches down makes the rows it reaches into header, too.
  const depth = Math.max(
    first.number,
    ...merges
      .filter(({ top, left, right }) => top === first.number - 1 && right - left < WIDE)
      .filter(({ top, left }) => !isBlank(first.cells[left]) && top >= 0)
      .map(({ bottom }) => Math.min(bottom + 1, first.number + LEVELS)),
  );
  const row = rows.find(({ number }) => number === depth) ?? { ...first, cells: [], number: depth };
  const near = rows.filter(({ number }) => number <= depth && number > depth - LEVELS);
  const cellAt = (number: number, column: number): string => {
    const merge = merges.find(
      ({ top, bottom, left, right }) =>
        number - 1 >= top && number - 1 <= bottom && column >= left && column <= right,
    );
    const [at, across] = merge === undefined ? [number, column] : [merge.top + 1, merge.left];
    const cell = near.find((each) => each.number === at)?.cells[across];
    return textOfCell(cell).slice(0, NAME_LIMIT).trim();
  };
  const width = Math.max(0, ...near.map(({ cells }) => cells.length));
  const groups = merges.filter(
    ({ left, right }) => right > left && right - left < WIDE && right - left + 1 < row.cells.length,
  );
  const columns: Column[] = [];
  for (let index = 0; index < Math.min(width, COLUMNS); index += 1) {
    const levels: string[] = [];
    for (let number = depth; number > depth - LEVELS && number >= 1; number -= 1) {
      if (number < depth && number < first.number && !isGroup(number, index, groups)) break;
      const text = cellAt(number, index);
      if (text !== '' && text !== levels.at(-1)) levels.push(text);
    }
    columns.push(columnOf(index, levels));
  }
  const above = rows
    .filter(({ number }) => number < first.number)
    .flatMap(({ cells }) => cells.filter((cell) => !isBlank(cell)).map(textOfCell));
  return { row, columns, above };
}

/** A merge that is wider, or as wide as the table, is a title. */
const WIDE = 8;
const COLUMNS = 1000;

/** Whether a cell above the header is part of one that spans a few columns, and so names them as a group. */
function isGroup(number: number, column: number, merges: readonly Merge[]): boolean {
  return merges.some(
    ({ top, bottom, left, right }) =>
      top <= number - 1 && bottom >= number - 1 && left <= column && right >= column,
  );
}

/** `levels` from the lowest up. */
function columnOf(column: number, levels: readonly string[]): Column {
  const names = levels.map((_, index) =>
    levels
      .slice(0, index + 1)
      .reverse()
      .join('/'),
  );
  return {
    index: column,
    header: names.at(-1) ?? '',
    names: [...new Set(names.map(plainHeader))].filter((name) => name !== ''),
  };
}
