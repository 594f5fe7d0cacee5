import { Attributes, type RecordType, StructType } from '@qingdan/core';
import { describe, expect, it } from 'vitest';
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

describe('of a field that is a day', () => {
  const day = {
    name: 'signedOn',
    type: { kind: 'date' },
    label: { zh: '签订日期', en: 'signed on' },
    privacy: 'public',
  } as const;
  const days = new Attributes({ ...PAYMENT, fields: new StructType([day]) });

  it.each([
    ['the day itself', '2026-01-05', '2026-01-05'],
    ['a point in time, by its day at +08:00', '2026-01-05T17:00:00.000+00:00', '2026-01-06'],
    ['midnight here', '2026-01-05T00:00:00.000+08:00', '2026-01-05'],
    ['what is neither, as it is', '2026-01-05 about noon', '2026-01-05 about noon'],
    [
      'a day that isn’t in the calendar, as it is',
      '2026-02-30T00:00:00+08:00',
      '2026-02-30T00:00:00+08:00',
    ],
    ['a number, as it is', 20260105, 20260105],
  ])('a log means %s', (_what, said, meant) => {
    expect(days.meantBy({ signedOn: said })).toEqual({ signedOn: meant });
    expect(days.meantBy({ 签订日期: said, other: 1 })).toEqual({ signedOn: meant });
  });

  it('tells what is no day, and nothing of a point in time', () => {
    expect(days.faultsIn({ signedOn: '2026-01-05T09:00:00Z' })).toEqual([]);
    expect(days.faultsIn({ signedOn: '2026-02-30T09:00:00Z' })).toHaveLength(1);
  });
});
