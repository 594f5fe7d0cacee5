import { strToU8, zipSync } from 'fflate';

/** A cell of a workbook for a test: text, a number, or what the file is to say. */
export type CellSpec =
  | string
  | number
  | null
  | {
      readonly value?: string;
      readonly type?: string;
      readonly style?: number;
      readonly formula?: string;
    };

export interface SheetSpec {
  readonly name: string;
  readonly rows: readonly (readonly CellSpec[])[];
  readonly merges?: readonly string[];
}

/** Styles by number: 0 as it is, 1 a date, 2 `0000`, 3 `yyyy"年"m"月"d"日"`, 4 `0.00%`, 5 `#,##0.00;[Red]-#,##0.00`. */
const STYLES = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="0000"/><numFmt numFmtId="165" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="166" formatCode="#,##0.00;[Red]-#,##0.00"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="10"/><xf numFmtId="166"/></cellXfs></styleSheet>`;

/** The parts of a workbook, before they are packed. */
export function workbookParts(
  sheets: readonly SheetSpec[],
  { is1904 = false } = {},
): Record<string, Uint8Array> {
  const strings: string[] = [];
  const parts: Record<string, string> = {
    'xl/styles.xml': STYLES,
    'xl/workbook.xml': `<workbook xmlns:r="r"><workbookPr${is1904 ? ' date1904="1"' : ''}/><sheets>${sheets
      .map(
        ({ name }, index) =>
          `<sheet name="${escape(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${sheets
      .map(
        (_, index) =>
          `<Relationship Id="rId${index + 1}" Target="worksheets/sheet${index + 1}.xml"/>`,
      )
      .join('')}</Relationships>`,
  };
  for (const [index, sheet] of sheets.entries()) {
    parts[`xl/worksheets/sheet${index + 1}.xml`] = sheetXml(sheet, strings);
  }
  parts['xl/sharedStrings.xml'] =
    `<sst>${strings.map((text) => `<si><t>${escape(text)}</t></si>`).join('')}</sst>`;
  return Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]));
}

export function workbook(sheets: readonly SheetSpec[], options = {}): Uint8Array {
  return zipSync(workbookParts(sheets, options));
}

/** An archive that says of one part, wherever it does, that it unpacks to so many bytes. */
export function saying(archive: Uint8Array, part: string, size: number): Uint8Array {
  const bytes = Buffer.from(archive);
  for (let at = bytes.indexOf(part); at !== -1; at = bytes.indexOf(part, at + 1)) {
    if (at >= 30 && bytes.readUInt32LE(at - 30) === LOCAL_HEADER) bytes.writeUInt32LE(size, at - 8);
    if (at >= 46 && bytes.readUInt32LE(at - 46) === DIRECTORY) bytes.writeUInt32LE(size, at - 22);
  }
  return bytes;
}

const LOCAL_HEADER = 0x04034b50;
const DIRECTORY = 0x02014b50;

function sheetXml({ rows, merges = [] }: SheetSpec, strings: string[]): string {
  const data = rows
    .map((cells, row) => {
      const inner = cells.map((cell, column) =>
        cellXml(cell, `${letters(column)}${row + 1}`, strings),
      );
      return `<row r="${row + 1}">${inner.join('')}</row>`;
    })
    .join('');
  const merged = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
  return `<worksheet><sheetData>${data}</sheetData><mergeCells>${merged}</mergeCells></worksheet>`;
}

function cellXml(cell: CellSpec, place: string, strings: string[]): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`;
  if (typeof cell === 'string') {
    strings.push(cell);
    return `<c r="${place}" t="s"><v>${strings.length - 1}</v></c>`;
  }
  const { value, type, style, formula } = cell;
  const attributes = `${type === undefined ? '' : ` t="${type}"`}${style === undefined ? '' : ` s="${style}"`}`;
  const inner = `${formula === undefined ? '' : `<f>${escape(formula)}</f>`}${value === undefined ? '' : `<v>${escape(value)}</v>`}`;
  return `<c r="${place}"${attributes}>${inner}</c>`;
}

function letters(column: number): string {
  return column < 26 ? String.fromCharCode(65 + column) : `A${letters(column - 26)}`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
