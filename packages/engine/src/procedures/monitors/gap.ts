import type { Constraint, Deviation, ProcedureRule } from '@qingdan/core';
import type { Context } from '../context.js';
import { earliestAfter } from '../counting.js';
import { type AsOf, deviation, type Moment, type MonitorKind, NOT_CALLED } from '../monitor.js';
import { isPart } from '../parts.js';
import { NOTHING_WRONG, standOf, wrongOfEach } from '../stands.js';

/** A step not before so much time after the last of another one. The time has no last day that would move. */
export function gap(
  constraint: Constraint,
  { from, to, least }: Extract<ProcedureRule, { kind: 'gap' }>,
  { scope, missingIn }: Context,
): MonitorKind {
  const length = scope.read(least);
  return {
    steps: new Set([from.step, to.step]),
    unseen: NOT_CALLED,
    start: () => {
      let last: Moment | undefined;
      const pairs: { readonly first: Moment; readonly second: Moment }[] = [];
      return {
        observe: (moment) => {
          const { event } = moment;
          if (isPart(event, to) && last !== undefined) pairs.push({ first: last, second: moment });
          if (isPart(event, from)) last = moment;
        },
        stand: (asOf) =>
          standOf(
            pairs.length > 0,
            wrongOfEach(pairs, (pair) => wrongIn(pair.first, pair.second, asOf)),
            asOf,
          ),
      };
    },
  };

  function wrongIn(first: Moment, second: Moment, { calendar }: AsOf): readonly Deviation[] {
    const due = earliestAfter(first.event, length(first.frame), calendar);
    if (due.day !== undefined && second.event.day >= due.day) return NOTHING_WRONG;
    const events = [first.event, second.event];
    if (due.day !== undefined) return [deviation(constraint, 'EARLY', to.step, { events, due })];
    return [
      deviation(constraint, 'UNKNOWN_DATA', to.step, {
        verdict: 'undetermined',
        events,
        due,
        missing: missingIn(least, first.frame),
      }),
    ];
  }
}
