import type { Calendar, CaseResult, Day, RecordNode, Value } from '@qingdan/core';

/** A way to find records by their values; `text` names it, so that an index is built once. */
export interface IndexKey {
  readonly text: string;
  /** Each organisation's records apart. */
  readonly home: boolean;
  /**
   * The values by which a record is found: one row, or one for each element of a list in it. Undefined where there is no
   * telling how many.
   */
  readonly rows: (record: RecordNode) => readonly (readonly Value[])[] | undefined;
}

/** What an index can tell apart; anything else may equal a range. */
export type Plain = string | number | boolean;

export function isPlain(value: Value): value is Plain {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

/** A key by one value of a record itself. */
export function keyOfValue(text: string, read: (record: RecordNode) => Value): IndexKey {
  return { text, home: false, rows: (record) => [[read(record)]] };
}

/** Each organisation's records. */
export const BY_HOME: IndexKey = { text: '', home: true, rows: () => ONE_ROW };

const ONE_ROW = [[]];

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
  /**
   * The records with a row of values equal to those wanted, and those of which that can't be told. A hint: giving more
   * is allowed. `organisation` counts where the key sets organisations apart.
   */
  having(
    kind: string,
    key: IndexKey,
    wanted: readonly Plain[],
    organisation?: string,
  ): Iterable<RecordNode>;
  /** Whether every record is known (see `Books.covers`). */
  isComplete(
    kind: string,
    organisation: string | undefined,
    first: Day | undefined,
    last: Day | undefined,
  ): boolean;
}

/** Derived facts of records beside the one at hand, under their own law: the same each time. */
type Memo = WeakMap<RecordNode, Map<object, Value>>;

/** The cases of a run, as far as their logs were given. */
export interface Cases {
  /**
   * How the case of a procedure stands that an id means to an organisation: its own, else one without any, else the only
   * one there is. Undefined where there is none, or several could be meant, or its own check asks for it.
   */
  find(procedure: string, id: string, organisation: string | undefined): CaseResult | undefined;
}

/** What an evaluation reads beside the record at hand. */
export interface World {
  readonly records: Records;
  /** The day that counts as today. */
  readonly clock: Day;
  readonly calendar: Calendar;
  /** What was found out about records, kept where the records never change. */
  readonly memo?: Memo | undefined;
  readonly cases?: Cases | undefined;
  /** Records that may be or not, as every source, link and reference then takes them. */
  readonly isUnsure?: ((record: RecordNode) => boolean) | undefined;
}
