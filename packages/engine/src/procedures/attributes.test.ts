import { Attributes, type RecordType, StructType } from '@qingdan/core';
import { expect, it } from 'vitest';
import { PAYMENT } from '../testing/build.js';
import { by, event } from './testing.js';

/** A kind of record with texts, by their labels in Chinese and English. */
function attributes(labels: Readonly<Record<string, readonly [zh: string, en: string]>>) {
  const fields = Object.entries(labels).map(([name, [zh, en]]) => ({
    name,
    type: { kind: 'text' } as const,
    label: { zh, en },
    privacy: 'public' as const,
  }));
  const kind: RecordType = { ...PAYMENT, fields: new StructType(fields) };
  return new Attributes(kind);
}

const AMOUNT = { amount: ['金额', 'case:amount'] } as const;

it.each([
  ['by its name', AMOUNT, { amount: 1 }, { amount: 1 }],
  ['by its label', AMOUNT, { 'case:amount': 1 }, { amount: 1 }],
  ['by its label in Chinese', AMOUNT, { 金额: 1 }, { amount: 1 }],
  ['not at all', AMOUNT, { sum: 1 }, {}],
  ['by a name that is the label of another', { a: ['b', 'b'], b: ['c', 'c'] }, { b: 1 }, { b: 1 }],
  ['by a label of two', { a: ['sum', 'sum'], b: ['sum', 'sum'] }, { sum: 1 }, {}],
  ['among others', AMOUNT, { sum: 1, amount: 2 }, { amount: 2 }],
  ['that there is none of', AMOUNT, { none: ['amount'] }, { none: ['amount'] }],
  [
    'never that is the case’s own',
    { openedOn: ['立项', 'opened'] },
    { openedOn: 1, opened: 2, id: 3 },
    {},
  ],
  ['by a label like a part of the language', { a: ['__proto__', 'x'] }, { x: 1 }, { a: 1 }],
] as const)('a log means a field %s', (_how, labels, data, meant) => {
  expect(attributes(labels).saidBy(event('a', 1, { data }))).toEqual(meant);
});

it('takes who did it, and as what, where a field is called so', () => {
  const labels = { who: ['org:resource', 'who'], 'org:role': ['职务', 'role'] } as const;
  const done = event('a', 1, { ...by('P1', 'clerk'), data: { sum: 1 } });
  expect(attributes(labels).saidBy(done)).toEqual({ who: 'P1', 'org:role': 'clerk' });
  expect(attributes(labels).saidBy(event('a', 1))).toEqual({});
  expect(attributes(AMOUNT).saidBy(done)).toEqual({});
});
