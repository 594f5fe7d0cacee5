import type { Constraint, ProcedureRule } from '@qingdan/core';
import type { Context } from '../context.js';
import { type AsOf, deviation, type Moment, type MonitorKind, type Stand } from '../monitor.js';
import { isDone } from '../parts.js';

/** A step as often as it must be done, where the case owes it, and no more often than it may. */
export function existence(
  constraint: Constraint,
  { step, least, most }: Extract<ProcedureRule, { kind: 'existence' }>,
  { isOwed, missingToOwe }: Context,
): MonitorKind {
  return {
    steps: new Set([step]),
    start: () => {
      const done: Moment[] = [];
      return {
        observe: (moment) => {
          if (isDone(moment.event, step)) done.push(moment);
        },
        stand: (asOf) => standing(done, asOf),
      };
    },
  };

  function standing(done: readonly Moment[], { closed, last, owes }: AsOf): Stand {
    const events = done.map(({ event }) => event);
    if (most !== undefined && done.length > most)
      return {
        verdict: 'permanentlyViolated',
        deviations: events
          .slice(most)
          .map((event) => deviation(constraint, 'DUPLICATE', step, { events: [event] })),
      };
    if (done.length >= least) {
      const isSettled = closed || most === undefined;
      return {
        verdict: isSettled ? 'permanentlySatisfied' : 'temporarilySatisfied',
        deviations: [],
      };
    }
    // What the case will be about is only known once it is closed.
    const owed = last === undefined ? true : isOwed(step, last);
    if (!closed)
      return {
        verdict: owed === false ? 'temporarilySatisfied' : 'temporarilyViolated',
        deviations: [],
      };
    if (!owes(step) || owed === false) return { verdict: 'notApplicable', deviations: [] };
    return owed === undefined
      ? {
          verdict: 'undetermined',
          deviations: [
            deviation(constraint, 'UNKNOWN_DATA', step, {
              verdict: 'undetermined',
              events,
              missing: last === undefined ? [] : missingToOwe(step, last.frame),
            }),
          ],
        }
      : {
          verdict: 'permanentlyViolated',
          deviations: [deviation(constraint, 'MISSING', step, { events })],
        };
  }
}
