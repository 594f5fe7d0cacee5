import { Engine, type RuleProperties } from 'json-rules-engine';
import { asyncRunner } from '../timing/runner.js';
import type { Contender } from './contender.js';
import type { Rule } from './rules.js';

export const JSON_RULES_ENGINE: Contender = {
  name: 'json-rules-engine',
  prepare: (rules, payments) => {
    const engine = engineFor(rules);
    return asyncRunner(JSON_RULES_ENGINE.name, {
      inputs: payments,
      judge: (payment) => engine.run(payment),
      idsOf: ({ events }) => events.map(({ type }) => type),
      sizeOf: ({ events }) => events.length,
    });
  },
};

export function engineFor(rules: readonly Rule[]): Engine {
  return new Engine(rules.map(translate));
}

function translate({ id, least, method, purposes }: Rule): RuleProperties {
  return {
    event: { type: id },
    conditions: {
      all: [
        { fact: 'amount', operator: 'greaterThanInclusive', value: least },
        { fact: 'method', operator: 'equal', value: method },
        { fact: 'purpose', operator: 'in', value: purposes },
      ],
    },
  };
}
