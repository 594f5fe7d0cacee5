import { type Diagnostic, diagnostic, type RecordNode, type Span } from '@qingdan/core';
import { readRawRecords, type ReadOptions, type ReadRecords } from '../records/read-raw-records.js';
import { SeenRecords } from '../records/seen-records.js';
import { spanOfCell } from '../text/place.js';
import { NO_WORDS, type Vocabulary } from './cells/vocabulary.js';
import { plainHeader } from './cells/plain.js';
import type { Mapping, Resolver } from './mapping/mapping.js';
import type { FieldPath } from './mapping/field-path.js';
import { keyOf } from './rows/assemble.js';
import { bindColumns } from './rows/columns.js';
import { FaultLog } from '../faults/fault-log.js';
import { findHeader, type Header, HEADER_ROWS } from './rows/find-header.js';
import { mapRow, placeInRow, type RowContext } from './rows/map-row.js';
import { MergedCells } from './rows/merged-cells.js';
import { whyNoRecord, type RowKinds } from './rows/not-a-record.js';
import { isBlank, type Row } from './sheet/cell.js';
import { chooseSheet } from './sheet/choose-sheet.js';
import { openTable, type TableFile } from './sheet/open-table.js';
import type { Sheet, SheetFault } from './sheet/sheet.js';

export interface TableOptions extends Pick<ReadOptions, 'seen' | 'organisation'> {
  /** What the packs call their roles and bodies. */
  readonly words?: Vocabulary;
}

/** A name in place of an id, to be looked up once all files are read. */
export interface PendingName {
  readonly record: RecordNode;
  readonly path: FieldPath;
  readonly resolver: Resolver;
  /** The header of its column. */
  readonly column: string;
  readonly span: Span;
  /** `C7 handler`, for messages. */
  readonly place: string;
}

export interface ReadTable extends ReadRecords {
  /** For `resolveNames`. Until then the field has the name where its id will be. */
  readonly names: readonly PendingName[];
}

/**
 * Reads the rows of a CSV or XLSX file as records, by a mapping, and answers for a piece of the file at a time. A cell
 * that can't be read is reported with its place and reads as unknown; the rest of its record stands.
 *
 * @example
 * for await (const { records, diagnostics, names } of readTable({ file, chunks }, mapping, packs.records)) …
 */
export async function* readTable(
  table: TableFile,
  mapping: Mapping,
  kinds: ReadonlyMap<string, Mapping['record']>,
  options: TableOptions = {},
): AsyncGenerator<ReadTable> {
  const reader = new TableReader(table.file, mapping, kinds, options);
  const wanted = wantedHeaders(mapping);
  const { sheets, faults } = await openTable(table, wanted);
  reader.note(faults);
  const chosen = faults.length > 0 ? undefined : chooseSheet(sheets, mapping, wanted);
  if (chosen !== undefined) {
    reader.noteAll(
      chosen.faults.map(({ name, params }) => diagnostic(name, params, ...reader.whole)),
    );
    if (chosen.sheet === undefined) reader.lose();
    else {
      let held: readonly Row[] = [];
      for await (const batch of chosen.sheet.batches()) {
        reader.note(batch.faults, chosen.sheet);
        held = held.length === 0 ? batch.rows : [...held, ...batch.rows];
        if (!reader.hasHeader && held.length < Math.max(HEADER_ROWS, mapping.header ?? 0)) continue;
        yield reader.read(held, chosen.sheet);
        held = [];
        if (!reader.hasHeader || reader.isLeft) break;
      }
      if (!reader.isLeft && (held.length > 0 || !reader.hasBegun))
        yield reader.read(held, chosen.sheet);
    }
  }
  yield reader.end();
}

/** Headers that show where the header is. */
function wantedHeaders({ columns, id }: Mapping): ReadonlySet<string> {
  return new Set([...columns.map(({ header }) => header), ...id].map(plainHeader));
}

class TableReader {
  readonly #file: string;
  readonly #mapping: Mapping;
  readonly #kinds: ReadonlyMap<string, Mapping['record']>;
  readonly #options: ReadOptions;
  readonly #words: Vocabulary;
  readonly #log: FaultLog;
  readonly #lost = new Set<string | undefined>();
  #context: RowContext | undefined;
  #hasBegun = false;
  #kindsOfRow: RowKinds = { header: [], idColumns: [], factColumns: [] };
  #headerRow = 0;

  constructor(
    file: string,
    mapping: Mapping,
    kinds: ReadonlyMap<string, Mapping['record']>,
    options: TableOptions,
  ) {
    this.#file = file;
    this.#mapping = mapping;
    this.#kinds = kinds;
    const { organisation } = options;
    this.#options = {
      seen: options.seen ?? new SeenRecords(),
      ...(organisation === undefined ? {} : { organisation }),
    };
    this.#words = options.words ?? NO_WORDS;
    this.#log = new FaultLog(file);
  }

  get hasHeader(): boolean {
    return this.#context !== undefined;
  }

  /** Whether the header was looked for. */
  get hasBegun(): boolean {
    return this.#hasBegun;
  }

  /** Whether so much of it can't be used that the rest isn't read. */
  get isLeft(): boolean {
    return this.#log.isInVain;
  }

  get whole(): [undefined, { file: string }] {
    return [undefined, { file: this.#file }];
  }

  noteAll(diagnostics: readonly Diagnostic[]): void {
    for (const item of diagnostics) this.#log.add(item);
  }

  lose(): void {
    this.#lost.add(this.#mapping.record.id);
  }

  /** What is wrong with the file, and not with a record. */
  note(faults: readonly SheetFault[], sheet?: Sheet): void {
    for (const { name, params, row, column } of faults) {
      // A cell that is too long costs itself; anything else may cost rows.
      if (name !== 'table-cell-too-long') this.lose();
      if (row === undefined) this.#log.add(diagnostic(name, params, ...this.whole));
      else {
        const path = [prefixOf(sheet) + placeInRow(column, row.number, [])];
        this.#log.add(diagnostic(name, params, this.#spanOf(row, column ?? 0), { path }), column);
      }
    }
  }

  read(rows: readonly Row[], sheet: Sheet): ReadTable {
    if (this.#context === undefined) {
      this.#hasBegun = true;
      const { header: number } = this.#mapping;
      const header = findHeader(rows, sheet.merges, wantedHeaders(this.#mapping), number);
      if (header === undefined) {
        this.lose();
        const params = { rows: String(number ?? HEADER_ROWS) };
        this.#log.add(diagnostic('no-header', params, ...this.whole));
        return this.#answer([], []);
      }
      this.#context = this.#begin(header, sheet);
    }
    const context = this.#context;
    const records: RecordNode[] = [];
    const names: PendingName[] = [];
    for (const row of rows) {
      if (this.isLeft) break;
      if (row.number <= this.#headerRow) continue;
      context.merged.enter(row);
      if (row.cells.every(isBlank)) continue;
      const reason = whyNoRecord(row, this.#kindsOfRow);
      if (reason === undefined) this.#row(row, context, prefixOf(sheet), records, names);
      else {
        const path = [prefixOf(sheet) + placeInRow(undefined, row.number, [])];
        const params = { text: reason };
        this.#log.add(diagnostic('row-ignored', params, this.#spanOf(row, 0), { path }));
      }
    }
    return this.#answer(records, names);
  }

  end(): ReadTable {
    const read = this.#answer([], []);
    return { ...read, diagnostics: [...read.diagnostics, ...this.#log.rest()] };
  }

  #begin(header: Header, sheet: Sheet): RowContext {
    this.#headerRow = header.row.number;
    const columns = bindColumns(header, this.#mapping, (column) =>
      this.#spanOf(header.row, column),
    );
    this.noteAll(columns.diagnostics);
    const merged = new MergedCells(sheet.merges.filter(({ top }) => top >= header.row.number));
    const facts = columns.bound.filter(({ forms }) =>
      forms.some(({ form: { type } }) => type.kind === 'money' || type.kind === 'date'),
    );
    this.#kindsOfRow = {
      header: header.columns.map(({ names }) => names[0] ?? ''),
      idColumns: [
        ...(columns.id ?? []),
        ...columns.bound
          .filter(({ forms }) => forms.some(({ target }) => keyOf(target.path) === 'id'))
          .map(({ column }) => column),
      ].map(({ index }) => index),
      factColumns: facts.map(({ column }) => column.index),
    };
    const name = /([^/\\]+?)(\.[^./\\]*)?$/.exec(this.#file)?.[1] ?? this.#file;
    const stem = [name, ...(sheet.name === undefined ? [] : [sheet.name])].join('/');
    return {
      mapping: this.#mapping,
      columns,
      merged,
      words: this.#words,
      idStem: `${this.#mapping.record.id}:${stem.slice(0, 120)}:`,
    };
  }

  #row(
    row: Row,
    context: RowContext,
    prefix: string,
    records: RecordNode[],
    names: PendingName[],
  ): void {
    const mapped = mapRow(row, context);
    for (const { fault, column } of mapped.faults) {
      const path = [prefix + placeInRow(column, row.number, [])];
      this.#log.add(
        diagnostic(fault.name, fault.params, this.#spanOf(row, column), { path }),
        column,
        wordOf(fault),
      );
    }
    const columnOf = (path: FieldPath): number | undefined => {
      for (let length = path.length; length > 0; length -= 1) {
        const column = mapped.columns.get(keyOf(path.slice(0, length)));
        if (column !== undefined) return column;
      }
      return path[0] === 'id' ? context.columns.id?.[0]?.index : undefined;
    };
    const read = readRawRecords(
      {
        file: this.#file,
        raws: [{ value: mapped.raw, path: [], line: row.line }],
        locate: (wanted) => wanted.map(({ path }) => this.#spanOf(row, columnOf(path) ?? 0)),
      },
      this.#kinds,
      this.#options,
    );
    for (const { name, params, span, path = [], related } of read.diagnostics) {
      const at = name === 'duplicate-record' ? ['id'] : path;
      const column = columnOf(at);
      const place = prefix + placeInRow(column, row.number, at);
      const more = related === undefined ? { path: [place] } : { path: [place], related };
      this.#log.add(diagnostic(name, params, span, more), column);
    }
    for (const kind of read.lost) this.#lost.add(kind);
    const [record] = read.records;
    this.#log.count(record !== undefined && !mapped.isUnreadable);
    const rest = this.#log.leave();
    if (rest !== undefined) {
      this.lose();
      this.#log.add(diagnostic(rest.name, rest.params, this.#spanOf(row, 0)));
    }
    if (record === undefined) return;
    records.push(record);
    for (const { path, resolver, column } of mapped.names) {
      names.push({
        record,
        path,
        resolver,
        column:
          context.columns.bound.find((each) => each.column.index === column)?.column.header ?? '',
        span: this.#spanOf(row, column),
        place: prefix + placeInRow(column, row.number, path),
      });
    }
  }

  #spanOf({ line }: Row, column: number): Span {
    return spanOfCell(this.#file, line, column + 1);
  }

  #answer(records: readonly RecordNode[], names: readonly PendingName[]): ReadTable {
    return { records, names, diagnostics: this.#log.take(), lost: new Set(this.#lost) };
  }
}

/** A public word that nothing reads is mended once, in the mapping, for all its cells. */
function wordOf({ name, params }: Diagnostic): string | undefined {
  return name === 'cell-unreadable' && params['value.zh'] === undefined ? params.value : undefined;
}

/** Cells of a workbook are named with their sheet. */
function prefixOf(sheet: Sheet | undefined): string {
  return sheet?.name === undefined ? '' : `${sheet.name}!`;
}
