import type { Condition } from '../conditions/condition.js';
import type { Expression } from '../conditions/expression.js';
import type { Span } from '../source/span.js';
import type { Text } from '../source/text.js';
import type { Type } from '../types/type.js';
import type { Value } from '../values/value.js';
import type { Basis, Confidence, Subject } from './basis.js';
import type { Interval } from './interval.js';
import type { Dated } from './item.js';

export interface Instrument {
  readonly id: string;
  readonly title: Text;
  readonly number?: string;
  /** `CN` or a jurisdiction code: who made it. */
  readonly level: string;
  readonly effective: Interval;
  readonly replaces: readonly string[];
  /** How many articles it has, where known. */
  readonly articles?: number;
  readonly confidence: Confidence;
  /** Whose law it is; absent: every subject's. */
  readonly subjects?: readonly Subject[];
  readonly note?: Text;
  readonly span: Span;
}

export const TIGHTENINGS = ['higher', 'lower', 'subset', 'superset', 'none'] as const;
export type Tightening = (typeof TIGHTENINGS)[number];

export interface Parameter {
  readonly id: string;
  readonly label: Text;
  readonly type: Type;
  readonly tighten: Tightening;
  /** Resolved: ordered, without overlap. */
  readonly values: readonly ParameterValue[];
  readonly pack: string;
  readonly span: Span;
}

/** A value in force on the days of an interval; `unset` where the law leaves it to the locality. */
export interface ParameterValue {
  readonly interval: Interval;
  readonly value: Value;
  readonly unset: boolean;
  readonly basis: readonly Basis[];
  readonly pack: string;
  readonly span: Span;
}

/** A decision table, in one revision. */
export interface Table extends Dated {
  readonly label: Text;
  readonly inputs: ReadonlyMap<string, Type>;
  readonly outputs: ReadonlyMap<string, Type>;
  /** What inputs and outputs are called, of those that say. */
  readonly labels?: ReadonlyMap<string, Text>;
  readonly rows: readonly TableRow[];
  readonly basis: readonly Basis[];
}

export interface TableRow {
  /** Inputs that aren't named may be anything. */
  readonly when: ReadonlyMap<string, Cell>;
  readonly then: ReadonlyMap<string, Value>;
  readonly basis: readonly Basis[];
  readonly span: Span;
}

export type Cell =
  | { readonly kind: 'values'; readonly values: readonly Value[] }
  | {
      readonly kind: 'bounds';
      readonly below?: Value;
      readonly upTo?: Value;
      readonly from?: Value;
      readonly above?: Value;
    };

/** A derived fact of a record kind, in one revision. */
export interface Definition extends Dated {
  readonly record: string;
  readonly fact: string;
  readonly type: Type;
  readonly label: Text;
  readonly basis: readonly Basis[];
  readonly is:
    | { readonly kind: 'condition'; readonly condition: Condition }
    | { readonly kind: 'value'; readonly value: Expression };
}

/** A named condition, in one revision. */
export interface NamedCondition extends Dated {
  readonly record: string;
  readonly label?: Text;
  readonly is: Condition;
}

export interface Role {
  readonly id: string;
  readonly title: Text;
  readonly body?: string;
  readonly rank?: number;
  /** How many persons hold it at once in one organisation; absent: any number. */
  readonly seats?: number;
  /** In organisations of which it is a post; absent: those of its body. */
  readonly subjects?: readonly Subject[];
  readonly span: Span;
}

export interface Body {
  readonly id: string;
  readonly title: Text;
  /** The organisations that have it; absent: all. */
  readonly subjects?: readonly Subject[];
  readonly span: Span;
}

/** What `kin` reads: the register, what each relation is called, and named sets of relations. */
export interface Relations {
  readonly record: string;
  readonly relations: ReadonlyMap<string, { readonly label: Text; readonly inverse?: string }>;
  readonly sets: ReadonlyMap<
    string,
    { readonly label: Text; readonly includes: readonly string[] }
  >;
  readonly span: Span;
}
