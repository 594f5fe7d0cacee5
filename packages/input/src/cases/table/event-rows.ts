import { isBlank, type Cell, type Row } from '../../tables/sheet/cell.js';
import type { Sheet } from '../../tables/sheet/sheet.js';
import type { Header } from '../../tables/rows/find-header.js';
import { MergedCells } from '../../tables/rows/merged-cells.js';
import { type RowKinds, whyNoRecord } from '../../tables/rows/not-a-record.js';
import type { EventColumn } from './event-columns.js';

/** Fields that a merged cell says of each row it reaches into: whose event it is, and of which step, when and by whom. */
const FILLED: ReadonlySet<string> = new Set([
  'case',
  'procedure',
  'organisation',
  'step',
  'at',
  'by',
  'role',
]);

/** Tells, as the rows of a table go by, which of them are events and what merged cells say in them. */
export class EventRows {
  readonly #merged: MergedCells;
  readonly #kinds: RowKinds;
  readonly #filled: readonly number[];

  constructor(header: Header, columns: readonly EventColumn[], { merges }: Sheet) {
    this.#merged = new MergedCells(merges.filter(({ top }) => top >= header.row.number));
    const of = (fields: ReadonlySet<string>): readonly number[] =>
      columns.filter(({ field }) => fields.has(field)).map(({ index }) => index);
    this.#filled = of(FILLED);
    this.#kinds = {
      header: header.columns.map(({ names }) => names[0] ?? ''),
      idColumns: of(new Set(['case', 'id'])),
      factColumns: of(new Set(['at'])),
    };
  }

  /** The cells of the next row, merged ones filled in; undefined where it is blank, a text where that says it is no event. */
  next(row: Row): readonly Cell[] | string | undefined {
    this.#merged.enter(row);
    if (row.cells.every(isBlank)) return undefined;
    const reason = whyNoRecord(row, this.#kinds);
    if (reason !== undefined) return reason;
    const covered = this.#filled.filter(
      (column) => isBlank(row.cells[column]) && this.#merged.above(row, column) !== undefined,
    );
    if (covered.length === 0) return row.cells;
    const cells = [...row.cells];
    for (const column of covered) cells[column] = this.#merged.above(row, column)?.cell;
    return cells;
  }
}
