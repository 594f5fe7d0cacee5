import { describe, expect, it } from 'vitest';
import { CASH, packsFrom } from '../testing/small-packs.js';
import { createChecker, type Requirements } from './checker.js';

const { packs } = packsFrom({ nation: CASH });
const checker = createChecker(packs, { clock: '2026-03-01' });
const draft = { kind: 'payment', id: 'E-1', organisation: 'V1', paidOn: '2026-02-03', payee: 'P1' };

describe('requirements of a draft', () => {
  it('names the facts still missing and values that satisfy each item', () => {
    const { items: needs, judged } = checker.requirements({ ...draft, amount: 1500 });
    expect(judged).toBe(true);
    const cash = needs.find(({ item }) => item === 'nation.cash-over');
    expect(cash?.missing.map(({ fact }) => fact)).toEqual(['method']);
    expect(cash?.satisfiedBy.map(({ fact, value }) => [fact, value])).toEqual([
      ['method', 'bank'],
      ['amount', '1000.00'],
    ]);
  });

  it('is plain JSON in the language of the checker', () => {
    const said = (lang: 'zh' | 'en'): Requirements =>
      createChecker(packs, { clock: '2026-03-01', lang }).requirements({ ...draft, amount: 1500 });
    const zh = said('zh');
    expect(JSON.parse(JSON.stringify(zh))).toEqual(zh);
    for (const { title } of zh.items) expect(title).toMatch(/\p{Script=Han}/u);
    for (const { title } of said('en').items) expect(title).not.toMatch(/\p{Script=Han}/u);
    expect(zh.items.length).toBeGreaterThan(0);
  });

  it('asks a person where only a person can act', () => {
    const { items: needs } = checker.requirements({
      ...draft,
      amount: 5,
      method: 'bank',
      none: ['approver'],
    });
    const approval = needs.find(({ item }) => item === 'nation.no-approver');
    expect(approval?.verdict).toBe('violated');
    expect(approval?.satisfiedBy).toEqual([]);
  });

  it('wants nothing of a draft that complies', () => {
    const complete = { ...draft, amount: 5, method: 'bank', approver: 'P2' };
    expect(checker.requirements(complete).items).toEqual([]);
  });

  it('says nothing of a draft from before the packs, and that it does', () => {
    const { packs: late } = packsFrom({
      nation: { ...CASH, manifest: `${CASH.manifest}covers: { from: 2026-01-01 }\n` },
    });
    const { judged, items } = createChecker(late, { clock: '2026-03-01' }).requirements({
      ...draft,
      paidOn: '2025-12-31',
    });
    expect([judged, items]).toEqual([false, []]);
  });

  it('tells what of the draft could not be read', () => {
    const { diagnostics } = checker.requirements({ ...draft, amuont: 5, method: 'barter' });
    expect(diagnostics.map(({ name }) => name)).toEqual([
      'unknown-field',
      'wrong-type',
      'organisation-not-placed',
    ]);
  });
});

describe('screening', () => {
  it('tells what of the record could not be read', () => {
    const told: string[] = [];
    const bad = { ...draft, amuont: 5, method: 'bank' };
    expect(checker.screen(bad)).toEqual(
      checker.screen(bad, (faults) => told.push(...faults.map(({ name }) => name))),
    );
    expect(told).toEqual(['unknown-field']);
  });

  it('tells nothing of one that could be read whole', () => {
    const told: unknown[] = [];
    checker.screen({ ...draft, amount: 5 }, (faults) => told.push(faults));
    expect(told).toEqual([]);
  });
});
