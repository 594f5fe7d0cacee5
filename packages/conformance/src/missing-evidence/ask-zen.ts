import { evaluateExpressionSync } from '@gorules/zen-engine';
import { answerOf, type Peer } from './peer.js';
import type { Clause } from './question.js';

export const ZEN: Peer = {
  name: 'ZEN',
  ask: (rule, facts) => {
    const expression = translate(rule);
    if (expression === undefined) return 'unsayable';
    try {
      return answerOf(evaluateExpressionSync(expression, facts) === true);
    } catch {
      return 'error';
    }
  },
};

/** Undefined for a group without parts: ZEN has only infix `and` and `or`. */
function translate(clause: Clause): string | undefined {
  if ('all' in clause) return group(clause.all, 'and');
  if ('any' in clause) return group(clause.any, 'or');
  if ('not' in clause) {
    const inner = translate(clause.not);
    return inner === undefined ? undefined : `not (${inner})`;
  }
  const { fact } = clause;
  const value = JSON.stringify(clause.value);
  switch (clause.operator) {
    case 'equal':
      return `${fact} == ${value}`;
    case 'notEqual':
      return `${fact} != ${value}`;
    case 'lessThan':
      return `${fact} < ${value}`;
    case 'greaterThan':
      return `${fact} > ${value}`;
    case 'in':
      return `${fact} in ${value}`;
    case 'notIn':
      return `${fact} not in ${value}`;
    case 'contains':
      return `contains(${fact}, ${value})`;
    case 'doesNotContain':
      return `not contains(${fact}, ${value})`;
  }
}

function group(parts: readonly Clause[], word: 'and' | 'or'): string | undefined {
  const texts = parts.map(translate);
  return texts.length === 0 || texts.includes(undefined)
    ? undefined
    : texts.map((text) => `(${String(text)})`).join(` ${word} `);
}
