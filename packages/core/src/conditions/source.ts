import type { Span } from '../source/span.js';
import type { CalendarUnit } from '../values/date.js';
import type { Condition } from './condition.js';
import type { Expression } from './expression.js';
import type { Path, PathStep } from './path.js';

/** The one form behind every quantifier, aggregate and lookup: which elements are looked at. */
export interface RecordSource {
  readonly in:
    | { readonly kind: 'records'; readonly record: string }
    | { readonly kind: 'list'; readonly list: Path }
    /** A list inside other records; the record that holds it has an alias of its own. */
    | {
        readonly kind: 'each';
        readonly record: string;
        readonly list: readonly PathStep[];
        readonly recordAlias: Alias;
      };
  readonly alias: Alias;
  /** The element has the same values as the record at hand. `element` is rooted at the alias. */
  readonly match: readonly { readonly element: Path; readonly own: Path }[];
  readonly where?: Condition;
  readonly within?: Window;
  /** The record at hand is left out. */
  readonly others: boolean;
  /** Records of every organisation, not only of the one at hand. */
  readonly across: boolean;
  readonly span: Span;
}

export interface Alias {
  readonly name: string;
  readonly slot: number;
}

/** When the element's governing date must lie. Both ends are included. */
export type Window =
  | {
      readonly kind: 'length';
      readonly direction: 'before' | 'after' | 'around';
      readonly length: Expression;
      readonly anchor: Expression;
    }
  | {
      readonly kind: 'same';
      readonly unit: CalendarUnit;
      readonly anchor: Expression;
      readonly until?: Expression;
    }
  | { readonly kind: 'overlaps'; readonly period: Expression };
