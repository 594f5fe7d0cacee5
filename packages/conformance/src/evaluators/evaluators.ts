import { CompiledEvaluator, judgeByReference } from '@qingdan/engine';
import { assertScreened } from './assert-screened.js';
import type { Evaluator } from './evaluator.js';
import { JSON_RULES_ENGINE } from './json-rules-engine.js';

/** The meaning, to which every other evaluator is held. */
export const REFERENCE = {
  name: 'reference',
  prepare: (policy) => (record, world, asOf) => judgeByReference(policy, record, world, asOf),
} satisfies Evaluator;

/** Its screening, which builds no judgements, is held to its judgements on the way. */
export const COMPILED = {
  name: 'compiled',
  prepare: (policy) => {
    const compiled = new CompiledEvaluator(policy);
    return (record, world, asOf) => {
      const judged = compiled.judge(record, world, asOf);
      assertScreened(compiled.screen(record, world, asOf), judged);
      return judged;
    };
  },
} satisfies Evaluator;

/** Every evaluator; a new one is held to the whole suite by standing here. */
export const EVALUATORS: readonly Evaluator[] = [REFERENCE, COMPILED, JSON_RULES_ENGINE];

/** Those that are held to the reference on random policies, and on every how many of them: some are slow. */
export const HELD: readonly { readonly evaluator: Evaluator; readonly every: number }[] = [
  { evaluator: COMPILED, every: 1 },
  { evaluator: JSON_RULES_ENGINE, every: 20 },
];
