import type { Expression, Operator } from '@qingdan/core';
import type { TopLevelCondition } from 'json-rules-engine';
import type { Fact, Facts } from './facts.js';
import { HOLDS, type Mode } from './operators.js';

/** A condition in negation normal form: only tests are negated. */
export type Formula =
  | { readonly kind: 'all' | 'any'; readonly of: readonly Formula[] }
  | {
      readonly kind: 'test';
      /** `someFact:` and `everyFact:` are the library's own: the operator is asked of each member of a list. */
      readonly over: '' | 'someFact:' | 'everyFact:';
      readonly operator: Operator | typeof HOLDS;
      readonly negated: boolean;
      readonly left: string;
      readonly right: string | number | boolean | null | { readonly fact: string };
    };

export const all = (...of: readonly Formula[]): Formula => ({ kind: 'all', of });
export const any = (...of: readonly Formula[]): Formula => ({ kind: 'any', of });
export const ALWAYS = all();

export function not(formula: Formula): Formula {
  if (formula.kind === 'test') return { ...formula, negated: !formula.negated };
  return { kind: formula.kind === 'all' ? 'any' : 'all', of: formula.of.map(not) };
}

export function test(operator: Operator, left: Fact, right?: Fact): Formula {
  const value = right === undefined ? null : { fact: right.id };
  return { kind: 'test', over: '', operator, negated: false, left: left.id, right: value };
}

/** A comparison of two expressions; a plain literal stands in the rule itself. */
export function comparison(
  operator: Operator,
  left: Fact,
  right: Expression,
  facts: Facts,
): Formula {
  const value = right.kind === 'literal' ? right.value : undefined;
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? { kind: 'test', over: '', operator, negated: false, left: left.id, right: value }
    : test(operator, left, facts.of(right));
}

/** A truth that is supplied as a fact, or a list of truths of which some or every one must hold. */
export function holds(truth: Fact, over: '' | 'someFact:' | 'everyFact:' = ''): Formula {
  return { kind: 'test', over, operator: HOLDS, negated: false, left: truth.id, right: null };
}

/** Certainly not so and possibly so. */
export function unknown(facts: Facts): Formula {
  return holds(facts.given('unknown'));
}

/** A comparison, a group: what a rule of the library is made of. */
export type RuleCondition =
  TopLevelCondition | Extract<TopLevelCondition, { all: unknown }>['all'][number];

/** The formula as the library reads it, for one of the two rules. */
export function conditionOf(formula: Formula, mode: Mode): RuleCondition {
  if (formula.kind === 'test') {
    const { operator, negated, over, left, right } = formula;
    // Certainly not so is: not possibly so.
    const asked = negated ? (mode === 'certain' ? 'possible' : 'certain') : mode;
    return {
      fact: left,
      operator: `${negated ? 'not:' : ''}${over}${operator}#${asked}`,
      value: right,
    };
  }
  const of = formula.of.map((part) => conditionOf(part, mode));
  if (formula.kind === 'all') return { all: of };
  // The library takes an empty `any` for true.
  return of.length === 0 ? { not: { all: [] } } : { any: of };
}
