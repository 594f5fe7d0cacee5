import type { Calendar, Day, RecordNode, Value } from '@qingdan/core';

/** A way to find records by one of their values; `text` names it, so that an index is built once. */
export interface IndexKey {
  readonly text: string;
  readonly read: (record: RecordNode) => Value;
}

/** The other records that a rule may ask for. */
export interface Records {
  /**
   * The record that an id means to a record of an organisation: that organisation's own, else one without any, else the
   * only one there is. Undefined where there is none, and where several could be meant.
   */
  get(kind: string, id: string, organisation?: string): RecordNode | undefined;
  /** The records that have an id: one in each organisation at most. */
  called(kind: string, id: string): readonly RecordNode[];
  all(kind: string): Iterable<RecordNode>;
  /** The records whose value equals one, and those of which that can't be told. A hint: giving more is allowed. */
  having(kind: string, key: IndexKey, value: Value): Iterable<RecordNode>;
  /** Whether every record is known (see `Books.covers`). */
  isComplete(
    kind: string,
    organisation: string | undefined,
    first: Day | undefined,
    last: Day | undefined,
  ): boolean;
}

/** What an evaluation reads beside the record at hand. */
export interface World {
  readonly records: Records;
  /** The day that counts as today. */
  readonly clock: Day;
  readonly calendar: Calendar;
  /** Records that may be or not, as every source, link and reference then takes them. */
  readonly isUnsure?: (record: RecordNode) => boolean;
}
