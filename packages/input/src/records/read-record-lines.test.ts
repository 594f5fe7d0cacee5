import { type RecordType, renderDiagnostic, StructType } from '@qingdan/core';
import { expect, it } from 'vitest';
import { LineSplitter } from '../text/line-splitter.js';
import { readRecordLines } from './read-record-lines.js';

const kinds = new Map<string, RecordType>([
  [
    'loan',
    {
      id: 'loan',
      label: { zh: '借款', en: 'loan' },
      fields: new StructType([
        { name: 'note', type: { kind: 'text' }, label: { zh: '', en: '' }, privacy: 'public' },
      ]),
      register: false,
      shared: false,
    },
  ],
]);
const loan = (id: string) => `{"kind":"loan","id":"${id}","note":"借款"}`;

async function* inPieces(text: string, size: number): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += size) {
    yield await Promise.resolve(bytes.subarray(at, at + size));
  }
}

it.each([1, 2, 3, 7, 50, 1000])('lines are the same in pieces of %i bytes', async (size) => {
  const text = `\ufeff${loan('L1')}\r\n\n${loan('L2')}\n{"kind":"lon","id":"L3"}\n${loan('L1')}\n${loan('L4')}`;
  const records: string[] = [];
  const faults: string[] = [];
  for await (const read of readRecordLines(inPieces(text, size), 'a.jsonl', kinds)) {
    for (const { id, origin } of read.records) records.push(`${id}@${origin?.line ?? 0}`);
    for (const item of read.diagnostics) {
      const { code, range } = renderDiagnostic(item, 'en');
      faults.push(`${range?.start.line ?? 0}:${range?.start.column ?? 0} ${code}`);
    }
  }
  expect(records).toEqual(['L1@1', 'L2@3', 'L4@6']);
  expect(faults).toEqual(['4:9 QD5003', '5:21 QD5103']);
});

it('a line beyond the limit is left out and not kept', () => {
  const splitter = new LineSplitter(4);
  const bytes = (text: string) => new TextEncoder().encode(text);
  const lines = [
    ...splitter.push(bytes('abcd\nab')),
    ...splitter.push(bytes('cde')),
    ...splitter.push(bytes('f\nxy\nabcdef\nz')),
    ...splitter.end(),
  ];
  expect(lines.map(({ text, fault, line }) => [line, text ?? fault])).toEqual([
    [1, 'abcd'],
    [2, 'too-large'],
    [3, 'xy'],
    [4, 'too-large'],
    [5, 'z'],
  ]);
});

/** Lines that go on until nobody asks for more; how many pieces of them were taken. */
function endless(piece: string, taken: { pieces: number }): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode(piece);
  return (async function* () {
    for (; taken.pieces < 1000; taken.pieces += 1) yield await Promise.resolve(bytes);
  })();
}

it.each([
  ['values that are no records', '1\n'.repeat(1000), 11, 10_001],
  ['lines that are no JSON', '{\n'.repeat(1000), 11, 10_001],
  ['blank lines', '\n'.repeat(1000), 11, 10_001],
  ['one record over and over', `${loan('L1')}\n`.repeat(1000), 11, 10_003],
  ['a line without end', 'x'.repeat(1024 * 1024), 64, 1],
])('reading stops where a file is only %s', async (_, piece, pieces, line) => {
  const taken = { pieces: 0 };
  const told: string[] = [];
  const lost = new Set<string | undefined>();
  for await (const read of readRecordLines(endless(piece, taken), 'a.jsonl', kinds)) {
    for (const item of read.diagnostics) {
      const { code, range } = renderDiagnostic(item, 'en');
      if (code === 'QD5006') told.push(`${code} ${range?.start.line ?? 0}`);
    }
    for (const kind of read.lost) lost.add(kind);
  }
  expect(told).toEqual([`QD5006 ${line}`]);
  expect(taken.pieces).toBeLessThan(pieces);
  expect(lost).toContain(undefined);
});

it('faults beside as many records stop nothing', async () => {
  const text = Array.from({ length: 15_000 }, (_, index) => `${loan(`L${index}`)}\n1\n`).join('');
  let records = 0;
  const codes = new Set<string>();
  for await (const read of readRecordLines(inPieces(text, 65_536), 'a.jsonl', kinds)) {
    records += read.records.length;
    for (const item of read.diagnostics) codes.add(renderDiagnostic(item, 'en').code);
  }
  expect(records).toBe(15_000);
  expect([...codes]).toEqual(['QD5002', 'QD5335']);
});
