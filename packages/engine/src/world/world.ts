import type { Calendar, Day, RecordNode, Value } from '@qingdan/core';

/** A way to find records by one of their values; `text` names it, so that an index is built once. */
export interface IndexKey {
  readonly text: string;
  readonly read: (record: RecordNode) => Value;
}

/** The other records that a rule may ask for. */
export interface Records {
  get(kind: string, id: string): RecordNode | undefined;
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
