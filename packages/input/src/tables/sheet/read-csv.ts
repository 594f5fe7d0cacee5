import Papa from 'papaparse';
import { plainHeader } from '../cells/plain.js';
import type { Row } from './cell.js';
import { CELL_LIMIT, type RowBatch, type Sheet, type SheetFault } from './sheet.js';
import { TableText } from './table-text.js';

/** A row that is longer, in UTF-16 code units, is none: a quote was never closed. */
const ROW_LIMIT = 1024 * 1024;

/** How much is looked at to find the separator. */
const HEAD = 64 * 1024;

const SEPARATORS = [',', '\t', ';', '，'];

/**
 * The rows of a text table, as its bytes arrive; no more of it is held than the row that isn't finished.
 *
 * @param wanted headers of columns, as `plainHeader` has them: where they are found, the separator is right.
 */
export function readCsv(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  wanted: ReadonlySet<string>,
): Sheet {
  return { merges: [], batches: () => batchesOf(chunks, wanted) };
}

async function* batchesOf(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  wanted: ReadonlySet<string>,
): AsyncGenerator<RowBatch> {
  const text = new TableText();
  let cutter: RowCutter | undefined;
  let head = '';
  for await (const chunk of chunks) {
    const piece = text.push(chunk);
    if (cutter === undefined) {
      head += piece;
      if (text.fault !== undefined) break;
      if (head.length < HEAD) continue;
      cutter = new RowCutter(guessSeparator(head, wanted));
      yield cutter.push(head);
    } else yield cutter.push(piece);
    if (text.fault !== undefined || cutter.isStuck) break;
  }
  const rest = text.end();
  if (cutter === undefined) {
    cutter = new RowCutter(guessSeparator(head + rest, wanted));
    yield cutter.end(head + rest);
  } else if (!cutter.isStuck) yield cutter.end(rest);
  if (text.fault === undefined) return;
  const name = text.fault === 'binary' ? 'table-binary' : 'table-undecodable';
  yield { rows: [], faults: [{ name, params: {}, row: cutter.nextRow() }] };
}

/** Cuts text that arrives in pieces into rows and cells. */
class RowCutter {
  readonly #separator: string;
  #rest = '';
  #number = 1;
  #line = 1;
  #isStuck = false;

  constructor(separator: string) {
    this.#separator = separator;
  }

  /** Whether a row has no end, so that nothing after it can be told apart. */
  get isStuck(): boolean {
    return this.#isStuck;
  }

  nextRow(): Row {
    return { number: this.#number, line: this.#line, cells: [] };
  }

  push(text: string): RowBatch {
    return this.#cut(text, true);
  }

  end(text: string): RowBatch {
    return this.#cut(text, false);
  }

  #cut(text: string, isMore: boolean): RowBatch {
    const whole = this.#rest + text;
    const parsed = parse(whole, this.#separator, isMore);
    this.#rest = isMore ? whole.slice(parsed.meta.cursor) : '';
    const faults: SheetFault[] = [];
    // A row is at fault once, at its first quote that is wrong.
    const atFault = new Set(parsed.errors.flatMap(({ row }) => row ?? []));
    const last = parsed.data.length - 1;
    const rows: Row[] = [];
    for (const [index, cells] of parsed.data.entries()) {
      // What follows the last line end is no row.
      if (!isMore && index === last && cells.length === 1 && cells[0] === '') break;
      const row: Row = { number: this.#number, line: this.#line, cells: bounded(cells) };
      for (const [column, cell] of cells.entries()) {
        if (cell.length <= CELL_LIMIT) continue;
        const params = { limit: String(CELL_LIMIT) };
        faults.push({ name: 'table-cell-too-long', params, row, column });
      }
      this.#number += 1;
      this.#line += 1 + linesWithin(cells);
      if (atFault.has(index)) faults.push({ name: 'table-quotes', params: {}, row });
      else rows.push(row);
    }
    if (this.#rest.length > ROW_LIMIT) {
      faults.push({ name: 'table-row-without-end', params: {}, row: this.nextRow() });
      this.#isStuck = true;
      this.#rest = '';
    }
    return { rows, faults };
  }
}

function bounded(cells: readonly string[]): readonly string[] {
  const isSound = cells.every(({ length }) => length <= CELL_LIMIT);
  return isSound ? cells : cells.map((cell) => (cell.length > CELL_LIMIT ? '' : cell));
}

function linesWithin(cells: readonly string[]): number {
  let count = 0;
  for (const cell of cells) {
    for (let at = cell.indexOf('\n'); at !== -1; at = cell.indexOf('\n', at + 1)) count += 1;
  }
  return count;
}

interface Parsed {
  readonly data: readonly string[][];
  readonly errors: readonly { readonly row?: number }[];
  readonly meta: { readonly cursor: number };
}

function parse(text: string, separator: string, isMore: boolean): Parsed {
  const parser = new Papa.Parser({ delimiter: separator, newline: '\n' });
  return parser.parse(text, 0, isMore) as Parsed;
}

/** The separator by which the most columns are found, wanted ones first. */
function guessSeparator(text: string, wanted: ReadonlySet<string>): string {
  const head = text.length > HEAD ? text.slice(0, text.lastIndexOf('\n', HEAD) + 1) || text : text;
  const lines = head.split('\n', 50).join('\n');
  let best = ',';
  let most = 0;
  for (const separator of SEPARATORS) {
    const { data } = parse(lines, separator, false);
    for (const cells of data) {
      const found = cells.filter((cell) => wanted.has(plainHeader(cell.slice(0, 200)))).length;
      const score = found * 10_000 + Math.min(cells.length, 9999);
      if (score <= most) continue;
      most = score;
      best = separator;
    }
  }
  return best;
}
