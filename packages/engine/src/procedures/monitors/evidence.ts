import type { CaseEvent, Constraint, Deviation, ProcedureRule } from '@qingdan/core';
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
import { NOTHING_WRONG, standOf, wrongOfEach } from '../stands.js';

/** A document that must be there when a step is done, or in time after it, from whichever event it came. */
export function evidence(
  constraint: Constraint,
  { step, document, dueWithin }: Extract<ProcedureRule, { kind: 'evidence' }>,
  { scope, missingIn }: Context,
): MonitorKind {
  const within = dueWithin === undefined ? undefined : scope.read(dueWithin);
  return {
    steps: new Set([step]),
    seesDocuments: true,
    unseen: NOT_CALLED,
    start: () => {
      const done: Moment[] = [];
      const brought: CaseEvent[] = [];
      return {
        observe: (moment) => {
          const { event } = moment;
          if (isDone(event, step)) done.push(moment);
          if (event.evidence.some((each) => each.document === document)) brought.push(event);
        },
        stand: (asOf) => standing(done, brought, asOf),
      };
    },
  };

  function standing(done: readonly Moment[], brought: readonly CaseEvent[], asOf: AsOf): Stand {
    const open: Moment[] = [];
    const deviations = wrongOfEach(done, (moment): readonly Deviation[] => {
      const { event } = moment;
      if (event.evidence.some((each) => each.document === document)) return NOTHING_WRONG;
      if (within === undefined) {
        // An earlier event may have brought it; a later one came too late.
        return brought.some(({ day }) => day <= event.day)
          ? NOTHING_WRONG
          : [deviation(constraint, 'EVIDENCE', step, { events: [event], lacking: [document] })];
      }
      const due = dueOf(
        {
          from: event,
          length: within(moment.frame),
          counting: { includesFirst: false, rolls: true },
          yellow: undefined,
          pauses: [],
        },
        asOf.calendar,
      );
      const found = { events: [event], lacking: [document], due };
      if (due.day === undefined)
        return [
          deviation(constraint, 'UNKNOWN_DATA', step, {
            verdict: 'undetermined',
            ...found,
            missing: dueWithin === undefined ? [] : missingIn(dueWithin, moment.frame),
          }),
        ];
      const { day } = due;
      if (brought.some((each) => each.day <= day)) return NOTHING_WRONG;
      if (asOf.closed || asOf.day > day)
        return [deviation(constraint, 'EVIDENCE', step, { ...found, card: 'red' })];
      open.push(moment);
      return NOTHING_WRONG;
    });
    const stand = standOf(done.length > 0, deviations, asOf);
    return open.length > 0 && deviations.length === 0
      ? { ...stand, verdict: 'temporarilyViolated' }
      : stand;
  }
}
