import { LogicEngine } from 'json-logic-engine';
import jsonLogic, { type RulesLogic } from 'json-logic-js';
import { runner } from '../timing/runner.js';
import type { Contender } from './contender.js';
import type { Payment, Rule } from './rules.js';

/** One compiled function for each rule. */
export const JSON_LOGIC_ENGINE: Contender = {
  name: 'json-logic-engine, compiled',
  prepare: (rules, payments) => {
    const engine = new LogicEngine();
    const compiled = rules.map((rule) => ({
      id: rule.id,
      matches: engine.build(translate(rule)) as (payment: Payment) => unknown,
    }));
    return runner(JSON_LOGIC_ENGINE.name, {
      inputs: payments,
      judge: (payment) => {
        const ids: string[] = [];
        for (const { id, matches } of compiled) if (matches(payment) === true) ids.push(id);
        return ids;
      },
      idsOf: (ids) => ids,
      sizeOf: (ids) => ids.length,
    });
  },
};

/** One compiled function for all rules, which gives a list of truths. */
export const JSON_LOGIC_ENGINE_AT_ONCE: Contender = {
  name: 'json-logic-engine, compiled as one',
  prepare: (rules, payments) => {
    const all = new LogicEngine().build(rules.map(translate)) as (payment: Payment) => unknown[];
    return runner(JSON_LOGIC_ENGINE_AT_ONCE.name, {
      inputs: payments,
      judge: (payment) => {
        const ids: string[] = [];
        const truths = all(payment);
        for (let index = 0; index < rules.length; index += 1)
          if (truths[index] === true) ids.push((rules[index] as Rule).id);
        return ids;
      },
      idsOf: (ids) => ids,
      sizeOf: (ids) => ids.length,
    });
  },
};

export const JSON_LOGIC_JS: Contender = {
  name: 'json-logic-js',
  prepare: (rules, payments) => {
    const translated = rules.map((rule) => ({ id: rule.id, logic: translate(rule) }));
    return runner(JSON_LOGIC_JS.name, {
      inputs: payments,
      judge: (payment) => {
        const ids: string[] = [];
        for (const { id, logic } of translated)
          if (jsonLogic.apply(logic, payment) === true) ids.push(id);
        return ids;
      },
      idsOf: (ids) => ids,
      sizeOf: (ids) => ids.length,
    });
  },
};

function translate({ least, method, purposes }: Rule): RulesLogic {
  return {
    and: [
      { '>=': [{ var: 'amount' }, least] },
      { '===': [{ var: 'method' }, method] },
      { in: [{ var: 'purpose' }, [...purposes]] },
    ],
  };
}
