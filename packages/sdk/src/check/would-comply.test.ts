import { type Change, readRecord, type RecordNode } from '@qingdan/core';
import { withFact } from '@qingdan/engine';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CASH, packsFrom } from '../testing/small-packs.js';
import { createChecker } from './checker.js';

const { packs } = packsFrom({ nation: CASH });
const checker = createChecker(packs, { clock: '2026-03-01' });
const seed = Number(process.env.QINGDAN_SEED ?? 20260301);

const payment = fc.record(
  {
    amount: fc.integer({ min: 0, max: 5000 }),
    method: fc.constantFrom('cash', 'bank'),
    payee: fc.constantFrom('P1', 'P2'),
    approver: fc.constantFrom('P1', 'P2'),
    paidOn: fc.constantFrom('2026-02-03', '2026-02'),
  },
  { requiredKeys: ['paidOn'] },
);

function read(fields: object): RecordNode {
  const { record } = readRecord(
    { kind: 'payment', id: 'E-1', organisation: 'V1', ...fields },
    packs.records,
  );
  if (record === undefined) throw new Error('no record');
  return record;
}

function verdictOf(item: string, record: RecordNode): string | undefined {
  const { evaluator } = checker.checkerFor(record);
  return evaluator.judge(record, checker.world).judgements.find((each) => each.item === item)
    ?.verdict;
}

const apply = (record: RecordNode, changes: readonly Change[]): RecordNode =>
  changes.reduce((node, { fact, to }) => withFact(node, fact, to), record);

describe('the smallest change that would comply', () => {
  it(`gives satisfied, and no proper part of it does (seed ${String(seed)})`, () => {
    let tried = 0;
    fc.assert(
      fc.property(payment, (fields) => {
        const record = read(fields);
        for (const finding of checker.checkRecord(record).findings) {
          for (const changes of finding.wouldComply) {
            tried += 1;
            expect(verdictOf(finding.item, apply(record, changes))).toBe('satisfied');
            for (const left of changes) {
              const part = changes.filter((change) => change !== left);
              expect(verdictOf(finding.item, apply(record, part))).not.toBe('satisfied');
            }
          }
        }
      }),
      { seed, numRuns: 500 },
    );
    expect(tried).toBeGreaterThan(100);
  });

  it('says nothing where only a person can act', () => {
    const record = read({
      paidOn: '2026-02-03',
      amount: 1,
      method: 'bank',
      payee: 'P1',
      none: ['approver'],
    });
    const [finding] = checker.checkRecord(record).findings;
    expect(finding?.item).toBe('nation.no-approver');
    expect(finding?.wouldComply).toEqual([]);
  });
});
