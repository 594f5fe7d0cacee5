import type { CaseEvent, Constraint, Day, Deviation, ProcedureRule } from '@qingdan/core';
import { dayOfInstant } from '@qingdan/core';
import type { Context } from '../context.js';
import { dueOf } from '../counting.js';
import { type AsOf, deviation, type Moment, type MonitorKind } from '../monitor.js';
import { NOTHING_WRONG, standOf, wrongOfEach } from '../stands.js';

/** What happened is written down in time; what doesn't say when it was is unknown. */
export function backfill(
  constraint: Constraint,
  { within }: Extract<ProcedureRule, { kind: 'backfill' }>,
  { scope, missingIn }: Context,
): MonitorKind {
  const read = scope.read(within);
  return {
    steps: undefined,
    start: () => {
      const seen: Moment[] = [];
      return {
        observe: (moment) => {
          seen.push(moment);
        },
        stand: (asOf) =>
          standOf(
            seen.length > 0,
            wrongOfEach(seen, (moment) => wrongWith(moment, asOf)),
            asOf,
          ),
      };
    },
  };

  function wrongWith(moment: Moment, { calendar }: AsOf): readonly Deviation[] {
    const { event } = moment;
    const events = [event];
    const written = dayOf(event);
    if (written !== undefined && written <= event.day) return NOTHING_WRONG;
    const due = dueOf(
      {
        from: event,
        length: read(moment.frame),
        counting: { includesFirst: false, rolls: true },
        yellow: undefined,
        pauses: [],
      },
      calendar,
    );
    if (written === undefined || due.day === undefined)
      return [
        deviation(constraint, 'UNKNOWN_DATA', event.step, {
          verdict: 'undetermined',
          events,
          due,
          missing:
            written === undefined
              ? [{ fact: 'recordedAt', scope: 'record', label: WRITTEN }]
              : missingIn(within, moment.frame),
        }),
      ];
    return written <= due.day
      ? NOTHING_WRONG
      : [deviation(constraint, 'BACKFILL', event.step, { events, due })];
  }
}

function dayOf({ recordedAt }: CaseEvent): Day | undefined {
  return recordedAt === undefined ? undefined : dayOfInstant(recordedAt);
}

const WRITTEN = { zh: '登记时间', en: 'when it was written down' };
