import type { Rule as EngineRule } from 'json-rules-engine';
import { type ClauseTrace, readRecord } from '@qingdan/core';
import { createChecker } from '@qingdan/sdk';
import { asyncRunner, type Runner, runner } from '../timing/runner.js';
import { engineFor } from './json-rules-engine.js';
import { packOf } from './pack.js';
import type { Workload } from './workload.js';

/** One clause of a finding, said alike by every engine: what was asked, what was found, and whether it held. */
function said(
  rule: string,
  fact: unknown,
  operator: unknown,
  asked: unknown,
  found: unknown,
  result: unknown,
): string {
  return JSON.stringify([rule, fact, operator, asked, found, result]);
}

/** What every explanation must hold. */
export function expectedClauses({
  rules,
  payments,
  expected,
}: Workload): readonly (readonly string[])[] {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  return expected.map((ids, index) => {
    const payment = payments[index];
    return ids.flatMap((id) => {
      const rule = byId.get(id);
      return [
        said(id, 'amount', 'greaterThanInclusive', rule?.least, payment?.amount, true),
        said(id, 'method', 'equal', rule?.method, payment?.method, true),
        said(id, 'purpose', 'in', rule?.purposes, payment?.purpose, true),
      ];
    });
  });
}

/** The explanations from which reports are written: clause trees with values, the law, what is missing, what would comply. */
export function qingdanTrees({ rules, payments }: Workload): Runner {
  const packs = packOf(rules);
  const checker = createChecker(packs, { clock: '2026-03-01', lang: 'en' });
  return runner('Qingdan, explanations by `checkRecord`', {
    inputs: payments,
    judge: (payment) => {
      const { record } = readRecord(payment, packs.records);
      return record === undefined ? [] : checker.checkRecord(record).findings;
    },
    idsOf: (findings) =>
      findings.flatMap(
        ({ item, claim }) => claim?.children.map((part) => saidOf(item, part)) ?? [],
      ),
    sizeOf: (findings) => findings.length,
  });
}

function saidOf(item: string, { clause, left, right, result }: ClauseTrace): string {
  if (clause.kind !== 'compare' || clause.left.kind !== 'fact') return clause.kind;
  const fact = clause.left.path.text;
  // Money is whole fen inside.
  const outside = (value: unknown): unknown => (typeof value === 'number' ? value / 100 : value);
  return said(item, fact, clause.operator, outside(right?.value), outside(left?.value), result);
}

/** The whole report: findings in words, with basis, remedy and what would comply. */
export function qingdanReport({ rules, payments }: Workload): Runner {
  const checker = createChecker(packOf(rules), { clock: '2026-03-01', lang: 'en' });
  return runner('Qingdan, `check`', {
    inputs: payments,
    judge: (payment) => checker.check(payment),
    idsOf: ({ results }) =>
      results.flatMap(({ findings }) =>
        findings.flatMap(({ item, clauses }) =>
          clauses.flatMap(({ children }) =>
            children.map(({ fact, operator, expected, actual, result }) =>
              said(item, fact, operator, plain(expected), plain(actual), result),
            ),
          ),
        ),
      ),
    sizeOf: ({ results }) => results.reduce((sum, { findings }) => sum + findings.length, 0),
  });
}

/** Our reports write money with its fen, as text. */
function plain(value: unknown): unknown {
  return typeof value === 'string' && /^\d+\.\d\d$/.test(value) ? Number(value) : value;
}

/** What a rule's `toJSON(false)` is, which its types don't say. */
interface FiredRule {
  readonly event: { readonly type: string };
  readonly conditions: {
    readonly all: readonly {
      readonly fact: string;
      readonly operator: string;
      readonly value: unknown;
      readonly factResult: unknown;
      readonly result: boolean;
    }[];
  };
}

/** The verdicts, and the result tree of each rule that fired, as plain objects. */
export function jsonRulesEngineTrees({ rules, payments }: Workload): Runner {
  const engine = engineFor(rules);
  return asyncRunner('json-rules-engine, `results` by `toJSON`', {
    inputs: payments,
    judge: async (payment) => {
      const { results } = await engine.run(payment);
      return results.map(
        (result) => (result as unknown as EngineRule).toJSON(false) as unknown as FiredRule,
      );
    },
    idsOf: (fired) =>
      fired.flatMap(({ event, conditions }) =>
        conditions.all.map(({ fact, operator, value, factResult, result }) =>
          said(event.type, fact, operator, value, factResult, result),
        ),
      ),
    sizeOf: (fired) => fired.length,
  });
}
