import { type Book, dayOf } from '@qingdan/core';
import { expect, it } from 'vitest';
import { completeBooks } from './complete-books.js';

const books: readonly Book[] = [
  { kind: 'loan', from: dayOf(2026, 1, 1) },
  { kind: 'meeting' },
  { kind: 'loan', organisation: 'V2' },
];
const after = (...lost: (string | undefined)[][]) => {
  const files = lost.map((kinds, index) => ({ file: `${index}.jsonl`, kinds: new Set(kinds) }));
  const complete = completeBooks(books, files);
  return {
    left: complete.books.map(({ kind }) => kind),
    said: complete.diagnostics.map(({ params }) => `${params.file ?? ''}: ${params.kinds ?? ''}`),
  };
};

it.each([
  ['nothing', [], ['loan', 'meeting', 'loan'], []],
  ['a file that lost nothing', [[]], ['loan', 'meeting', 'loan'], []],
  ['a kind', [['loan']], ['meeting'], ['0.jsonl: loan']],
  ['a kind without books', [['seal']], ['loan', 'meeting', 'loan'], []],
  ['no telling what', [[undefined]], [], ['0.jsonl: loan, meeting']],
  ['two files', [['loan'], ['loan', 'meeting']], [], ['0.jsonl: loan', '1.jsonl: loan, meeting']],
] as const)('books after losing %s', (_, lost, left, said) => {
  expect(after(...lost.map((kinds) => [...kinds]))).toEqual({ left, said });
});
