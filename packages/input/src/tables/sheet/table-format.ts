export type TableFormat = 'csv' | 'xlsx';

/** How a table is written, by the end of its name; undefined for what is no table. */
export function tableFormatOf(file: string): TableFormat | undefined {
  const ending = /\.([a-z]+)$/i.exec(file)?.[1]?.toLowerCase();
  if (ending === 'csv' || ending === 'tsv') return 'csv';
  // An old workbook is refused by what it begins with, with a word on what to do.
  return ending === 'xlsx' || ending === 'xlsm' || ending === 'xls' ? 'xlsx' : undefined;
}
