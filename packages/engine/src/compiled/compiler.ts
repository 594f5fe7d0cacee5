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
import { kept } from '../kept.js';
import type { Frame, MemberOf, Read, Scan, Step, Test } from './frame.js';
import { compileMembership, compileOpen, compileSource } from './scan.js';
import { readOnce, testOnce } from './once.js';
import { compilePath, compileSteps } from './path.js';
import type { Scope } from './scope.js';

/** Ties the parts of the compiler together for one policy. Everything is compiled once. */
export function createScope(policy: Policy): Scope {
  const tests = new WeakMap<Condition, Test>();
  const reads = new WeakMap<Expression, Read>();
  const scans = new WeakMap<RecordSource, Scan>();
  const opens = new WeakMap<RecordSource, (frame: Frame) => boolean>();
  const members = new WeakMap<RecordSource, MemberOf>();
  const paths = new WeakMap<Path, Read>();
  const ways = new WeakMap<readonly PathStep[], Step>();
  const steps = new WeakMap<PathStep, Step>();
  const scope: Scope = {
    policy,
    epochs: new Epochs(changesOfLaw(policy)),
    test: (condition) =>
      kept(tests, condition, () => testOnce(condition, compileCondition(condition, scope))),
    read: (expression) =>
      kept(reads, expression, () => readOnce(expression, compileExpression(expression, scope))),
    scan: (source) => kept(scans, source, () => compileSource(source, scope)),
    isOpen: (source) => kept(opens, source, () => compileOpen(source, scope)),
    memberOf: (source) => kept(members, source, () => compileMembership(source, scope)),
    readPath: (path) => kept(paths, path, () => compilePath(path, scope)),
    readSteps: (way) => kept(ways, way, () => compileSteps(way, scope)),
    readStep: (step) => kept(steps, step, () => compileSteps([step], scope)),
  };
  return scope;
}
