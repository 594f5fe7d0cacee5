import { describe, expect, it } from 'vitest';
import { CASH, packsFrom } from '../testing/small-packs.js';
import { createChecker } from './checker.js';

// Organisations are named by a field of theirs.
const policy = CASH.policy.replace(
  '  subject: {',
  '  name: { type: text, label: { zh: 名称, en: name } }\n  subject: {',
);
const { packs } = packsFrom({ nation: { ...CASH, policy } });
const organisation = (id: string) => ({
  kind: 'organisation',
  id,
  name: `${id} village`,
  subject: 'village',
  jurisdiction: '990101001001',
});
const checker = createChecker(packs, {
  lang: 'en',
  clock: '2026-03-01',
  records: {
    records: [organisation('V1'), organisation('V2')],
    books: [{ kind: 'payment', organisation: 'V1' }],
  },
});
const paymentOf = (home: string) => ({
  kind: 'payment',
  id: 'E-1',
  organisation: home,
  amount: 100,
  paidOn: '2026-02-03',
});

describe('what the reports of a checker say alike', () => {
  it('is made once, and cannot be changed from outside', () => {
    const [one, other] = [checker.check(paymentOf('V1')), checker.check(paymentOf('V1'))];
    for (const part of ['packs', 'books', 'organisations', 'waivers'] as const) {
      expect(other[part]).toBe(one[part]);
      expect(Object.isFrozen(one[part])).toBe(true);
      expect(one[part].every((entry) => Object.isFrozen(entry))).toBe(true);
    }
    expect(one.packs.map(({ name }) => name)).toEqual(['nation']);
    expect(one.books.map(({ organisation: id }) => id)).toEqual(['V1']);
  });

  it.each([
    ['of the books only', paymentOf('V1'), ['V1']],
    ['of the record besides', paymentOf('V2'), ['V1', 'V2']],
    ['which is the record itself', organisation('V3'), ['V1', 'V3']],
    ['which nobody knows', paymentOf('V4'), ['V1']],
  ])('names an organisation %s', (_, record, ids) => {
    expect(checker.check(record).organisations.map(({ id }) => id)).toEqual(ids);
  });
});
