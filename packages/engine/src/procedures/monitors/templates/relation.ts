import {
  and,
  type Calendar,
  type CaseEvent,
  type Due,
  type Template,
  type Truth,
  type Value,
} from '@qingdan/core';
import type { Frame } from '../../../compiled/frame.js';
import type { Scope } from '../../../compiled/scope.js';
import { earliestAfter } from '../../counting.js';
import type { Moment } from '../../monitor.js';

/** What is kept of an event that another may be related to: the case as it was only where the correlation asks for it. */
export interface Kept {
  readonly event: CaseEvent;
  readonly frame: Frame | undefined;
}

/** The lengths of time that bound one activation, by the figures of its day. Without a bound there is nothing to read. */
export interface Lengths {
  readonly least: { readonly length: Value } | undefined;
  readonly most: { readonly length: Value } | undefined;
  readonly calendar: Calendar;
}

/** Whether two events belong together: by what is said of both, and by the time between them. */
export interface Relation {
  /** Any two events do. */
  readonly free: boolean;
  keep(moment: Moment): Kept;
  lengths(activation: Moment): Lengths;
  correlated(activation: Kept, target: Kept): Truth;
}

type Paired = Extract<Template, { readonly activation: unknown }>;

export function compileRelation({ correlation, time }: Paired, scope: Scope): Relation {
  const test = correlation && scope.test(correlation);
  const least = time?.least && scope.read(time.least);
  const most = time?.most && scope.read(time.most);
  return {
    free: test === undefined && least === undefined && most === undefined,
    keep: (moment) => ({ event: moment.event, frame: test && moment.frame }),
    lengths: ({ frame }) => ({
      least: least && { length: least(frame) },
      most: most && { length: most(frame) },
      calendar: frame.world.calendar,
    }),
    correlated: (activation, target) => {
      const { frame } = target;
      if (test === undefined) return true;
      if (frame === undefined || activation.frame === undefined) return undefined;
      frame.elements[0] = activation.frame.record;
      const truth = test(frame);
      frame.elements.length = 0;
      return truth;
    },
  };
}

/** The same events with their parts exchanged: what activates is the target of the other. */
export function mirrored(relation: Relation): Relation {
  return { ...relation, correlated: (own, other) => relation.correlated(other, own) };
}

/** Whether the time between two events is within the lengths, both ends included. */
export function isInTime(lengths: Lengths, from: CaseEvent, to: CaseEvent): Truth {
  const { least, most, calendar } = lengths;
  const early = least && earliestAfter(from, least.length, calendar).day;
  const late = most && earliestAfter(from, most.length, calendar).day;
  return and(
    least === undefined || (early === undefined ? undefined : to.day >= early),
    most === undefined || (late === undefined ? undefined : to.day <= late),
  );
}

/** By when a target has to have come after an event; undefined where there is no limit. */
export function dueAfter(from: CaseEvent, { most, calendar }: Lengths): Due | undefined {
  return most && earliestAfter(from, most.length, calendar);
}
