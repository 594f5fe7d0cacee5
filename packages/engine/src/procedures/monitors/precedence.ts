import {
  type After,
  and,
  type CaseEvent,
  type Constraint,
  type Deviation,
  or,
  precedes,
  type ProcedureRule,
  type StepPart,
  type Truth,
} from '@qingdan/core';
import type { Context } from '../context.js';
import { deviation, type Moment, type MonitorKind, NOT_CALLED } from '../monitor.js';
import { isDone, isPart } from '../parts.js';
import { NOTHING_WRONG, standOf, wrongOfEach } from '../stands.js';

/** A step only after others. One that is not owed is waited for by nobody. */
export function precedence(
  constraint: Constraint,
  { step, after, redoOn }: Extract<ProcedureRule, { kind: 'precedence' }>,
  { isOwed, missingToOwe }: Context,
): MonitorKind {
  const awaited = partsIn(after);
  const steps = new Set([step, ...awaited.map((part) => part.step)]);
  if (redoOn !== undefined) steps.add(redoOn);
  return {
    steps,
    unseen: NOT_CALLED,
    start: () => {
      const reached: Moment[] = [];
      const before: CaseEvent[] = [];
      const redone: CaseEvent[] = [];
      return {
        observe: (moment) => {
          const { event } = moment;
          // What takes time must not begin before.
          if (isPart(event, { step, part: 'start' })) reached.push(moment);
          for (const part of awaited)
            if (isPart(event, part)) {
              before.push(event);
              break;
            }
          if (redoOn !== undefined && isDone(event, redoOn)) redone.push(event);
        },
        stand: (asOf) =>
          standOf(
            reached.length > 0,
            wrongOfEach(reached, (moment) => wrongAt(moment, before, redone)),
            asOf,
          ),
      };
    },
  };

  function wrongAt(
    moment: Moment,
    before: readonly CaseEvent[],
    redone: readonly CaseEvent[],
  ): readonly Deviation[] {
    const { event } = moment;
    const again =
      redone.length === 0
        ? undefined
        : redone.filter((redo) => isBefore(redo, event) === true).at(-1);
    const truthOf = (part: StepPart): Truth => {
      let truth: Truth = false;
      for (const other of before) {
        if (other === event || !isPart(other, part)) continue;
        const isSince = again === undefined ? true : isBefore(again, other);
        truth = or(truth, and(isBefore(other, event), isSince));
        if (truth === true) return true;
      }
      return or(truth, notOwed(part.step, moment));
    };
    const truth = truthOfAfter(after, truthOf);
    if (truth === true) return NOTHING_WRONG;
    const lacking = awaited.filter((part) => truthOf(part) !== true);
    const unproven = before.filter(
      (other) => other !== event && precedes(other, event) === undefined,
    );
    const events = again === undefined ? [event] : [again, event];
    const names = { lacking: lacking.map((part) => part.step) };
    if (truth === false) return [deviation(constraint, 'ORDER', step, { events, ...names })];
    return [
      unproven.length > 0
        ? deviation(constraint, 'ORDER_UNPROVEN', step, {
            verdict: 'undetermined',
            events: [...unproven, event],
            ...names,
          })
        : deviation(constraint, 'UNKNOWN_DATA', step, {
            verdict: 'undetermined',
            events,
            missing: lacking.flatMap((part) => missingToOwe(part.step, moment.frame)),
            ...names,
          }),
    ];
  }

  function notOwed(other: string, at: Moment): Truth {
    const owed = isOwed(other, at);
    return owed === undefined ? undefined : !owed;
  }
}

/** Whether one event came before another; undefined where their order can't be told. */
function isBefore(a: CaseEvent, b: CaseEvent): Truth {
  const order = precedes(a, b);
  return order === undefined ? undefined : order < 0;
}

function truthOfAfter(after: After, truthOf: (part: StepPart) => Truth): Truth {
  switch (after.kind) {
    case 'step':
      return truthOf(after);
    case 'all': {
      let truth: Truth = true;
      for (const part of after.of) {
        truth = and(truth, truthOfAfter(part, truthOf));
        if (truth === false) return false;
      }
      return truth;
    }
    case 'any': {
      let truth: Truth = false;
      for (const part of after.of) {
        truth = or(truth, truthOfAfter(part, truthOf));
        if (truth === true) return true;
      }
      return truth;
    }
  }
}

function partsIn(after: After): readonly StepPart[] {
  return after.kind === 'step' ? [after] : after.of.flatMap(partsIn);
}
