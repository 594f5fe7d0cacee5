import type { CaseEvent, Constraint, Deviation, MissingFact, ProcedureRule } from '@qingdan/core';
import type { Context } from '../context.js';
import { dueOf } from '../counting.js';
import {
  type AsOf,
  deviation,
  type Moment,
  type MonitorKind,
  NOT_CALLED,
  type Stand,
} from '../monitor.js';
import { isDone } from '../parts.js';
import { standOf } from '../stands.js';

/** A step again and again, each time in time after the last, until another one ends it or it isn't owed any more. */
export function recurrence(
  constraint: Constraint,
  { step, every, until }: Extract<ProcedureRule, { kind: 'recurrence' }>,
  { scope, isOwed, missingIn, missingToOwe }: Context,
): MonitorKind {
  const length = scope.read(every);
  return {
    steps: new Set(until === undefined ? [step] : [step, until]),
    unseen: NOT_CALLED,
    start: () => {
      const done: Moment[] = [];
      let ended: CaseEvent | undefined;
      return {
        observe: (moment) => {
          if (ended === undefined && isDone(moment.event, step)) done.push(moment);
          if (until !== undefined && isDone(moment.event, until)) ended ??= moment.event;
        },
        stand: (asOf) => standing(done, ended, asOf),
      };
    },
  };

  function standing(done: readonly Moment[], ended: CaseEvent | undefined, asOf: AsOf): Stand {
    const dues = done.map(({ event, frame }) =>
      dueOf(
        {
          from: event,
          length: length(frame),
          counting: { includesFirst: false, rolls: true },
          yellow: undefined,
          pauses: [],
        },
        asOf.calendar,
      ),
    );
    const now = asOf.last ?? done.at(-1);
    const isWanted = now === undefined ? true : isOwed(step, now);
    const deviations = dues.flatMap((due, index): readonly Deviation[] => {
      const next = done[index + 1]?.event ?? ended;
      if (next === undefined && isWanted === false) return [];
      const unknown = (missing: readonly MissingFact[]): Deviation =>
        deviation(constraint, 'UNKNOWN_DATA', step, {
          verdict: 'undetermined',
          events: [due.from],
          due,
          missing,
        });
      const frame = done[index]?.frame;
      if (due.day === undefined)
        return [unknown(frame === undefined ? [] : missingIn(every, frame))];
      const day = next?.day ?? (asOf.closed ? undefined : asOf.day);
      if (day === undefined || day <= due.day) return [];
      if (next === undefined && isWanted === undefined)
        return [unknown(now === undefined ? [] : missingToOwe(step, now.frame))];
      return [
        deviation(constraint, 'LATE', step, {
          card: 'red',
          events: next === undefined || next === ended ? [due.from] : [due.from, next],
          due,
        }),
      ];
    });
    const stand = standOf(done.length > 0, deviations, asOf);
    const last = dues.at(-1);
    const isRunning =
      ended === undefined && !asOf.closed && last !== undefined && isWanted !== false;
    if (!isRunning || deviations.length > 0) return stand;
    const isYellow = last.yellowFrom !== undefined && asOf.day >= last.yellowFrom;
    return {
      verdict: 'temporarilyViolated',
      due: last,
      card: isYellow ? 'yellow' : undefined,
      deviations,
    };
  }
}
