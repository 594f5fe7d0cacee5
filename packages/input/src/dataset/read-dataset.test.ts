import { dayOf, type RecordType, renderDiagnostic, StructType } from '@qingdan/core';
import { expect, it } from 'vitest';
import { isDataset, readDataset } from './read-dataset.js';

const kinds = new Map<string, RecordType>(
  ['expenditure', 'loan'].map((id) => [
    id,
    { id, label: { zh: id, en: id }, fields: new StructType(), register: false, shared: false },
  ]),
);
const faultsOf = (text: string) =>
  readDataset(text, 'dataset.yaml', kinds).diagnostics.map((item) => {
    const { code, range } = renderDiagnostic(item, 'en');
    return `${range?.start.line ?? 0}:${range?.start.column ?? 0} ${code}`;
  });

it('names files and complete books', () => {
  const text = `
files:
  - a.jsonl
  - { path: in/b.json, kind: loan }
books:
  - { kind: expenditure, organisation: V1, from: 2026-01-01, until: 2026-04-01 }
  - { kind: loan }
`;
  expect(readDataset(text, 'dataset.yaml', kinds)).toEqual({
    files: [{ path: 'a.jsonl' }, { path: 'in/b.json', kind: 'loan' }],
    books: [
      {
        kind: 'expenditure',
        organisation: 'V1',
        from: dayOf(2026, 1, 1),
        until: dayOf(2026, 4, 1),
      },
      { kind: 'loan' },
    ],
    lost: false,
    diagnostics: [],
  });
});

it.each([
  ['an unknown key', 'file: []\nbooks: []', '1:1 QD1202'],
  ['a full-width colon', 'files: []\nbooks：[]\n', '2:6 QD1105'],
  ['a full-width colon in braces', 'books: [{ kind: loan, until： 1 }]', '1:28 QD1105'],
  ['an organisation that is no text', 'organisation: 7\nfiles: []', '1:15 QD1205'],
  ['files that are no list', 'files: a.jsonl', '1:8 QD1204'],
  ['a file without a path', 'files:\n  - { kind: loan }', '2:5 QD1203'],
  ['a file of an unknown kind', 'files:\n  - { path: a, kind: lone }', '2:22 QD5003'],
  ['a path upwards', 'files: [../a.jsonl]', '1:9 QD5201'],
  ['a path that goes up on the way', 'files: [{ path: a/../../b }]', '1:17 QD5201'],
  ['an absolute path', 'files: [/etc/passwd]', '1:9 QD5201'],
  ['an absolute path of Windows', 'files: ["C:\\\\a"]', '1:9 QD5201'],
  ['a book without a kind', 'books: [{ from: 2026-01-01 }]', '1:9 QD1203'],
  ['a book of an unknown kind', 'books: [{ kind: lone }]', '1:17 QD5003'],
  ['a day that does not exist', 'books: [{ kind: loan, from: 2026-02-30 }]', '1:29 QD1205'],
  ['a month', 'books: [{ kind: loan, until: 2026-02 }]', '1:30 QD1205'],
  [
    'an end before its beginning',
    'books: [{ kind: loan, from: 2026-02-02, until: 2026-02-02 }]',
    '1:9 QD3004',
  ],
  ['an unknown key of a book', 'books: [{ kind: loan, form: 2026-02-02 }]', '1:23 QD1202'],
  ['a second document', 'files: []\n---\nfiles: []', '3:1 QD5201'],
])('reports %s', (_, text, fault) => {
  expect(faultsOf(text)).toEqual([fault]);
});

it('gives each file the organisation of the dataset, save those that name their own', () => {
  const text = 'organisation: V1\nfiles: [a.csv, { path: b.csv, organisation: V2 }]';
  expect(readDataset(text, 'dataset.yaml', kinds)).toMatchObject({
    files: [
      { path: 'a.csv', organisation: 'V1' },
      { path: 'b.csv', organisation: 'V2' },
    ],
    diagnostics: [],
  });
});

it('a book with a fault stays open', () => {
  const text = 'books: [{ kind: loan, form: 2026-02-02 }, { kind: loan, until: x }]';
  expect(readDataset(text, 'dataset.yaml', kinds).books).toEqual([]);
});

it.each([
  ['files: [../a.jsonl]\nbooks: [{ kind: loan }]', true],
  ['file: [a.jsonl]\nbooks: [{ kind: loan }]', true],
  ['files: [a.jsonl]\nbooks: [{ kind: lone }]', false],
])('%j lost files: %s', (text, lost) => {
  expect(readDataset(text, 'dataset.yaml', kinds).lost).toBe(lost);
});

it.each([
  ['files:\n  - a.jsonl', true],
  ['# year\nbooks: []', true],
  ['kind: expenditure\nid: E1\nfiles: []', false],
  ['- kind: expenditure', false],
])('%j is a dataset: %s', (text, is) => {
  expect(isDataset(text)).toBe(is);
});
