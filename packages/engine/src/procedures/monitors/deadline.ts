import type {
  CaseEvent,
  CaseVerdict,
  Constraint,
  Day,
  Deviation,
  Due,
  MissingFact,
  ProcedureRule,
  Value,
} from '@qingdan/core';
import type { Context } from '../context.js';
import { dueOf, endOfPeriod, type Pause } from '../counting.js';
import {
  type AsOf,
  deviation,
  type Moment,
  type MonitorKind,
  NOT_CALLED,
  type Stand,
} from '../monitor.js';
import { isDone, isPart } from '../parts.js';

type Rule = Extract<ProcedureRule, { kind: 'deadline' }>;

/**
 * A step in time after another one. What it was owed for is the earlier step as often as it was done; the first of the
 * later step after that answers for all that are open. Overdue is what the clock says, and stays so when done late. Where
 * the later step isn't owed, no time runs for it.
 */
export function deadline(
  constraint: Constraint,
  rule: Rule,
  { scope, isOwed, missingIn, missingToOwe }: Context,
): MonitorKind {
  const { from, to, within, yellow, pausedBy } = rule;
  const length = within.kind === 'length' ? scope.read(within.length) : undefined;
  const plus =
    within.kind === 'end' && within.plus !== undefined ? scope.read(within.plus) : undefined;
  const written = within.kind === 'length' ? within.length : within.plus;
  const readYellow = yellow === undefined ? undefined : scope.read(yellow);
  return {
    steps: new Set([from.step, to.step, ...(pausedBy === undefined ? [] : [pausedBy])]),
    unseen: NOT_CALLED,
    start: () => {
      const owed: { readonly since: Moment; done: Moment | undefined }[] = [];
      const pauses: { readonly from: Day; until: Day | undefined }[] = [];
      return {
        observe: (moment) => {
          const { event } = moment;
          observePause(event, pauses);
          if (isPart(event, to)) for (const each of owed) each.done ??= moment;
          if (isPart(event, from)) owed.push({ since: moment, done: undefined });
        },
        stand: (asOf) =>
          standing(owed.flatMap(({ since, done }) => judge(since, done, pauses, asOf) ?? [])),
      };
    },
  };

  function observePause(event: CaseEvent, pauses: { from: Day; until: Day | undefined }[]): void {
    const open = pauses.at(-1);
    const isOwn = event.step === from.step || event.step === to.step;
    const begins =
      (isOwn && event.kind === 'suspend') || (event.step === pausedBy && event.kind === 'start');
    const ends =
      (isOwn && event.kind === 'resume') || (event.step === pausedBy && isDone(event, pausedBy));
    if (begins && (open === undefined || open.until !== undefined))
      pauses.push({ from: event.day, until: undefined });
    else if (ends && open !== undefined) open.until ??= event.day;
  }

  function judge(
    since: Moment,
    then: Moment | undefined,
    pauses: readonly Pause[],
    { day: today, closed, owes, calendar, last }: AsOf,
  ): Single | undefined {
    const { event } = since;
    const done = then?.event;
    const at = then ?? last ?? since;
    const isWanted = isOwed(to.step, at);
    if (isWanted === false) return undefined;
    const due = length === undefined ? endDue() : lengthDue(length(since.frame));
    const late = (end: Day | undefined): Deviation =>
      deviation(constraint, 'LATE', to.step, {
        card: 'red',
        events: end === undefined || done === undefined ? [event] : [event, done],
        due,
      });
    // The case ended another way.
    if (done === undefined && closed && !owes(to.step))
      return { verdict: 'permanentlySatisfied', due, deviations: [] };
    if (due.day === undefined) {
      const isPaused = pauses.some(({ until }) => until === undefined);
      if (isPaused && !closed) return { verdict: 'temporarilySatisfied', due, deviations: [] };
      return unknown(written === undefined ? [] : missingIn(written, since.frame));
    }
    if (done !== undefined && done.day <= due.day)
      return { verdict: 'permanentlySatisfied', due, deviations: [] };
    // Whether it was owed at all isn't known.
    if (isWanted === undefined && (closed || done !== undefined || today > due.day))
      return unknown(missingToOwe(to.step, at.frame));
    if (done !== undefined)
      return { verdict: 'permanentlyViolated', due, deviations: [late(done.day)] };
    if (today > due.day)
      return { verdict: 'permanentlyViolated', due, deviations: [late(undefined)] };
    if (closed)
      return {
        verdict: 'permanentlyViolated',
        due,
        deviations: [
          deviation(constraint, 'LATE', to.step, { events: [event], due, follows: to.step }),
        ],
      };
    const isYellow = due.yellowFrom !== undefined && today >= due.yellowFrom;
    return {
      verdict: 'temporarilyViolated',
      due,
      deviations: [],
      card: isYellow ? 'yellow' : undefined,
    };

    function unknown(missing: readonly MissingFact[]): Single {
      return {
        verdict: 'undetermined',
        due,
        deviations: [
          deviation(constraint, 'UNKNOWN_DATA', to.step, {
            verdict: 'undetermined',
            events: [event],
            due,
            missing,
          }),
        ],
      };
    }

    function lengthDue(value: Value): Due {
      return dueOf(
        {
          from: event,
          length: value,
          counting: rule.counting,
          yellow: readYellow?.(since.frame),
          pauses,
        },
        calendar,
      );
    }

    function endDue(): Due {
      return endOfPeriod(
        {
          from: event,
          length: plus?.(since.frame),
          counting: rule.counting,
          yellow: readYellow?.(since.frame),
        },
        within.kind === 'end' ? within.of : 'month',
        plus !== undefined,
        calendar,
      );
    }
  }
}

interface Single extends Stand {
  readonly verdict: CaseVerdict;
}

/** Worst first: a constraint stands as the worst of the times that it was owed. */
const WORST: readonly CaseVerdict[] = [
  'permanentlyViolated',
  'temporarilyViolated',
  'undetermined',
  'temporarilySatisfied',
  'permanentlySatisfied',
];

function standing(singles: readonly Single[]): Stand {
  const [only] = singles;
  if (only === undefined) return NOT_CALLED;
  if (singles.length === 1) return only;
  const worst = WORST.find((verdict) => singles.some((single) => single.verdict === verdict));
  if (worst === undefined) return NOT_CALLED;
  const open = singles.filter((single) => single.verdict === worst);
  const first = open.reduce((a, b) =>
    (b.due?.day ?? Infinity) < (a.due?.day ?? Infinity) ? b : a,
  );
  return {
    verdict: worst,
    due: first.due,
    card: open.some(({ card }) => card === 'yellow') ? 'yellow' : undefined,
    deviations: singles.flatMap(({ deviations }) => deviations),
  };
}
