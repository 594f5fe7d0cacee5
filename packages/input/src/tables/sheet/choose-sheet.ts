import { nearestName } from '@qingdan/core';
import { shorten } from '../../text/shorten.js';
import { plainHeader } from '../cells/plain.js';
import type { Mapping } from '../mapping/mapping.js';
import { findHeader } from '../rows/find-header.js';
import type { Row } from './cell.js';
import type { Sheet, SheetFault } from './sheet.js';

export interface ChosenSheet {
  readonly sheet?: Sheet;
  readonly faults: readonly SheetFault[];
}

/** The sheet that a mapping is about: the one it names, the only one, or the only one with its columns. */
export function chooseSheet(
  sheets: readonly Sheet[],
  { sheet: name, header }: Pick<Mapping, 'sheet' | 'header'>,
  wanted: ReadonlySet<string>,
): ChosenSheet {
  const [first] = sheets;
  // A text file has one sheet, whatever the mapping calls it.
  if (first?.name === undefined)
    return first === undefined ? { faults: [] } : { sheet: first, faults: [] };
  const known = sheets.map((sheet) => sheet.name ?? '');
  if (name !== undefined) {
    const found = sheets.find((sheet) => plainHeader(sheet.name ?? '') === plainHeader(name));
    if (found !== undefined) return { sheet: found, faults: [] };
    const nearest = nearestName(name, known);
    const params = {
      sheet: shorten(name),
      nearest: nearest === undefined ? '' : ` → \`${shorten(nearest)}\`?`,
      known: known.map(shorten).join(', '),
    };
    return { faults: [{ name: 'no-such-sheet', params }] };
  }
  if (sheets.length === 1) return { sheet: first, faults: [] };
  const fitting = sheets.filter((sheet) => hasColumns(sheet, wanted, header));
  const [only, second] = fitting;
  if (second !== undefined) {
    const names = fitting.map((sheet) => shorten(sheet.name ?? '')).join(', ');
    return { faults: [{ name: 'several-sheets', params: { known: names } }] };
  }
  const chosen = only ?? first;
  const others = sheets.filter((sheet) => sheet !== chosen && rowsOf(sheet).length > 0);
  return {
    sheet: chosen,
    faults: others.map((sheet) => ({
      name: 'sheet-not-read',
      params: { sheet: shorten(sheet.name ?? '') },
    })),
  };
}

/** Whether half of the wanted columns stand in its header. */
function hasColumns(sheet: Sheet, wanted: ReadonlySet<string>, header?: number): boolean {
  const found = findHeader(rowsOf(sheet), sheet.merges, wanted, header);
  if (found === undefined) return false;
  const names = new Set(found.columns.flatMap((column) => column.names));
  const there = [...wanted].filter((name) => names.has(name)).length;
  return there * 2 >= wanted.size && there > 0;
}

/** The rows of a sheet of a workbook, which are all in one batch. */
function rowsOf(sheet: Sheet): readonly Row[] {
  const [batch] = sheet.batches() as Iterable<{ readonly rows: readonly Row[] }>;
  return batch?.rows ?? [];
}
