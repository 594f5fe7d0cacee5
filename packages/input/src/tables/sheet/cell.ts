/** What one cell holds, before anything says what it should mean. A blank one is undefined. */
export type Cell =
  | string
  | boolean
  | NumberCell
  | DateCell
  /** What could not be computed, or was not: `#REF!`, or a formula that was never calculated. */
  | { readonly kind: 'fault'; readonly fault: string }
  | undefined;

interface NumberCell {
  readonly kind: 'number';
  /** Its exact decimal digits. */
  readonly digits: string;
  /** As the sheet shows it, where leading zeros are part of it. */
  readonly shown?: string;
}

export interface DateCell {
  readonly kind: 'date';
  /** `2026-01-05` */
  readonly day: string;
  /** `09:30:00`, where it has a time of day. */
  readonly time?: string;
}

/** A row of a sheet. */
export interface Row {
  /** As a spreadsheet numbers it, 1-based. */
  readonly number: number;
  /** The line of a text file on which it begins; for a spreadsheet its number again. */
  readonly line: number;
  readonly cells: readonly Cell[];
}

/** What a cell says as text, as its sheet shows it. */
export function textOfCell(cell: Cell): string {
  if (cell === undefined) return '';
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  switch (cell.kind) {
    case 'number':
      return cell.shown ?? cell.digits;
    case 'date':
      return cell.time === undefined ? cell.day : `${cell.day} ${cell.time}`;
    case 'fault':
      return cell.fault;
  }
}

/** Whether nothing stands in a cell, or nothing but spaces. */
export function isBlank(cell: Cell): boolean {
  return cell === undefined || (typeof cell === 'string' && cell.trim() === '');
}

/** The letters of a column, 0-based: 0 is A, 26 is AA. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}
