import { describe, expect, it } from 'vitest';
import { CASH, packsFrom } from '../testing/small-packs.js';
import type { AsyncSource } from './async-source.js';
import { createChecker } from './checker.js';

const { packs } = packsFrom({ nation: CASH });
const paid = { kind: 'payment', id: 'E-1', organisation: 'V1', paidOn: '2026-02-03' };

function counting(facts: Readonly<Record<string, unknown>>, others: readonly unknown[] = []) {
  const calls: string[] = [];
  const source: AsyncSource = {
    fact: (_record, field) => {
      calls.push(`fact ${field}`);
      return Promise.resolve(facts[field]);
    },
    records: ({ kind, organisation }) => {
      calls.push(`records ${kind} ${organisation ?? ''}`);
      return Promise.resolve({ records: others, complete: true });
    },
  };
  return { source, calls };
}

async function outcome(record: object, source: AsyncSource) {
  const checker = createChecker(packs, { clock: '2026-03-01' });
  const report = await checker.checkAsync(record, { source });
  return report.results[0];
}

const REFUND = `
kind: Record
id: refund
label: { zh: 退款, en: refund }
governingDate: paidOn
fields:
  paidOn: { type: date, label: { zh: 退款日期, en: date } }
  payment: { type: ref, to: payment, label: { zh: 支出, en: payment } }
  payee: { type: person, label: { zh: 收款人, en: payee } }
---
kind: Prohibition
id: nation.refund
effective: { from: 2020-01-01 }
title: { zh: 退现金, en: Refund of a payment in cash }
basis: [{ instrument: CASH, article: "1", confidence: verified }]
severity: minor
nature: violation
appliesTo: refund
violatedWhen: { fact: payment.method, operator: equal, value: cash }
accountable: [bookkeeper]
`;

describe('checkAsync', () => {
  it('asks for nothing where the record decides everything', async () => {
    const { source, calls } = counting({});
    const result = await outcome(
      { ...paid, method: 'bank', amount: 10, payee: 'P1', approver: 'P2' },
      source,
    );
    expect(result?.outcome).toBe('compliant');
    expect(calls).toEqual([]);
  });

  it('asks only for what can still change a verdict', async () => {
    const { source, calls } = counting({
      method: 'bank',
      amount: 5000,
      payee: 'P1',
      approver: 'P2',
    });
    const result = await outcome({ ...paid, amount: 500 }, source);
    // 500 is below the limit whatever the method, so the method is asked for by the month's total alone.
    expect(calls).toEqual(['fact method', 'fact approver', 'fact payee']);
    expect(result?.outcome).toBe('compliant');
  });

  it('fetches other records once, and only when the total depends on them', async () => {
    const others = [{ ...paid, id: 'E-2', method: 'cash', amount: 2600 }];
    const { source, calls } = counting({}, others);
    const result = await outcome(
      { ...paid, method: 'cash', amount: 500, payee: 'P1', approver: 'P2' },
      source,
    );
    expect(calls).toEqual(['records payment V1']);
    expect(result?.findings.map(({ item }) => item)).toEqual(['nation.month-total']);
  });

  it('asks for the record of the organisation that refers to it, before it takes that of another', async () => {
    const { packs: refunds } = packsFrom({
      nation: { ...CASH, policy: `${CASH.policy.trimEnd().replace(/---$/, '')}\n---${REFUND}` },
    });
    const elsewhere = { ...paid, organisation: 'V2', method: 'cash' };
    const refund = { kind: 'refund', id: 'R-1', organisation: 'V1', payment: 'E-1' };
    const checker = createChecker(refunds, {
      clock: '2026-03-01',
      records: { records: [elsewhere] },
    });
    const found = async (own: unknown) => {
      const calls: unknown[] = [];
      const record: AsyncSource['record'] = (...asked) => {
        calls.push(asked);
        return Promise.resolve(asked[0] === 'payment' ? own : undefined);
      };
      const raw = { ...refund, paidOn: '2026-02-04' };
      const { results } = await checker.checkAsync(raw, { source: { record } });
      return [results[0]?.outcome, ...calls.filter((asked) => String(asked).startsWith('payment'))];
    };
    const asked = ['payment', 'E-1', 'V1'];
    expect(await found({ ...paid, method: 'bank' })).toEqual(['compliant', asked]);
    expect(await found({ ...paid, method: 'cash' })).toEqual(['violation', asked]);
    // Where its own organisation has none, the only one there is is meant.
    expect(await found(undefined)).toEqual(['violation', asked]);
  });

  it('leaves undetermined what the source does not know either, asking once', async () => {
    const { source, calls } = counting({});
    const result = await outcome({ ...paid, method: 'bank', amount: 5 }, source);
    expect(result?.outcome).toBe('undetermined');
    expect(calls).toEqual(['fact approver', 'fact payee']);
  });
});
