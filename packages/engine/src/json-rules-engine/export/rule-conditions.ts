import { NEGATIONS, type Operator } from '@qingdan/core';
import type { TopLevelCondition } from 'json-rules-engine';
import type { Mode } from '../operators.js';
import type { Operand, Where } from '../portable/forms.js';

type RuleCondition = Extract<TopLevelCondition, { all: unknown }>['all'][number];

/** The conditions of one of an item's two rules. The root of a rule must be a group. */
export function ruleConditions(where: Where, mode: Mode): TopLevelCondition {
  const condition = conditionOf(where, mode, false);
  return 'fact' in condition ? { all: [condition] } : condition;
}

/** Negation is driven down to the comparisons: above them the library would take not unknown for true. */
function conditionOf(where: Where, mode: Mode, negated: boolean): RuleCondition {
  if ('not' in where) return conditionOf(where.not, mode, !negated);
  if ('all' in where || 'any' in where) {
    const parts = 'all' in where ? where.all : where.any;
    const of = parts.map((part) => conditionOf(part, mode, negated));
    if ('all' in where !== negated) return { all: of };
    // The library takes an empty `any` for true.
    return of.length === 0 ? { not: { all: [] } } : { any: of };
  }
  const { operator, value, ...operand } = where;
  return {
    ...(operand as Omit<Operand, 'params'> & { params?: Record<string, unknown> }),
    operator: `${mode === 'possible' ? 'possibly:' : ''}${negated ? negate(operator as Operator) : operator}`,
    value,
  };
}

const POSITIVE: Readonly<Partial<Record<Operator, Operator>>> = NEGATIONS;
const NEGATIVE: Readonly<Partial<Record<Operator, Operator>>> = Object.fromEntries(
  Object.entries(NEGATIONS).map(([negative, positive]) => [positive, negative]),
);

function negate(operator: Operator): string {
  return POSITIVE[operator] ?? NEGATIVE[operator] ?? `not:${operator}`;
}
