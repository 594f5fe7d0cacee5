import { describe, expect, it } from 'vitest';
import { assertAgreement } from '../timing/agree.js';
import { OURS, peers } from './contenders.js';
import { expectedClauses, jsonRulesEngineTrees, qingdanReport, qingdanTrees } from './explained.js';
import { idsBy } from './rules.js';
import { workload } from './workload.js';

const work = workload(20, 60);

describe('the rules of the benchmark', () => {
  it('are violated by a tenth of the payments', () => {
    expect(work.expected.filter((ids) => ids.length > 0)).toHaveLength(6);
  });

  it('find some payments that meet two clauses of a rule and not the third', () => {
    const [rule] = work.rules;
    const near = work.payments.filter(
      ({ amount, method, purpose }) =>
        [
          amount >= (rule?.least ?? 0),
          method === rule?.method,
          rule?.purposes.includes(purpose) === true,
        ].filter((met) => met).length === 2,
    );
    expect(near.length).toBeGreaterThan(0);
    expect(idsBy(rule === undefined ? [] : [rule], near[0]!)).toEqual([]);
  });
});

describe('before anything is timed', () => {
  it.each([...OURS, ...peers()])('$name finds what the rules say', async (contender) => {
    const runner = await contender.prepare(work.rules, work.payments);
    await assertAgreement([runner], work.expected);
    const found = work.expected.flat().length;
    // Cedar names the policy that permits as well.
    expect(await runner.pass(0, work.payments.length)).toBeGreaterThanOrEqual(found);
  });

  it('all explanations show the same clauses', async () => {
    const expected = expectedClauses(work);
    expect(expected.flat().length).toBeGreaterThanOrEqual(18);
    const runners = [qingdanTrees(work), qingdanReport(work), jsonRulesEngineTrees(work)];
    await assertAgreement(runners, expected);
  });

  it('an answer that differs ends the run', async () => {
    const runner = await OURS[0]!.prepare(work.rules, work.payments);
    const wrong = work.expected.map((ids, index) => (index === 59 ? [...ids, 'bench.none'] : ids));
    await expect(assertAgreement([runner], wrong)).rejects.toThrow('of input 59');
  });
});
