import type { Constraint, Deviation, ProcedureRule } from '@qingdan/core';
import type { Frame } from '../../compiled/frame.js';
import type { Context } from '../context.js';
import { deviation, type Moment, type MonitorKind, NOT_CALLED } from '../monitor.js';
import { Occurrences, type Seen, timeOf, wrongOnce } from '../occurrences.js';
import { isDone } from '../parts.js';
import { NOTHING_WRONG, standOf } from '../stands.js';

/** A step only where a condition holds: as the case was when the step that decides it was done, else as it is. */
export function guard(
  constraint: Constraint,
  { step, when, decidedBy }: Extract<ProcedureRule, { kind: 'guard' }>,
  context: Context,
): MonitorKind {
  return {
    steps: new Set(decidedBy === undefined ? [step] : [step, decidedBy]),
    unseen: NOT_CALLED,
    start: () => {
      let decided: Moment | undefined;
      const occurrences = new Occurrences();
      const done: (Seen & { readonly decided: Moment })[] = [];
      return {
        observe: (moment) => {
          const { event } = moment;
          if (decidedBy !== undefined && isDone(event, decidedBy)) decided = moment;
          if (event.step === step)
            done.push({ of: occurrences.of(event), moment, decided: decided ?? moment });
        },
        stand: (asOf) =>
          standOf(
            done.length > 0,
            wrongOnce(done, timeOf, (each) =>
              wrongWith(
                constraint,
                'FORBIDDEN',
                step,
                when,
                each.moment,
                each.decided.frame,
                context,
              ),
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
    unseen: NOT_CALLED,
    start: () => {
      const occurrences = new Occurrences();
      const seen: Seen[] = [];
      return {
        observe: (moment) => {
          seen.push({ of: occurrences.of(moment.event), moment });
        },
        stand: (asOf) =>
          standOf(
            seen.length > 0,
            wrongOnce(seen, timeOf, ({ moment }) =>
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
  if (truth === true) return NOTHING_WRONG;
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
