import type { Constraint, Deviation, ProcedureRule } from '@qingdan/core';
import type { Frame } from '../../compiled/frame.js';
import type { Context } from '../context.js';
import { deviation, type Moment, type MonitorKind } from '../monitor.js';
import { isDone } from '../parts.js';
import { standOf } from '../stands.js';

/** A step only where a condition holds: as the case was when the step that decides it was done, else as it is. */
export function guard(
  constraint: Constraint,
  { step, when, decidedBy }: Extract<ProcedureRule, { kind: 'guard' }>,
  context: Context,
): MonitorKind {
  return {
    steps: new Set(decidedBy === undefined ? [step] : [step, decidedBy]),
    start: () => {
      let decided: Frame | undefined;
      const done: { readonly moment: Moment; readonly frame: Frame }[] = [];
      return {
        observe: (moment) => {
          const { event, frame } = moment;
          if (decidedBy !== undefined && isDone(event, decidedBy)) decided = frame;
          if (event.step === step) done.push({ moment, frame: decided ?? frame });
        },
        stand: (asOf) =>
          standOf(
            done.length > 0,
            done.flatMap(({ moment, frame }) =>
              wrongWith(constraint, 'FORBIDDEN', step, when, moment, frame, context),
            ),
            asOf,
          ),
      };
    },
  };
}

/** A condition that every event of a step keeps, or every event of the case. */
export function limit(
  constraint: Constraint,
  { step, condition }: Extract<ProcedureRule, { kind: 'limit' }>,
  context: Context,
): MonitorKind {
  return {
    steps: step === undefined ? undefined : new Set([step]),
    start: () => {
      const seen: Moment[] = [];
      return {
        observe: (moment) => {
          seen.push(moment);
        },
        stand: (asOf) =>
          standOf(
            seen.length > 0,
            seen.flatMap((moment) =>
              wrongWith(
                constraint,
                'LIMIT',
                step ?? moment.event.step,
                condition,
                moment,
                moment.frame,
                context,
              ),
            ),
            asOf,
          ),
      };
    },
  };
}

function wrongWith(
  constraint: Constraint,
  code: 'FORBIDDEN' | 'LIMIT',
  step: string,
  condition: Parameters<Context['trace']>[0],
  { event }: Moment,
  frame: Frame,
  { scope, trace }: Context,
): readonly Deviation[] {
  const truth = scope.test(condition)(frame);
  if (truth === true) return [];
  const clause = trace(condition, frame);
  return [
    truth === false
      ? deviation(constraint, code, step, { events: [event], clause })
      : deviation(constraint, 'UNKNOWN_DATA', step, {
          verdict: 'undetermined',
          events: [event],
          clause,
          missing: clause.missing,
        }),
  ];
}
