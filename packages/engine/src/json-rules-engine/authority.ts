import type { AuthorityRow, Expression, Operator, Power } from '@qingdan/core';
import { isAuthorised } from '../reference/authority.js';
import type { Context } from './context.js';
import type { Fact } from './facts.js';
import { all, ALWAYS, any, comparison, type Formula, holds, not, test } from './formula.js';

export function lowerHolder({ governs, holders }: Power, { policy, facts }: Context): Formula {
  const slot = policy.records.get(governs.record)?.holder;
  const holder = facts.define('holder', ({ frame }) =>
    slot === undefined ? undefined : frame.record.fields.values[slot],
  );
  return test(
    'in',
    holder,
    facts.define('holders', () => holders),
  );
}

/** Some row of the table applies, and each that applies is satisfied. */
export function lowerAuthority(power: Power, context: Context): Formula {
  const { facts } = context;
  const measure = power.measure === undefined ? facts.given('unknown') : facts.of(power.measure);
  const rows = power.authority.map((row) => ({
    applies: rowApplies(row, measure, context),
    satisfied: rowSatisfied(row, power, context),
  }));
  return all(
    any(...rows.map(({ applies }) => applies)),
    ...rows.map(({ applies, satisfied }) => any(not(applies), satisfied)),
  );
}

const BOUNDS = {
  below: 'lessThan',
  upTo: 'lessThanInclusive',
  from: 'greaterThanInclusive',
  above: 'greaterThan',
} as const satisfies Partial<Record<keyof AuthorityRow, Operator>>;

function rowApplies(row: AuthorityRow, measure: Fact, context: Context): Formula {
  const bounds = Object.entries(BOUNDS).flatMap(([key, operator]) => {
    const bound: Expression | undefined = row[key as keyof typeof BOUNDS];
    return bound === undefined ? [] : [comparison(operator, measure, bound, context.facts)];
  });
  return all(row.when === undefined ? ALWAYS : context.lower(row.when, context), ...bounds);
}

/**
 * Whether the approvals fill a row's places. Matching persons to places, each to another, is no rule over facts: the
 * reference interpreter says it, asked of a table with this row alone, and it comes in as a fact.
 */
function rowSatisfied(row: AuthorityRow, power: Power, { facts }: Context): Formula {
  const { approvedBy, dualPost, bodies, span } = row;
  const alone: Power = {
    ...power,
    authority: [{ approvedBy, bodies, span, ...(dualPost === undefined ? {} : { dualPost }) }],
  };
  return holds(facts.define('approved', ({ frame }) => isAuthorised(alone, frame)));
}
