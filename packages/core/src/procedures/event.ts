import type { RecordNode } from '../records/record.js';
import type { Day } from '../values/date.js';

export const EVENT_KINDS = ['instant', 'start', 'complete', 'suspend', 'resume', 'void'] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** Someone who took part in a step. An id or name that isn't known is undefined, never an empty text. */
export interface Participant {
  readonly person: string | undefined;
  /** The id of a Role, as recorded. */
  readonly role: string | undefined;
  readonly present: boolean | undefined;
  readonly recused: boolean | undefined;
  /** Found by name: what rests on it is a question to verify. */
  readonly byName?: boolean | undefined;
}

export const TALLY_UNITS = ['adults', 'households', 'members', 'deputies', 'voters'] as const;
export type TallyUnit = (typeof TALLY_UNITS)[number];

/** A vote, counted in one unit. What was not recorded is unknown. */
export interface Tally {
  readonly unit: TallyUnit;
  readonly eligible: number | undefined;
  readonly present: number | undefined;
  readonly yes: number | undefined;
  readonly no: number | undefined;
}

/** A document that belongs to a step. */
export interface Evidence {
  /** The kind of document: an id of the procedure's evidence. */
  readonly document: string;
  readonly reference: string | undefined;
  readonly on: Day | undefined;
}

/** One line of the log of a case. */
export interface CaseEvent {
  /** Given, or made from the place of the line; names the event within its case. */
  readonly id: string;
  /** The id of a step of the procedure. */
  readonly step: string;
  /** Which run of the step, where it is done more than once. */
  readonly iteration: number | undefined;
  readonly kind: EventKind;
  /** The day at +08:00. */
  readonly day: Day;
  /** Milliseconds since 1970-01-01T00:00Z; undefined where only the day is known. */
  readonly instant: number | undefined;
  /** What the log says of the order of events of one day. */
  readonly seq: number | undefined;
  /** When it was written down, in milliseconds. */
  readonly recordedAt: number | undefined;
  readonly by: Participant | undefined;
  readonly participants: readonly Participant[];
  readonly evidence: readonly Evidence[];
  readonly tallies: readonly Tally[];
  /** Of a `void`: the event that it takes back. */
  readonly voids: string | undefined;
  /** The id of the case that did the step, where another procedure does it. */
  readonly via?: string | undefined;
  /** An end without a beginning in the log, as most systems write: it stands for both. The engine tells. */
  readonly isWhole?: boolean | undefined;
  /** What it says of the case: values of the fields of the procedure's case, by their names. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly place: EventPlace | undefined;
}

/** Where an event was read. */
export interface EventPlace {
  readonly file: string;
  readonly line: number | undefined;
}

/** The log of one run of a procedure. */
export interface CaseLog {
  readonly id: string;
  /** The id of a Procedure; undefined where the log doesn't say and the command does. */
  readonly procedure: string | undefined;
  readonly organisation: string | undefined;
  /** As the log gives them; `orderEvents` puts them in their order. */
  readonly events: readonly CaseEvent[];
  /** No more will happen: what is owed now is wanting for good. */
  readonly closed: boolean;
  /** What the log says of the case as a whole, by the names of its fields; what an event says goes before it. */
  readonly data?: Readonly<Record<string, unknown>> | undefined;
  /** How many events of it could not be read: where there are any, nothing follows from what it lacks. */
  readonly lost?: number;
  /** The record that the case is about, where one names it. */
  readonly record: RecordNode | undefined;
}
