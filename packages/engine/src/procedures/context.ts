import type { ClauseTrace, Condition, Procedure, Truth } from '@qingdan/core';
import type { Frame, Test } from '../compiled/frame.js';
import type { Scope } from '../compiled/scope.js';

/** What the monitors of a procedure share: its steps, what is compiled, and how a condition is explained. */
export interface Context {
  readonly procedure: Procedure;
  readonly scope: Scope;
  /** Whether a step belongs to the case at all; always, where nothing is said. */
  readonly isOwed: (step: string, frame: Frame) => Truth;
  /** What a condition said of the case, and what it lacks. */
  readonly trace: (condition: Condition, frame: Frame) => ClauseTrace;
}

export function contextOf(procedure: Procedure, scope: Scope, trace: Context['trace']): Context {
  const owed = new Map<string, Test>();
  for (const { id, when } of procedure.steps)
    if (when !== undefined) owed.set(id, scope.test(when));
  return {
    procedure,
    scope,
    trace,
    isOwed: (step, frame) => {
      const test = owed.get(step);
      return test === undefined ? true : test(frame);
    },
  };
}
