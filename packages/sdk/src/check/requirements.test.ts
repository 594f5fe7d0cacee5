import { describe, expect, it } from 'vitest';
import { CASH, packsFrom } from '../testing/small-packs.js';
import { createChecker } from './checker.js';

const { packs } = packsFrom({ nation: CASH });
const checker = createChecker(packs, { clock: '2026-03-01' });
const draft = { kind: 'payment', id: 'E-1', organisation: 'V1', paidOn: '2026-02-03', payee: 'P1' };

describe('requirements of a draft', () => {
  it('names the facts still missing and values that satisfy each item', () => {
    const needs = checker.requirements({ ...draft, amount: 1500 });
    const cash = needs.find(({ explanation }) => explanation.item === 'nation.cash-over');
    expect(cash?.missing.map(({ fact }) => fact)).toEqual(['method']);
    expect(cash?.satisfiedBy.map(({ fact, to }) => [fact, to])).toEqual([
      ['method', 'bank'],
      ['amount', 100000],
    ]);
  });

  it('asks a person where only a person can act', () => {
    const needs = checker.requirements({ ...draft, amount: 5, method: 'bank', none: ['approver'] });
    const approval = needs.find(({ explanation }) => explanation.item === 'nation.no-approver');
    expect(approval?.explanation.verdict).toBe('violated');
    expect(approval?.satisfiedBy).toEqual([]);
  });

  it('wants nothing of a draft that complies', () => {
    expect(checker.requirements({ ...draft, amount: 5, method: 'bank', approver: 'P2' })).toEqual(
      [],
    );
  });
});
