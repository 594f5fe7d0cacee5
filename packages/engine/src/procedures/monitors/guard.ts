import type { Constraint, Deviation, ProcedureRule } from '@qingdan/core';
import type { Frame } from '../../compiled/frame.js';
import type { Context } from '../context.js';
import { deviation, type Moment, type MonitorKind } from '../monitor.js';
import { Occurrences, toldOnce } from '../occurrences.js';
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
      const occurrences = new Occurrences();
      const done: { readonly of: number; readonly moment: Moment; readonly frame: Frame }[] = [];
      return {
        observe: (moment) => {
          const { event, frame } = moment;
          if (decidedBy !== undefined && isDone(event, decidedBy)) decided = frame;
          if (event.step === step)
            done.push({ of: occurrences.of(event), moment, frame: decided ?? frame });
        },
        stand: (asOf) =>
          standOf(
            done.length > 0,
            toldOnce(
              done.map(({ of, moment, frame }) => ({
                of,
                deviations: wrongWith(constraint, 'FORBIDDEN', step, when, moment, frame, context),
              })),
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
      const occurrences = new Occurrences();
      const seen: { readonly of: number; readonly moment: Moment }[] = [];
      return {
        observe: (moment) => {
          seen.push({ of: occurrences.of(moment.event), moment });
        },
        stand: (asOf) =>
          standOf(
            seen.length > 0,
            toldOnce(
              seen.map(({ of, moment }) => ({
                of,
                deviations: wrongWith(
                  constraint,
                  'LIMIT',
                  step ?? moment.event.step,
                  condition,
                  moment,
                  moment.frame,
                  context,
                ),
              })),
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
