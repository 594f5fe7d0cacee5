import { parseExact, printExact } from '@qingdan/core';
import type { Cell, Row } from '../sheet/cell.js';
import { CELL_LIMIT, type Merge, type SheetFault } from '../sheet/sheet.js';
import type { Shown } from './number-format.js';
import { visitXml } from './read-xml.js';
import { serialDate } from './serial-date.js';

/** More cells in a workbook are refused: CSV is the format for many rows. */
export const XLSX_CELL_LIMIT = 2_000_000;

/** Places left empty before a cell count too, at less: a row may begin at its last column. */
const GAP_LIMIT = 4 * XLSX_CELL_LIMIT;

/** The columns and rows that a spreadsheet has. */
const COLUMN_LIMIT = 16_384;
const ROW_LIMIT = 1_048_576;

/** What the cells of a sheet refer to. */
export interface Workbook {
  readonly strings: readonly string[];
  /** By the number of a style. */
  readonly styles: readonly Shown[];
  readonly is1904: boolean;
}

export interface SheetContent {
  readonly rows: readonly Row[];
  readonly merges: readonly Merge[];
  readonly faults: readonly SheetFault[];
}

/** The cells of one sheet: of a formula the value it was last calculated to, never the formula. */
export function readSheet(bytes: Uint8Array, workbook: Workbook): SheetContent {
  const rows: Row[] = [];
  const merges: Merge[] = [];
  const faults: SheetFault[] = [];
  let rowNumber = 0;
  let cells: Cell[] = [];
  let column = -1;
  let type = 'n';
  let style = 0;
  let value = '';
  let text = '';
  let count = 0;
  let gaps = 0;
  let inside: 'value' | 'text' | undefined;
  let isFormula = false;
  let isPhonetic = false;
  const finish = (): void => {
    const cell = cellOf({ type, value, text, style, isFormula }, workbook);
    if (cell === undefined || column < 0 || column >= COLUMN_LIMIT) return;
    count += 1;
    gaps += Math.max(0, column - cells.length);
    if (count > XLSX_CELL_LIMIT || gaps > GAP_LIMIT) throw new TooManyCells();
    if (typeof cell === 'string' && cell.length > CELL_LIMIT) {
      const row = { number: rowNumber, line: rowNumber, cells: [] };
      faults.push({
        name: 'table-cell-too-long',
        params: { limit: String(CELL_LIMIT) },
        row,
        column,
      });
      return;
    }
    while (cells.length < column) cells.push(undefined);
    cells[column] = cell;
  };
  visitXml(bytes, {
    open(name, attributes) {
      switch (name) {
        case 'row':
          rowNumber = Number(attributes.r ?? rowNumber + 1);
          cells = [];
          column = -1;
          break;
        case 'c': {
          const place = placeOf(attributes.r ?? '');
          column = place?.column ?? column + 1;
          type = attributes.t ?? 'n';
          style = Number(attributes.s ?? 0);
          value = '';
          text = '';
          isFormula = false;
          break;
        }
        case 'f':
          isFormula = true;
          break;
        case 'v':
          inside = 'value';
          break;
        case 'rPh':
          isPhonetic = true;
          break;
        case 't':
          inside = 'text';
          break;
        case 'mergeCell': {
          const merge = mergeOf(attributes.ref ?? '');
          if (merge !== undefined) merges.push(merge);
          break;
        }
        default:
      }
    },
    text(content) {
      if (inside === 'value') value += content;
      else if (inside === 'text' && !isPhonetic) text += content;
    },
    close(name) {
      if (name === 'v' || name === 't') inside = undefined;
      else if (name === 'rPh') isPhonetic = false;
      else if (name === 'c') finish();
      else if (name === 'row' && rowNumber >= 1 && rowNumber <= ROW_LIMIT && cells.length > 0) {
        rows.push({ number: rowNumber, line: rowNumber, cells });
        cells = [];
      }
    },
  });
  return { rows, merges, faults };
}

/** Thrown where a workbook has more cells than are read. */
export class TooManyCells extends Error {}

interface RawCell {
  readonly type: string;
  readonly value: string;
  readonly text: string;
  readonly style: number;
  readonly isFormula: boolean;
}

function cellOf({ type, value, text, style, isFormula }: RawCell, workbook: Workbook): Cell {
  switch (type) {
    case 's':
      return workbook.strings[Number(value)];
    case 'inlineStr':
      return text;
    case 'b':
      return value === '' ? undefined : value === '1' || value === 'true';
    case 'e':
      return { kind: 'fault', fault: value };
    case 'str':
      return value;
    case 'd':
      return dated(value);
    default:
      break;
  }
  // A program that doesn't calculate has written the formula and no result.
  if (value === '') return isFormula ? { kind: 'fault', fault: 'f(x)' } : undefined;
  const shown = workbook.styles[style];
  const number = Number(value);
  if (shown === 'date')
    return serialDate(number, workbook.is1904) ?? { kind: 'fault', fault: value };
  const digits = digitsOf(value, number);
  if (digits === undefined) return { kind: 'fault', fault: value.slice(0, 40) };
  return shown === undefined
    ? { kind: 'number', digits }
    : { kind: 'number', digits, shown: digits.padStart(shown.zeros, '0') };
}

/** A spreadsheet counts in binary and shows at most 15 digits: 0.30000000000000004 stands for 0.3. */
function digitsOf(written: string, number: number): string | undefined {
  if (!Number.isFinite(number)) return undefined;
  const digits = written
    .replace(/[eE].*$/, '')
    .replace(/\D/g, '')
    .replace(/^0+/, '');
  const exact = parseExact(digits.length > 15 ? number.toPrecision(15) : written.trim());
  return exact === undefined ? undefined : printExact(exact);
}

function dated(value: string): Cell {
  const parts = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}:\d{2}))?/.exec(value);
  if (parts === null) return { kind: 'fault', fault: value.slice(0, 40) };
  const [, day = '', time] = parts;
  return time === undefined || time === '00:00:00'
    ? { kind: 'date', day }
    : { kind: 'date', day, time };
}

function placeOf(reference: string): { row: number; column: number } | undefined {
  const parts = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference);
  if (parts === null) return undefined;
  let column = 0;
  for (const letter of parts[1] as string) column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(parts[2]) - 1, column: column - 1 };
}

function mergeOf(reference: string): Merge | undefined {
  const [first = '', last = first] = reference.split(':', 2);
  const from = placeOf(first);
  const to = placeOf(last);
  if (from === undefined || to === undefined) return undefined;
  return { top: from.row, left: from.column, bottom: to.row, right: to.column };
}
