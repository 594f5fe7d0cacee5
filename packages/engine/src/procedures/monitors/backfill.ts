import type { CaseEvent, Constraint, Day, Deviation, ProcedureRule } from '@qingdan/core';
import { dayOfInstant } from '@qingdan/core';
import type { Context } from '../context.js';
import { dueOf } from '../counting.js';
import { type AsOf, deviation, type Moment, type MonitorKind } from '../monitor.js';
import { standOf } from '../stands.js';

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
            seen.flatMap((moment) => wrongWith(moment, asOf)),
            asOf,
          ),
      };
    },
  };

  function wrongWith({ event, frame }: Moment, { calendar }: AsOf): readonly Deviation[] {
    const events = [event];
    const written = dayOf(event);
    if (written !== undefined && written <= event.day) return [];
    const due = dueOf(
      {
        from: event,
        length: read(frame),
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
              : missingIn(within, frame),
        }),
      ];
    return written <= due.day
      ? []
      : [deviation(constraint, 'BACKFILL', event.step, { events, due })];
  }
}

function dayOf({ recordedAt }: CaseEvent): Day | undefined {
  return recordedAt === undefined ? undefined : dayOfInstant(recordedAt);
}

const WRITTEN = { zh: '登记时间', en: 'when it was written down' };
