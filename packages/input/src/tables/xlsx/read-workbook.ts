import type { Sheet, SheetFault } from '../sheet/sheet.js';
import { shownBy, type Shown } from './number-format.js';
import { readSheet, TooManyCells, type Workbook, XLSX_CELL_LIMIT } from './read-sheet.js';
import { attributeOf, visitXml, XmlError } from './read-xml.js';
import { UNPACKED_LIMIT, unzipParts } from './unzip-parts.js';

export interface ReadWorkbook {
  /** In the order of the workbook. */
  readonly sheets: readonly Sheet[];
  readonly faults: readonly SheetFault[];
}

/** The sheets of an XLSX file. Their cells are read when they are asked for. */
export function readWorkbook(bytes: Uint8Array): ReadWorkbook {
  const fail = (name: SheetFault['name'], params = {}): ReadWorkbook => ({
    sheets: [],
    faults: [{ name, params }],
  });
  // Old workbooks and encrypted ones are of another make, which begins like this.
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) return fail('workbook-old');
  const parts = unzipParts(bytes);
  if (parts === 'too-large') {
    return fail('workbook-too-large', { limit: `${UNPACKED_LIMIT / 1024 / 1024} MiB` });
  }
  if (typeof parts === 'string') return fail('workbook-broken');
  const part = (name: string): Uint8Array => parts.get(name) ?? new Uint8Array();
  try {
    const { listed, is1904 } = readList(part('xl/workbook.xml'));
    const files = readRelations(part('xl/_rels/workbook.xml.rels'));
    const workbook: Workbook = {
      strings: parts.has('xl/sharedstrings.xml') ? readStrings(part('xl/sharedstrings.xml')) : [],
      styles: parts.has('xl/styles.xml') ? readStyles(part('xl/styles.xml')) : [],
      is1904,
    };
    const sheets = listed.flatMap(({ name, relation }): Sheet[] => {
      const content = parts.get(files.get(relation) ?? '');
      // A sheet that is a chart has no cells.
      return content === undefined ? [] : [sheetOf(name, content, workbook)];
    });
    return { sheets, faults: sheets.length === 0 ? [{ name: 'workbook-broken', params: {} }] : [] };
  } catch (error) {
    if (error instanceof XmlError) return fail('workbook-broken');
    throw error;
  }
}

function sheetOf(name: string, bytes: Uint8Array, workbook: Workbook): Sheet {
  const fail = (fault: SheetFault['name'], params = {}) => ({
    rows: [],
    merges: [],
    faults: [{ name: fault, params }],
  });
  const read = (): ReturnType<typeof readSheet> => {
    try {
      return readSheet(bytes, workbook);
    } catch (error) {
      if (error instanceof TooManyCells) {
        return fail('workbook-too-large', { limit: `${XLSX_CELL_LIMIT} cells` });
      }
      if (error instanceof XmlError) return fail('workbook-broken');
      throw error;
    }
  };
  let content: ReturnType<typeof readSheet> | undefined;
  return {
    name,
    get merges() {
      return (content ??= read()).merges;
    },
    batches: () => [(content ??= read())],
  };
}

function readList(bytes: Uint8Array) {
  const listed: { name: string; relation: string }[] = [];
  let is1904 = false;
  visitXml(bytes, {
    open(name, attributes) {
      if (name === 'sheet') {
        listed.push({
          name: attributes.name ?? '',
          relation: attributeOf(attributes, 'id') ?? '',
        });
      } else if (name === 'workbookPr') {
        is1904 = attributes.date1904 === '1' || attributes.date1904 === 'true';
      }
    },
  });
  return { listed, is1904 };
}

/** Which part each relation of the workbook leads to. */
function readRelations(bytes: Uint8Array): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  visitXml(bytes, {
    open(name, attributes) {
      if (name !== 'Relationship') return;
      const target = (attributes.Target ?? '').toLowerCase();
      const path = target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`;
      files.set(attributes.Id ?? '', path);
    },
  });
  return files;
}

function readStrings(bytes: Uint8Array): readonly string[] {
  const strings: string[] = [];
  let current = '';
  let isText = false;
  let isPhonetic = false;
  visitXml(bytes, {
    open(name) {
      if (name === 'si') current = '';
      else if (name === 't') isText = true;
      else if (name === 'rPh') isPhonetic = true;
    },
    text(content) {
      if (isText && !isPhonetic) current += content;
    },
    close(name) {
      if (name === 'si') strings.push(current);
      else if (name === 't') isText = false;
      else if (name === 'rPh') isPhonetic = false;
    },
  });
  return strings;
}

/** What each cell style makes of a number. */
function readStyles(bytes: Uint8Array): readonly Shown[] {
  const codes = new Map<number, string>();
  const formats: number[] = [];
  let inCells = false;
  visitXml(bytes, {
    open(name, attributes) {
      if (name === 'numFmt') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
      else if (name === 'cellXfs') inCells = true;
      else if (name === 'xf' && inCells) formats.push(Number(attributes.numFmtId ?? 0));
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return formats.map((id) => shownBy(id, codes.get(id)));
}
