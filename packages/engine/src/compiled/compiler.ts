import {
  changesOfLaw,
  type Condition,
  type Expression,
  type Path,
  type PathStep,
  type Policy,
} from '@qingdan/core';
import { compileCondition } from './condition.js';
import { Epochs } from './epochs.js';
import { compileExpression } from './expression.js';
import type { Read, Test } from './frame.js';
import { compilePath, compileSteps } from './path.js';
import type { Scope } from './scope.js';

/** Ties the parts of the compiler together for one policy. Every condition and expression is compiled once. */
export function createScope(policy: Policy): Scope {
  const tests = new WeakMap<Condition, Test>();
  const reads = new WeakMap<Expression, Read>();
  const scope: Scope = {
    policy,
    epochs: new Epochs(changesOfLaw(policy)),
    test(condition) {
      let test = tests.get(condition);
      if (test === undefined) tests.set(condition, (test = compileCondition(condition, scope)));
      return test;
    },
    read(expression) {
      let read = reads.get(expression);
      if (read === undefined) reads.set(expression, (read = compileExpression(expression, scope)));
      return read;
    },
    readPath: (path: Path) => compilePath(path, scope),
    readSteps: (steps: readonly PathStep[]) => compileSteps(steps, scope),
  };
  return scope;
}
