import { hasErrors, renderDiagnostic } from '@qingdan/core';
import { fireThere, importTrial, judgeHere } from './both-ways.js';
import { type Facts, makeTrial } from './trial-records.js';
import { Rng } from '../random/rng.js';

/** A rule and a record of which the two engines may say different things. */
export interface Divergence {
  readonly about: string;
  /** The conditions of the rule. */
  readonly conditions: object;
  /** What the record has in the place of a whole record's facts; undefined: nothing. */
  readonly facts: Facts;
  readonly evidence: string;
}

const all = (...of: readonly object[]) => ({ all: of });
const leaf = (fact: string, operator: string, value: unknown, path?: string) => ({
  fact,
  ...(path === undefined ? {} : { path }),
  operator,
  value,
});

/** Everything known in which they differ, and one thing in which they might be thought to. */
export const DIVERGENCES: readonly Divergence[] = [
  ...[
    all(leaf('method', 'equal', 'cash')),
    all(leaf('method', 'notEqual', 'cash')),
    { not: leaf('method', 'equal', 'cash') },
    all(leaf('method', 'notIn', ['cash', 'card'])),
  ].map((conditions) => ({
    about: 'absent facts',
    conditions,
    facts: { method: undefined },
    evidence: '`method` absent',
  })),
  ...[all(leaf('amount', 'greaterThan', 500)), all(leaf('amount', 'not:greaterThan', 500))].map(
    (conditions) => ({
      about: 'absent facts',
      conditions,
      facts: { amount: undefined },
      evidence: '`amount` absent',
    }),
  ),
  {
    about: 'absent facts',
    conditions: all(leaf('detail', 'notEqual', 'a', '$.place')),
    facts: { detail: {} },
    evidence: '`detail` without `place`',
  },
  {
    about: 'absent facts',
    conditions: all(leaf('tags', 'everyFact:equal', 'a')),
    facts: { tags: undefined },
    evidence: '`tags` absent',
  },
  ...[
    all(leaf('amount', 'equal', 1000)),
    all(leaf('amount', 'notEqual', 1000)),
    all(leaf('amount', 'in', [1000])),
    all(leaf('amount', 'greaterThan', 500)),
  ].map((conditions) => ({
    about: 'numeric strings',
    conditions,
    facts: { amount: '1000' },
    evidence: '`amount: "1000"`',
  })),
  {
    about: 'numeric strings',
    conditions: all(leaf('amount', 'greaterThan', { fact: 'limit' })),
    facts: { amount: '1000', limit: '999' },
    evidence: '`amount: "1000"`, `limit: "999"`',
  },
  {
    about: '`in` on a string',
    conditions: all(leaf('note', 'in', 'cash,bank')),
    facts: { note: 'as' },
    evidence: '`note: as`',
  },
  { about: 'empty `any`', conditions: { any: [] }, facts: {}, evidence: 'any' },
  {
    about: '`everyFact` on an empty list',
    conditions: all(leaf('tags', 'everyFact:equal', 'a')),
    facts: { tags: [] },
    evidence: '`tags: []`',
  },
  {
    about: 'a month where a day may stand',
    conditions: all(leaf('day', 'lessThan', '2026-01-15')),
    facts: { day: '2026-01' },
    evidence: '`day: 2026-01`',
  },
];

export interface Answers {
  readonly there: string;
  readonly lenient: string;
  readonly here: string;
}

/** Asks both of one rule and record: json-rules-engine as it is, with `allowUndefinedFacts`, and Qingdan by import. */
export async function askBoth({ conditions, facts }: Divergence): Promise<Answers> {
  const rules = { rules: [{ name: 'r', conditions, event: { type: 'e' } }] };
  const changed = Object.entries({ ...makeTrial(new Rng(1)), ...facts });
  const record = Object.fromEntries(changed.filter(([, value]) => value !== undefined));
  const there = async (allowUndefinedFacts: boolean): Promise<string> => {
    try {
      const fired = await fireThere(rules, record, { allowUndefinedFacts });
      return fired.has('r') ? 'fires' : 'does not fire';
    } catch {
      return 'error';
    }
  };
  const { policy, diagnostics } = importTrial(rules);
  const refused = diagnostics.find((item) => hasErrors([item]));
  const here =
    policy === undefined
      ? `refused: ${refused === undefined ? '' : renderDiagnostic(refused, 'en').message.replace(/^.*?imported: /, '')}`
      : String([...judgeHere(policy, record).values()][0]);
  return { there: await there(false), lenient: await there(true), here };
}
