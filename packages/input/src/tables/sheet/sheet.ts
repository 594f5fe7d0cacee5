import type { DiagnosticName } from '@qingdan/core';
import type { Row } from './cell.js';

/** Cells that are one: rows and columns are 0-based and both ends belong to it. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** What is wrong with a table as a file, at a row of it where that is known. */
export interface SheetFault {
  readonly name: DiagnosticName;
  readonly params: Readonly<Record<string, string>>;
  readonly row?: Row;
  /** 0-based */
  readonly column?: number;
}

/** Some rows of a sheet, in order. */
export interface RowBatch {
  readonly rows: readonly Row[];
  /** Whoever reads on after one of these may miss rows. */
  readonly faults: readonly SheetFault[];
}

/** One sheet of a workbook, or a text file that is one. */
export interface Sheet {
  /** Absent for a text file. */
  readonly name?: string;
  readonly merges: readonly Merge[];
  batches(): AsyncIterable<RowBatch> | Iterable<RowBatch>;
}

/** More than any spreadsheet takes in one cell. */
export const CELL_LIMIT = 32_767;
