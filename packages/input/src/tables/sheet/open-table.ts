import { readWorkbook } from '../xlsx/read-workbook.js';
import { readCsv } from './read-csv.js';
import type { Sheet, SheetFault } from './sheet.js';
import { tableFormatOf } from './table-format.js';

/** A workbook is read as a whole; a larger file, in bytes, is refused. */
const WORKBOOK_LIMIT = 64 * 1024 * 1024;

/** A table as its loader found it. */
export interface TableFile {
  readonly file: string;
  readonly chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

/** The sheets of a table file; a text file is one sheet without a name. */
export async function openTable(
  { file, chunks }: TableFile,
  wanted: ReadonlySet<string>,
): Promise<{ readonly sheets: readonly Sheet[]; readonly faults: readonly SheetFault[] }> {
  if (tableFormatOf(file) !== 'xlsx') return { sheets: [readCsv(chunks, wanted)], faults: [] };
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    pieces.push(chunk);
    length += chunk.length;
    if (length > WORKBOOK_LIMIT) {
      return { sheets: [], faults: [{ name: 'workbook-too-large', params: { limit: '64 MiB' } }] };
    }
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return readWorkbook(bytes);
}
