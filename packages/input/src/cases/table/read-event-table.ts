import { diagnostic, type Span } from '@qingdan/core';
import { spanOfCell } from '../../text/place.js';
import { NO_WORDS } from '../../tables/cells/vocabulary.js';
import { findHeader, HEADER_ROWS } from '../../tables/rows/find-header.js';
import type { Row } from '../../tables/sheet/cell.js';
import { chooseSheet } from '../../tables/sheet/choose-sheet.js';
import { openTable } from '../../tables/sheet/open-table.js';
import type { Sheet, SheetFault } from '../../tables/sheet/sheet.js';
import type { CaseReading } from '../case-reading.js';
import type { CaseSink } from '../case-sink.js';
import { readEvent } from '../read-event.js';
import { bindEventColumns, type EventColumn, wantedHeaders } from './event-columns.js';
import { eventOfRow, type RowContext } from './event-of-row.js';
import { EventRows } from './event-rows.js';

/** Reads a log of one event a row: CSV or a workbook. */
export async function readEventTable(
  chunks: AsyncIterable<Uint8Array>,
  reading: CaseReading,
  cases: CaseSink,
): Promise<void> {
  const { file, options } = reading;
  const mapping = options.mapping ?? {};
  const wanted = wantedHeaders(mapping);
  const { sheets, faults } = await openTable({ file: file.replace(/\.gz$/i, ''), chunks }, wanted);
  const reader = new EventTableReader(reading, cases);
  reader.note(faults);
  const chosen = faults.length > 0 ? undefined : chooseSheet(sheets, mapping, wanted);
  for (const { name, params } of chosen?.faults ?? []) {
    reading.log.add(diagnostic(name, params, undefined, reading.whole));
  }
  const sheet = chosen?.sheet;
  if (sheet === undefined) {
    reading.isWhole = false;
    return;
  }
  const least = Math.max(HEADER_ROWS, mapping.header ?? 0);
  let held: readonly Row[] = [];
  for await (const batch of sheet.batches()) {
    reader.note(batch.faults);
    held = held.length === 0 ? batch.rows : [...held, ...batch.rows];
    if (!reader.hasBegun && held.length < least) continue;
    reader.read(held, sheet);
    held = [];
  }
  if (held.length > 0 || !reader.hasBegun) reader.read(held, sheet);
  reader.end();
}

class EventTableReader {
  readonly #reading: CaseReading;
  readonly #cases: CaseSink;
  /** Empty where rows can't become events. */
  #columns: readonly EventColumn[] | undefined;
  #rows: EventRows | undefined;
  #headerRow = 0;

  readonly #context: RowContext;

  constructor(reading: CaseReading, cases: CaseSink) {
    this.#reading = reading;
    this.#cases = cases;
    const { mapping, fields, procedure, words = NO_WORDS } = reading.options;
    this.#context = {
      none: mapping?.none ?? new Set(),
      words,
      fieldsOf: (own = procedure) => (own === undefined ? undefined : fields?.get(own)),
    };
  }

  /** Whether the header was looked for. */
  get hasBegun(): boolean {
    return this.#columns !== undefined;
  }

  /** What is wrong with the file, and not with an event. */
  note(faults: readonly SheetFault[]): void {
    for (const { name, params, row, column } of faults) {
      // A cell that is too long costs itself; anything else may cost rows.
      if (name !== 'table-cell-too-long') {
        this.#cases.lose();
        this.#reading.isWhole = false;
      }
      const span = row === undefined ? undefined : this.#spanOf(row, column ?? 0);
      const more = span === undefined ? this.#reading.whole : {};
      this.#reading.log.add(diagnostic(name, params, span, more), column);
    }
  }

  read(rows: readonly Row[], sheet: Sheet): void {
    this.#columns ??= this.#begin(rows, sheet);
    const [columns, kinds] = [this.#columns, this.#rows];
    if (columns.length === 0 || kinds === undefined) return;
    for (const row of rows) {
      if (row.number <= this.#headerRow) continue;
      const cells = kinds.next(row);
      if (cells === undefined) continue;
      if (typeof cells === 'string') {
        const params = { text: cells };
        this.#reading.log.add(diagnostic('row-ignored', params, this.#spanOf(row, 0)));
      } else this.#row({ ...row, cells }, columns);
    }
  }

  end(): void {
    this.#cases.end();
  }

  #begin(rows: readonly Row[], sheet: Sheet): readonly EventColumn[] {
    const { file, log, options } = this.#reading;
    const mapping = options.mapping ?? {};
    const header = findHeader(rows, sheet.merges, wantedHeaders(mapping), mapping.header);
    if (header === undefined) {
      const params = { rows: String(mapping.header ?? HEADER_ROWS) };
      this.#reading.fail(diagnostic('no-header', params, undefined, { file }));
      return [];
    }
    this.#headerRow = header.row.number;
    const bound = bindEventColumns(header, mapping, file, (column) =>
      this.#spanOf(header.row, column),
    );
    for (const item of bound.diagnostics) log.add(item);
    if (bound.columns === undefined) this.#reading.isWhole = false;
    const columns = bound.columns ?? [];
    this.#rows = new EventRows(header, columns, sheet);
    return columns;
  }

  #row(row: Row, columns: readonly EventColumn[]): void {
    const { file, log } = this.#reading;
    const { raw, faults } = eventOfRow(row.cells, columns, this.#context, (column) =>
      this.#spanOf(row, column),
    );
    for (const { fault, column } of faults) log.add(fault, column);
    const read = readEvent(raw, file, row.line);
    for (const { fault, at } of read.faults) {
      const column = columnOf(at.path, columns);
      const { name, params } = fault;
      log.add(diagnostic(name, params, this.#spanOf(row, column)), column);
    }
    this.#cases.add(
      read,
      () => this.#spanOf(row, columnOf(['step'], columns)),
      ([name]) => this.#spanOf(row, columnOf([`data.${String(name)}`], columns)),
    );
  }

  #spanOf({ line }: Row, column: number): Span {
    return spanOfCell(this.#reading.file, line, column + 1);
  }
}

function columnOf([first]: readonly (string | number)[], columns: readonly EventColumn[]): number {
  const field = String(first);
  const found = columns.find((each) => each.field === field || each.field.startsWith(`${field}.`));
  return found?.index ?? 0;
}
