import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readWhole, valuesOf } from '../testing/read-whole-table.js';
import {
  type CellSpec,
  saying,
  type SheetSpec,
  workbook,
  workbookParts,
} from '../testing/workbook.js';

const MAPPING = `
kind: expenditure
organisation: V1
id: 凭证号
columns: { 付款日期: paidOn, 金额（元）: amount, 摘要: description, 占比: share }
`;
const HEAD = ['凭证号', '付款日期', '金额（元）', '摘要', '占比'];

const read = (sheets: readonly SheetSpec[], mapping = MAPPING, options = {}) =>
  readWhole(workbook(sheets, options), mapping, 'ledger.xlsx');

async function readRow(cells: readonly CellSpec[], options = {}) {
  const { records, messages } = await read(
    [{ name: '支出', rows: [HEAD, cells] }],
    MAPPING,
    options,
  );
  return { record: records[0]!, values: valuesOf(records[0]!), messages };
}

describe('a workbook', () => {
  it('becomes records, one a row', async () => {
    const { record, values, messages } = await readRow([
      '记-1',
      { value: '46027', style: 1 },
      1234.5,
      '办公用品',
      { value: '0.3', style: 4 },
    ]);
    expect(messages).toEqual([]);
    expect(record).toMatchObject({
      id: '记-1',
      organisation: 'V1',
      origin: { file: 'ledger.xlsx', line: 2 },
    });
    expect(values).toMatchObject({ paidOn: 20458, amount: 123450, description: '办公用品' });
    expect(values.share).toEqual({ n: '3', d: '10' });
  });

  it.each<[string, CellSpec, number]>([
    ['a date style of its own', { value: '46027', style: 3 }, 20458],
    ['a time of day', { value: '46027.39583', style: 1 }, 20458],
    ['text', '2026年1月5日', 20458],
    ['eight digits', 20260105, 20458],
    ['an ISO date', { value: '2026-01-05', type: 'd' }, 20458],
    ['a day before the 29 February that never was', { value: '59', style: 1 }, -25509],
    ['a day after it', { value: '61', style: 1 }, -25508],
  ])('has dates as %s', async (_what, cell, day) => {
    const { values, messages } = await readRow(['1', cell, null, null]);
    expect(messages).toEqual([]);
    expect(values.paidOn).toBe(day);
  });

  it('may count days from 1904', async () => {
    const { values } = await readRow(['1', { value: '44565', style: 1 }], { is1904: true });
    expect(values.paidOn).toBe(20458);
  });

  it.each<[string, CellSpec, number]>([
    ['the value a formula was last calculated to', { value: '12.5', formula: 'SUM(A1:A2)' }, 1250],
    ['binary fractions as what they stand for', { value: '0.30000000000000004' }, 30],
    ['text of a formula', { value: '壹佰元整', type: 'str', formula: 'X(C1)' }, 10000],
    ['numbers with thousands and colours', { value: '1234.5', style: 5 }, 123450],
    ['numbers in powers of ten', { value: '1.2E3' }, 120000],
  ])('has %s', async (_what, cell, amount) => {
    const { values, messages } = await readRow(['1', null, cell]);
    expect(messages).toEqual([]);
    expect(values.amount).toBe(amount);
  });

  it.each<[string, CellSpec, RegExp]>([
    ['an error', { value: '#REF!', type: 'e' }, /^2:3 QD5331 支出!C2: `#REF!`/],
    ['a formula never calculated', { formula: '1+1' }, /^2:3 QD5331 支出!C2/],
    [
      'a date where money belongs',
      { value: '46027', style: 1 },
      /^2:3 QD5331 支出!C2: `2026-01-05`/,
    ],
  ])('with %s reads it as unknown', async (_what, cell, message) => {
    const { values, messages } = await readRow(['1', null, cell, 'a']);
    expect(messages).toEqual([expect.stringMatching(message)]);
    expect(values).not.toHaveProperty('amount');
    expect(values.description).toBe('a');
  });

  it.each<[string, CellSpec, string | undefined]>([
    ['leading zeros that are shown', { value: '15', style: 2 }, '0015'],
    ['numbers as they are', 15, '15'],
    ['no number that was rounded', { value: '6.2284809876543209E+18' }, undefined],
    ['formulas as plain text', '=cmd|x', '=cmd|x'],
  ])('has %s where text is wanted', async (_what, cell, text) => {
    const { values } = await readRow(['1', null, null, cell]);
    expect(values.description).toBe(text);
  });

  it('has titles, a header in two rows and merged cells', async () => {
    const rows: CellSpec[][] = [
      ['云溪村支出台账'],
      ['凭证号', '付款日期', '审批', null, '金额（元）', '摘要'],
      [null, null, '审批人', '日期'],
      ['1', '2026-01-05', 'P1', '2026-01-04', 5, '纸'],
      ['2', null, 'P2', '2026-01-04', null, '笔'],
      [null, null, null, null, 12, '合计'],
    ];
    const merges = ['A1:F1', 'A2:A3', 'B2:B3', 'C2:D2', 'E2:E3', 'F2:F3', 'B4:B5', 'E4:E5'];
    const mapping = `
kind: expenditure
id: 凭证号
columns: { 付款日期: paidOn, 金额（元）: amount, 摘要: description, 审批/审批人: "approvals[0].person", 审批/日期: "approvals[0].on" }
`;
    const { records, messages } = await read([{ name: '支出', rows, merges }], mapping);
    expect(records.map(valuesOf)).toMatchObject([
      { paidOn: 20458, amount: 500, approvals: [{ values: ['P1', 20457] }] },
      { paidOn: 20458, description: '笔', approvals: [{ values: ['P2', 20457] }] },
    ]);
    expect(valuesOf(records[1]!)).not.toHaveProperty('amount');
    expect(messages).toEqual([
      expect.stringMatching(/^5:5 QD5333 支出!E5: .* merged into E4/),
      expect.stringMatching(/^6:1 QD5334 支出!6: /),
    ]);
  });
});

describe('the sheet', () => {
  const rows = [HEAD, ['1', '2026-01-05', 5, 'a']];
  const cover = [['说明'], ['本表由村会计填报']];

  it('is the only one with the columns; the others are named', async () => {
    const { records, messages } = await read([
      { name: '封面', rows: cover },
      { name: '支出', rows },
    ]);
    expect(records).toHaveLength(1);
    expect(messages).toEqual([expect.stringMatching(/QD5316 the sheet `封面`/)]);
  });

  it('is the one that the mapping names', async () => {
    const sheets = [
      { name: '1月', rows },
      { name: '2 月', rows: [HEAD, ['9', null, 5, 'a']] },
    ];
    const { records } = await read(sheets, `${MAPPING}sheet: 2月\n`);
    expect(records.map(({ id }) => id)).toEqual(['9']);
  });

  it.each([
    ['several that would do', MAPPING, /QD5315 .*1月, 2月/],
    ['none of the name', `${MAPPING}sheet: 3月份\n`, /QD5314 there is no sheet `3月份`/],
  ])('is not guessed among %s', async (_what, mapping, message) => {
    const sheets = [
      { name: '1月', rows },
      { name: '2月', rows },
    ];
    const { records, messages, lost } = await read(sheets, mapping);
    expect(records).toEqual([]);
    expect(messages).toEqual([expect.stringMatching(message)]);
    expect(lost).toEqual(['expenditure']);
  });
});

describe('a hostile workbook', () => {
  const parts = () => workbookParts([{ name: '支出', rows: [HEAD, ['1', '2026-01-05', 5, 'a']] }]);
  const sheet = 'xl/worksheets/sheet1.xml';
  const size = 100 * 1024 * 1024;
  const packed = zipSync({ ...parts(), [sheet]: new Uint8Array(size).fill(0x20) });
  /** A workbook whose sheet is nothing but blanks, and says that it is of some size. */
  const bomb = (says: number) => saying(packed, sheet, says);
  const sparseRows = `<worksheet><sheetData>${'<row><c r="XFD1"><v>1</v></c></row>'.repeat(20_000)}</sheetData></worksheet>`;
  const entities =
    '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><worksheet><sheetData><row r="1"><c r="A1" t="str"><v>&b;</v></c></row></sheetData></worksheet>';

  it.each<[string, () => Uint8Array, string]>([
    ['that unpacks without end', () => bomb(size), 'QD5312'],
    ['that unpacks to a thousand times its size', () => bomb(90 * 1024 * 1024), 'QD5312'],
    ['that lies about its size', () => bomb(10), 'QD5313'],
    [
      'whose rows begin far to the right',
      () => zipSync({ ...parts(), [sheet]: strToU8(sparseRows) }),
      'QD5312',
    ],
    [
      'with entities of its own',
      () => zipSync({ ...parts(), [sheet]: strToU8(entities) }),
      'QD5313',
    ],
    ['that is cut off', () => zipSync(parts()).subarray(0, 300), 'QD5313'],
    ['that is no workbook', () => strToU8('凭证号,金额'), 'QD5313'],
    ['without its parts', () => zipSync({ 'a.txt': strToU8('a') }), 'QD5313'],
    [
      'of an old make',
      () => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      'QD5311',
    ],
    [
      'whose XML is broken',
      () => zipSync({ ...parts(), [sheet]: strToU8('<worksheet><row></worksheet>') }),
      'QD5313',
    ],
  ])('%s is refused', async (_what, make, code) => {
    const bytes = make();
    const { records, messages, lost } = await readWhole(bytes, MAPPING, 'ledger.xlsx');
    expect(records).toEqual([]);
    expect(messages.join()).toContain(code);
    expect(lost).toEqual(['expenditure']);
  });

  it('has cells and merges in odd places', async () => {
    const xml = `<worksheet><sheetData><row r="1"><c r="ZZZZ9" t="s"><v>99</v></c><c t="inlineStr"><is><t>凭证号</t><rPh><t>x</t></rPh></is></c></row><row r="99999999"><c r="A1"><v>1</v></c></row></sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/><mergeCell ref="??"/></mergeCells></worksheet>`;
    const bytes = zipSync({ ...parts(), [sheet]: strToU8(xml) });
    const { records } = await readWhole(bytes, MAPPING, 'ledger.xlsx');
    expect(records).toEqual([]);
  });
});
