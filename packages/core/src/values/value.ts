import type { RecordNode, Struct } from '../records/record.js';
import type { Duration } from './duration.js';
import type { Exact } from './exact.js';
import type { Range } from './range.js';

/** Known to have no value: `none: [approver]`, or a lookup without a match over complete books. */
export const NONE: unique symbol = Symbol('none');
export type None = typeof NONE;

/** Half-open [from, until); either end may be unknown, and `until` may be none: without end. */
export class Period {
  constructor(
    readonly from: Value,
    readonly until: Value,
  ) {}
}

/**
 * What a fact can be. `undefined` is unknown.
 *
 * money is a whole number of fen; date is a `Day`; instant is whole milliseconds since 1970-01-01T00:00Z; text, enum,
 * role, body, person, organisation and ref are strings (NFC); lists and sets are arrays.
 */
export type Value =
  | undefined
  | None
  | boolean
  | string
  | Exact
  | Range
  | Duration
  | Period
  | Struct
  | RecordNode
  | readonly Value[];
