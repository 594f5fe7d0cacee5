import { type Condition, inForce } from '@qingdan/core';
import type { Context } from './context.js';
import { all, any, comparison, type Formula, not, test, unknown } from './formula.js';
import { lowerKin } from './kin.js';
import { lowerOutlier } from './outlier.js';
import { lowerPath } from './path.js';
import { lowerQuantified } from './quantified.js';

/** The author's tree as a formula over facts, for the law of one day: named conditions are expanded. */
export function lowerCondition(condition: Condition, context: Context): Formula {
  const { facts, policy, law } = context;
  switch (condition.kind) {
    case 'all':
      return all(...condition.of.map((part) => lowerCondition(part, context)));
    case 'any':
      return any(...condition.of.map((part) => lowerCondition(part, context)));
    case 'not':
      return not(lowerCondition(condition.of, context));
    case 'named': {
      const named = inForce(policy.conditions.get(condition.name), law);
      return named === undefined ? unknown(facts) : lowerCondition(named.is, context);
    }
    case 'compare': {
      const left = facts.of(condition.left);
      return condition.right === undefined
        ? test(condition.operator, left)
        : comparison(condition.operator, left, condition.right, facts);
    }
    case 'quantified':
      return lowerQuantified(condition, context);
    case 'kin':
      return lowerKin(condition, context);
    case 'path':
      return lowerPath(condition, context);
    case 'outlier':
      return lowerOutlier(condition, context);
  }
}
