import {
  type CaseEvent,
  type Constraint,
  type Deviation,
  type ProcedureRule,
  wordsForDocument,
  wordsForDocuments,
} from '@qingdan/core';
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

/**
 * A document that must be there when a step is done, or in time after it, from whichever event it came. Where the step came
 * with one that no name of the procedure's documents fits, nobody can tell whether that is it.
 */
export function evidence(
  constraint: Constraint,
  { step, document, dueWithin }: Extract<ProcedureRule, { kind: 'evidence' }>,
  { procedure, scope, missingIn }: Context,
): MonitorKind {
  const words = wordsForDocument(procedure, step, document);
  const known = wordsForDocuments(procedure);
  const brings = ({ evidence }: CaseEvent): boolean =>
    evidence.some((each) => words.has(each.document));
  const verdictOn = ({ evidence }: CaseEvent): Deviation['verdict'] =>
    evidence.every((each) => known.has(each.document)) ? 'violated' : 'undetermined';
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
          if (brings(event)) brought.push(event);
        },
        stand: (asOf) => standing(done, brought, asOf),
      };
    },
  };

  function standing(done: readonly Moment[], brought: readonly CaseEvent[], asOf: AsOf): Stand {
    const open: Moment[] = [];
    const deviations = wrongOfEach(done, (moment): readonly Deviation[] => {
      const { event } = moment;
      if (brings(event)) return NOTHING_WRONG;
      const verdict = verdictOn(event);
      if (within === undefined) {
        // An earlier event may have brought it; a later one came too late.
        return brought.some(({ day }) => day <= event.day)
          ? NOTHING_WRONG
          : [
              deviation(constraint, 'EVIDENCE', step, {
                verdict,
                events: [event],
                lacking: [document],
              }),
            ];
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
        return [
          deviation(constraint, 'EVIDENCE', step, {
            ...found,
            verdict,
            card: verdict === 'violated' ? 'red' : undefined,
          }),
        ];
      open.push(moment);
      return NOTHING_WRONG;
    });
    const stand = standOf(done.length > 0, deviations, asOf);
    return open.length > 0 && deviations.length === 0
      ? { ...stand, verdict: 'temporarilyViolated' }
      : stand;
  }
}
