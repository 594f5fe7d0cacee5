import type { ClauseTrace, OperandTrace } from '@qingdan/core';
import { isPowerClause } from '../sentences/say-clause.js';
import { sayMet } from '../sentences/say-met.js';
import { speechWithin } from '../sentences/scope.js';
import type { Speech } from '../sentences/speech.js';
import { traitsOf } from '../sentences/traits.js';
import { type PlainValue, plainValue } from '../values/plain-value.js';
import type { ClauseJson } from './report-json.js';

/** A clause and its parts, as they met a record. */
export function clauseJson(trace: ClauseTrace, speech: Speech): ClauseJson {
  const { clause, left, right, result } = trace;
  const inner = speechWithin(trace, speech);
  return {
    id: isPowerClause(clause) ? null : (clause.id ?? null),
    sentence: sayMet(trace, speech),
    result: result ?? null,
    fact: left?.expression.kind === 'fact' ? left.expression.path.text : null,
    actual: plainOperand(left, speech),
    operator: operatorOf(trace),
    expected: plainOperand(right, speech),
    parameter: right?.parameter?.id ?? left?.parameter?.id ?? null,
    children: trace.children.map((child) => clauseJson(child, inner)),
  };
}

/** The operator of a comparison, the quantifier, or the kind of the clause. */
function operatorOf({ clause }: ClauseTrace): string {
  if (clause.kind === 'compare') return clause.operator;
  return clause.kind === 'quantified' ? clause.quantifier : clause.kind;
}

function plainOperand(operand: OperandTrace | undefined, speech: Speech): PlainValue {
  if (operand === undefined) return null;
  const { type, privacy } = traitsOf(operand.expression, speech);
  return plainValue(operand.value, type, privacy, speech.unmask);
}
