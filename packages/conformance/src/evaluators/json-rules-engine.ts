import { createJsonRulesEvaluator } from '@qingdan/engine/json-rules-engine';
import type { Evaluator } from './evaluator.js';

/** Policies as plain rules of json-rules-engine, run by that library. */
export const JSON_RULES_ENGINE = {
  name: 'json-rules-engine',
  prepare: (policy) => {
    const { value, refused } = createJsonRulesEvaluator(policy);
    if (value === undefined)
      return {
        refused: refused.map(({ construct, reason }) => `${construct}: ${reason}`).join('; '),
      };
    return (record, world, asOf) => value.judge(record, world, asOf);
  },
} satisfies Evaluator;
