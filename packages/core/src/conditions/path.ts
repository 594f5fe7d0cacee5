import type { Span } from '../source/span.js';
import type { Type } from '../types/type.js';

/** Where a path begins. Aliases are numbered by depth: the outermost `as` in scope is slot 0. */
export type PathRoot =
  | { readonly kind: 'record' }
  | { readonly kind: 'alias'; readonly name: string; readonly slot: number }
  /** `run.date`: the clock. */
  | { readonly kind: 'run' }
  /** `duty.due`: the due date, in a responsibility's `fulfilledWhen`. */
  | { readonly kind: 'due' }
  /** `event.date`: the day of the event at which a condition of a procedure is judged. */
  | { readonly kind: 'event' };

export type PathStep =
  | { readonly kind: 'field'; readonly name: string; readonly slot: number }
  /** From the id of a record to the record: asks the source. */
  | { readonly kind: 'follow'; readonly to: string }
  /** The id of a record, or of what a ref names. */
  | { readonly kind: 'id' }
  /** The id of the record's organisation. */
  | { readonly kind: 'organisation' }
  | { readonly kind: 'periodEnd'; readonly end: 'from' | 'until' }
  /** A derived fact of a record, computed under that record's own law. */
  | { readonly kind: 'definition'; readonly id: string };

/** The bound way from the record at hand, or from an element, to a value. */
export interface Path {
  readonly root: PathRoot;
  readonly steps: readonly PathStep[];
  readonly type: Type;
  /** As the author wrote it. */
  readonly text: string;
  readonly span: Span;
}
