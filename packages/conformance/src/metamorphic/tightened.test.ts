import type { Condition, Operator, Parameter, Prohibition, Value } from '@qingdan/core';
import { addExact, ALWAYS, type Exact, isExact, multiplyExact } from '@qingdan/core';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { BASIS, HERE, label } from '../build/marks.js';
import { MONEY } from '../build/types.js';
import { COMPILED } from '../evaluators/evaluators.js';
import type { Case } from '../random/case.js';
import { printCase } from '../random/print-case.js';
import { Rng } from '../random/rng.js';
import { runSize } from '../random/run-size.js';
import { literalValue } from '../random/literals.js';
import { Facts } from '../random/maker.js';
import { factExpression } from '../random/expressions.js';
import { caseAt } from './cases.js';
import { verdictsOf } from './verdicts.js';

const { seed } = runSize();

/** With these, lowering the right side can only make more true; with the others, raising it. */
const LOWER: readonly Operator[] = ['greaterThan', 'greaterThanInclusive'];
const HIGHER: readonly Operator[] = ['lessThan', 'lessThanInclusive'];

it(
  'a parameter tightened in the sign of its condition clears no violation',
  { timeout: 300_000 },
  async () => {
    let violations = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.nat(199),
        fc.nat(99),
        fc.constantFrom(...LOWER, ...HIGHER),
        fc.boolean(),
        fc.nat(),
        async (run, pair, operator, negated, choice) => {
          const rng = new Rng(choice);
          const base = caseAt(seed, run, pair);
          const value = literalValue('money', rng) as Exact;
          const lower = LOWER.includes(operator) !== negated;
          const step = multiplyExact(rng.pick([1, 100, 50_000]), lower ? -1 : 1);
          const before = withLimit(base, operator, negated, value, rng);
          const after = {
            ...before,
            policy: { ...before.policy, parameters: limit(addExact(value, step)) },
          };
          const first = (await verdictsOf(COMPILED, before)).get('i.limit');
          const then = (await verdictsOf(COMPILED, after)).get('i.limit');
          if (first !== 'violated') return;
          violations += 1;
          if (then !== 'violated')
            expect.fail(
              `${await printCase(before, COMPILED)}\nbut then\n${await printCase(after, COMPILED)}`,
            );
        },
      ),
      { seed, numRuns: 1500, endOnFailure: true },
    );
    console.log(`QINGDAN_SEED=${String(seed)}: ${String(violations)} violations stood`);
    expect(violations).toBeGreaterThan(100);
  },
);

/** The case under one prohibition: an amount against a parameter, now and then among elements, now and then denied. */
function withLimit(one: Case, operator: Operator, negated: boolean, value: Value, rng: Rng): Case {
  const record = one.record.record.id;
  const facts = new Facts(rng, []);
  const path = facts.fact({ record, aliases: [], depth: 0, due: false }, 'money');
  if (path === undefined || !isExact(value)) throw new Error('no amount');
  const compare: Condition = {
    kind: 'compare',
    operator,
    left: factExpression(path),
    right: { kind: 'parameter', id: 'p.limit', type: MONEY, span: HERE },
    span: HERE,
  };
  const violatedWhen: Condition = negated ? { kind: 'not', of: compare, span: HERE } : compare;
  const item: Prohibition = {
    kind: 'Prohibition',
    id: 'i.limit',
    revision: 1,
    effective: ALWAYS,
    pack: 'random',
    span: HERE,
    title: label('limit'),
    basis: BASIS,
    severity: 'serious',
    nature: 'violation',
    appliesTo: { kind: 'records', record },
    violatedWhen,
    also: [],
    accountable: [],
  };
  return { ...one, policy: { ...one.policy, items: [[item]], parameters: limit(value) } };
}

function limit(value: Exact): ReadonlyMap<string, Parameter> {
  const parameter: Parameter = {
    id: 'p.limit',
    label: label('limit'),
    type: MONEY,
    tighten: 'none',
    values: [{ interval: ALWAYS, value, unset: false, basis: BASIS, pack: 'random', span: HERE }],
    pack: 'random',
    span: HERE,
  };
  return new Map([[parameter.id, parameter]]);
}
