import { CompiledEvaluator, judgeByReference } from '@qingdan/engine';
import type { Evaluator } from './evaluator.js';

/** The meaning, to which every other evaluator is held. */
export const REFERENCE = {
  name: 'reference',
  prepare: (policy) => (record, world, asOf) => judgeByReference(policy, record, world, asOf),
} satisfies Evaluator;

export const COMPILED = {
  name: 'compiled',
  prepare: (policy) => {
    const compiled = new CompiledEvaluator(policy);
    return (record, world, asOf) => compiled.judge(record, world, asOf);
  },
} satisfies Evaluator;
