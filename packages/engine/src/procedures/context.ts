import type {
  ClauseTrace,
  Condition,
  Expression,
  MissingFact,
  Procedure,
  Truth,
} from '@qingdan/core';
import type { Frame, Test } from '../compiled/frame.js';
import type { Scope } from '../compiled/scope.js';
import type { Moment } from './monitor.js';

/** What the monitors of a procedure share: its steps, what is compiled, and how a condition is explained. */
export interface Context {
  readonly procedure: Procedure;
  readonly scope: Scope;
  /** Whether a step belongs to the case at all; always, where nothing is said. */
  readonly isOwed: (step: string, at: Moment) => Truth;
  /** What would have to be known to tell that. */
  readonly missingToOwe: (step: string, frame: Frame) => readonly MissingFact[];
  /** What a condition said of the case, and what it lacks. */
  readonly trace: (condition: Condition, frame: Frame) => ClauseTrace;
  /** What would have to be known to tell a value that isn't. */
  readonly missingIn: (expression: Expression, frame: Frame) => readonly MissingFact[];
}

export function contextOf(procedure: Procedure, scope: Scope, trace: Context['trace']): Context {
  const owed = new Map<string, Test>();
  const conditions = new Map<string, Condition>();
  for (const { id, when } of procedure.steps) {
    if (when === undefined) continue;
    owed.set(id, scope.test(when));
    conditions.set(id, when);
  }
  return {
    procedure,
    scope,
    trace,
    missingToOwe: (step, frame) => {
      const when = conditions.get(step);
      return when === undefined ? [] : trace(when, frame).missing;
    },
    missingIn: (left, frame) =>
      trace({ kind: 'compare', operator: 'present', left, span: left.span }, frame).missing,
    isOwed: (step, at) => {
      const test = owed.get(step);
      return test === undefined ? true : test(at.frame);
    },
  };
}
