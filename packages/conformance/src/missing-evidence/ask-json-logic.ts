import jsonLogic, { type RulesLogic } from 'json-logic-js';
import { answerOf, type Peer } from './peer.js';
import type { Clause } from './question.js';

export const JSON_LOGIC: Peer = {
  name: 'json-logic-js',
  ask: (rule, facts) => {
    try {
      return answerOf(jsonLogic.truthy(jsonLogic.apply(translate(rule) as RulesLogic, facts)));
    } catch {
      return 'error';
    }
  },
};

function translate(clause: Clause): unknown {
  if ('all' in clause) return { and: clause.all.map(translate) };
  if ('any' in clause) return { or: clause.any.map(translate) };
  if ('not' in clause) return { '!': translate(clause.not) };
  const fact = { var: clause.fact };
  const { value } = clause;
  switch (clause.operator) {
    case 'equal':
      return { '===': [fact, value] };
    case 'notEqual':
      return { '!==': [fact, value] };
    case 'lessThan':
      return { '<': [fact, value] };
    case 'greaterThan':
      return { '>': [fact, value] };
    case 'in':
      return { in: [fact, value] };
    case 'notIn':
      return { '!': { in: [fact, value] } };
    case 'contains':
      return { in: [value, fact] };
    case 'doesNotContain':
      return { '!': { in: [value, fact] } };
  }
}
