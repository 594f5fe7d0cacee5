import type { CaseEvent, Constraint, Deviation, ProcedureRule } from '@qingdan/core';
import type { Context } from '../context.js';
import { earliestAfter } from '../counting.js';
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

interface Posting {
  readonly begun: Moment;
  ended: CaseEvent | undefined;
  readonly broken: CaseEvent[];
}

/** A step that lasts long enough without a break, by the figures of its first day. */
export function publicity(
  constraint: Constraint,
  { step, least, interruptedBy }: Extract<ProcedureRule, { kind: 'publicity' }>,
  { scope, missingIn }: Context,
): MonitorKind {
  const length = scope.read(least);
  return {
    steps: new Set(interruptedBy === undefined ? [step] : [step, interruptedBy]),
    unseen: NOT_CALLED,
    start: () => {
      const postings: Posting[] = [];
      return {
        observe: (moment) => {
          const { event } = moment;
          const open = postings.find(({ ended }) => ended === undefined);
          if (interruptedBy !== undefined && isDone(event, interruptedBy)) open?.broken.push(event);
          if (event.step !== step) return;
          if (event.kind === 'start' || (event.kind === 'instant' && open === undefined))
            postings.push({ begun: moment, ended: undefined, broken: [] });
          else if (open !== undefined && isDone(event, step)) open.ended = event;
        },
        stand: (asOf) => standing(postings, asOf),
      };
    },
  };

  function standing(postings: readonly Posting[], asOf: AsOf): Stand {
    const judged = postings.map((posting) => judge(posting, asOf));
    const running = postings.some(({ ended }) => ended === undefined) && !asOf.closed;
    const stand = standOf(
      postings.length > 0,
      judged.flatMap(({ deviations }) => deviations),
      asOf,
    );
    if (!running || stand.deviations.length > 0) return stand;
    return { ...stand, verdict: 'temporarilyViolated', due: judged.at(-1)?.due };
  }

  function judge({ begun, ended, broken }: Posting, { closed, calendar }: AsOf) {
    const { event, frame } = begun;
    const due = earliestAfter(event, length(frame), calendar);
    const earliest = due.day;
    const deviations: Deviation[] = [];
    const events = ended === undefined ? [event] : [event, ended];
    const breaks = broken.filter(({ day }) => earliest === undefined || day < earliest);
    if (breaks.length > 0)
      deviations.push(
        deviation(constraint, 'PUBLICITY_BROKEN', step, { events: [event, ...breaks], due }),
      );
    if (ended === undefined) {
      if (closed)
        deviations.push(
          deviation(constraint, 'UNKNOWN_DATA', step, { verdict: 'undetermined', events, due }),
        );
    } else if (earliest === undefined) {
      deviations.push(
        deviation(constraint, 'UNKNOWN_DATA', step, {
          verdict: 'undetermined',
          events,
          due,
          missing: missingIn(least, frame),
        }),
      );
    } else if (ended.day < earliest) {
      deviations.push(deviation(constraint, 'PUBLICITY_SHORT', step, { events, due }));
    }
    return { due, deviations };
  }
}
