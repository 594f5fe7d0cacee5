import type {
  Activation,
  Calendar,
  CaseEvent,
  CaseVerdict,
  Constraint,
  Day,
  Deviation,
  Due,
} from '@qingdan/core';
import type { Frame } from '../compiled/frame.js';

/** An event of a case, and the case as it was then. */
export interface Moment {
  readonly event: CaseEvent;
  /** The place of the event in the order of its case, from 0. */
  readonly position: number;
  /** The case with all that was known after the event, under the law of the event's day. */
  readonly frame: Frame;
  /** One of its case for all of its organisation's events: for what no other of its facts, and no law, decides. */
  readonly home: Frame;
}

/** When, and after what, a constraint is asked how it stands. */
export interface AsOf {
  readonly day: Day;
  /** No more events come: what is owed is wanting for good. */
  readonly closed: boolean;
  /** Whether a step is owed however the case ended: once it ends, only what leads to its end is. */
  readonly owes: (step: string) => boolean;
  readonly calendar: Calendar;
  /** The last moment of the case; undefined of a case without events. */
  readonly last: Moment | undefined;
}

/** How a constraint stands, before it is told which constraint that is. */
export interface Stand {
  readonly verdict: CaseVerdict;
  readonly due?: Due | undefined;
  /** Of a time that still runs: nearly gone. */
  readonly card?: 'yellow' | undefined;
  readonly deviations: readonly Deviation[];
  readonly activations?: readonly Activation[] | undefined;
}

/**
 * Watches one constraint over the events of one case, in their order. It sees the events of the steps that it names, keeps
 * only what its answer needs, and may be asked between any two events: asking changes nothing.
 */
export interface Monitor {
  observe(moment: Moment): void;
  stand(asOf: AsOf): Stand;
}

/** What is made once for a constraint, and makes a monitor for each case. */
export interface MonitorKind {
  /** The steps whose events it sees; undefined: every event. */
  readonly steps: ReadonlySet<string> | undefined;
  /** Of other steps, it sees the events that documents come with. */
  readonly seesDocuments?: boolean;
  /** How it stands as long as it has seen no event: then none is started. Absent: that depends on when it is asked. */
  readonly unseen?: Stand;
  start(): Monitor;
}

/** Nothing has happened that a constraint speaks of. */
export const NOT_CALLED: Stand = { verdict: 'notApplicable', deviations: [] };

/** A deviation of which nothing is known but what its monitor says. */
export function deviation(
  constraint: Constraint,
  code: Deviation['code'],
  step: string,
  found: Partial<Omit<Deviation, 'constraint' | 'code' | 'step'>> = {},
): Deviation {
  return {
    code,
    constraint,
    step,
    verdict: found.verdict ?? 'violated',
    permanent: found.permanent ?? true,
    card: found.card,
    events: found.events ?? [],
    due: found.due,
    clause: found.clause,
    persons: found.persons ?? [],
    lacking: found.lacking ?? [],
    missing: found.missing ?? [],
    other: found.other,
    follows: found.follows,
  };
}
