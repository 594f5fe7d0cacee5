import {
  changesOfLaw,
  type Condition,
  type Expression,
  type Path,
  type PathStep,
  type Policy,
  type RecordSource,
} from '@qingdan/core';
import { compileCondition } from './condition.js';
import { Epochs } from './epochs.js';
import { compileExpression } from './expression.js';
import type { Read, Scan, Test } from './frame.js';
import { compileOpen, compileSource } from './scan.js';
import { compilePath, compileSteps } from './path.js';
import type { Scope } from './scope.js';

/** Ties the parts of the compiler together for one policy. Every condition and expression is compiled once. */
export function createScope(policy: Policy): Scope {
  const tests = new WeakMap<Condition, Test>();
  const reads = new WeakMap<Expression, Read>();
  const scans = new WeakMap<RecordSource, Scan>();
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
    scan(source) {
      let scan = scans.get(source);
      if (scan === undefined) scans.set(source, (scan = compileSource(source, scope)));
      return scan;
    },
    isOpen: (source: RecordSource) => compileOpen(source, scope),
    readPath: (path: Path) => compilePath(path, scope),
    readSteps: (steps: readonly PathStep[]) => compileSteps(steps, scope),
  };
  return scope;
}
