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
import { Occurrences } from '../occurrences.js';
import { isDone } from '../parts.js';
import { standOf } from '../stands.js';

interface Posting {
  readonly number: number;
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
      const unbegun: CaseEvent[] = [];
      const occurrences = new Occurrences();
      // One that began anew is left as it is.
      const isRunning = ({ number, ended }: Posting): boolean =>
        ended === undefined && occurrences.isUnderWay(number);
      return {
        observe: (moment) => {
          const { event } = moment;
          if (interruptedBy !== undefined && isDone(event, interruptedBy))
            for (const each of postings) if (isRunning(each)) each.broken.push(event);
          if (event.step !== step) return;
          // What has one event only begins with it, or ends what has begun.
          const kind =
            event.kind !== 'instant'
              ? event.kind
              : occurrences.isStepUnderWay(step)
                ? 'complete'
                : 'start';
          const number = occurrences.of({ ...event, kind });
          if (kind === 'start')
            postings.push({ number, begun: moment, ended: undefined, broken: [] });
          else if (kind === 'complete') {
            const open = postings.find((each) => each.number === number);
            if (open !== undefined) open.ended = event;
            else unbegun.push(event);
          }
        },
        stand: (asOf) => standing(postings, unbegun, isRunning, asOf),
      };
    },
  };

  function standing(
    postings: readonly Posting[],
    unbegun: readonly CaseEvent[],
    isRunning: (posting: Posting) => boolean,
    asOf: AsOf,
  ): Stand {
    const judged = postings.map((posting) => judge(posting, isRunning(posting), asOf));
    const running = postings.some(isRunning) && !asOf.closed;
    const stand = standOf(
      postings.length + unbegun.length > 0,
      [
        ...judged.flatMap(({ deviations }) => deviations),
        ...unbegun.map((event) =>
          deviation(constraint, 'UNKNOWN_DATA', step, {
            verdict: 'undetermined',
            events: [event],
          }),
        ),
      ],
      asOf,
    );
    if (!running || stand.deviations.length > 0) return stand;
    return { ...stand, verdict: 'temporarilyViolated', due: judged.at(-1)?.due };
  }

  function judge(
    { begun, ended, broken }: Posting,
    isRunning: boolean,
    { closed, calendar }: AsOf,
  ) {
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
      if (closed && isRunning)
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
