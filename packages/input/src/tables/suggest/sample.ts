import { plainHeader } from '../cells/plain.js';
import { type Column, findHeader, type Header, HEADER_ROWS } from '../rows/find-header.js';
import { isBlank, type Row } from '../sheet/cell.js';
import type { Sheet } from '../sheet/sheet.js';

/** The first rows of a sheet. */
export async function sampleOf(sheet: Sheet, limit: number): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for await (const batch of sheet.batches()) {
    for (const row of batch.rows) rows.push(row);
    if (rows.length >= limit) break;
  }
  return rows.slice(0, limit);
}

/** Rows with several short texts, each of which might be the header. */
export function headersOf(rows: readonly Row[], sheet: Sheet): readonly Header[] {
  const headers: Header[] = [];
  for (const row of rows.slice(0, HEADER_ROWS)) {
    const texts = row.cells.filter((cell) => typeof cell === 'string' && !isBlank(cell));
    if (texts.length < 2) continue;
    const header = findHeader(rows, sheet.merges, new Set(), row.number);
    if (header !== undefined && headers.at(-1)?.row.number !== header.row.number)
      headers.push(header);
    // The header stands above what it heads.
    if (headers.length >= 8) break;
  }
  return headers;
}

/** The header of a column, as short as tells it from the others. */
export function shortName(column: Column, others: readonly Column[]): string {
  const short = lowest(column);
  const isUnique = others.every(
    (other) => other === column || !other.names.includes(plainHeader(short)),
  );
  return (isUnique ? short : column.header).replace(/\s+/g, '');
}

/** The header of a column without those above it. */
export function lowest({ header }: Column): string {
  return header.split('/').at(-1) ?? header;
}
