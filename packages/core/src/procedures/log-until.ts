import type { Day } from '../values/date.js';
import type { CaseEvent, CaseLog } from './event.js';

/** A log as far as it goes on a day. */
export interface LogUntil {
  readonly log: CaseLog;
  /** The events after that day, in the order of the log. */
  readonly later: readonly CaseEvent[];
}

/**
 * A log as it was on a day: what lies after it hasn't happened yet, the closing of the case neither. Nothing is made where all of it
 * had.
 */
export function logUntil(log: CaseLog, day: Day): LogUntil {
  const { events } = log;
  if (!events.some((event) => event.day > day)) return { log, later: NONE_LATER };
  return {
    log: { ...log, events: events.filter((event) => event.day <= day), closed: false },
    later: events.filter((event) => event.day > day),
  };
}

const NONE_LATER: readonly CaseEvent[] = [];
