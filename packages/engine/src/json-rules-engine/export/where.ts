import { type Condition, type Expression, inForce, NONE, Period } from '@qingdan/core';
import type { Where } from '../portable/forms.js';
import { printLiteral, scalarOf } from './literals.js';
import type { Lowering } from './lowering.js';
import { constantOf, lowerOperand } from './operand.js';
import { UNKNOWN } from './path.js';
import { CLAIMED, lowerSource } from './source.js';

const UNKNOWN_TRUTH: Where = { ...UNKNOWN, operator: 'equal', value: true };

/** A condition in the grammar of the library, with all that it names written out for the law of the day. */
export function lowerWhere(condition: Condition, lowering: Lowering): Where {
  const refuse = (reason: 'kin' | 'path' | 'outlier'): Where => {
    lowering.refuse(reason, condition.span);
    return UNKNOWN_TRUTH;
  };
  switch (condition.kind) {
    case 'all':
      return { all: condition.of.map((part) => lowerWhere(part, lowering)) };
    case 'any':
      return { any: condition.of.map((part) => lowerWhere(part, lowering)) };
    case 'not':
      return { not: lowerWhere(condition.of, lowering) };
    case 'named': {
      const named = inForce(lowering.policy.conditions.get(condition.name), lowering.law);
      if (named === undefined) return UNKNOWN_TRUTH;
      const lowered = lowering.within(condition.span, () => lowerWhere(named.is, lowering));
      return lowered ?? UNKNOWN_TRUTH;
    }
    case 'compare':
      return lowerComparison(condition, lowering);
    case 'quantified': {
      const { quantifier, source } = condition;
      const name = quantifier === 'exists' ? 'some' : quantifier;
      const reading = quantifier === 'every' ? CLAIMED : undefined;
      const params = lowerSource(source, lowering, undefined, reading);
      return { fact: `qingdan.${name}`, params, operator: 'equal', value: true };
    }
    case 'kin':
    case 'path':
    case 'outlier':
      return refuse(condition.kind);
  }
}

function lowerComparison(
  { operator, left, right }: Extract<Condition, { kind: 'compare' }>,
  lowering: Lowering,
): Where {
  const operand = lowerOperand(left, lowering);
  return right === undefined
    ? { ...operand, operator, value: true }
    : { ...operand, operator, value: lowerRight(right, left, lowering) };
}

/** A plain value stands in the rule itself; the value beside it says how it is read. */
function lowerRight(right: Expression, left: Expression, lowering: Lowering): unknown {
  if (right.kind !== 'literal' && right.kind !== 'parameter') return lowerOperand(right, lowering);
  const value = constantOf(right, lowering);
  if (value === undefined || value === NONE) return lowerOperand(right, lowering);
  const beside = scalarOf(left.type);
  // A period is compared with periods and with days.
  const isDay = beside.kind === 'period' && !(value instanceof Period);
  const printed = printLiteral(value, isDay ? { kind: 'date' } : beside);
  return printed ?? lowerOperand(right, lowering);
}
