import type { Basis } from '../policy/basis.js';
import type { Gravity, Nature } from '../policy/item.js';
import type { Span } from '../source/span.js';
import type { Text } from '../source/text.js';
import type { Expression } from './expression.js';
import type { Operator } from './operator.js';
import type { Path } from './path.js';
import type { RecordSource } from './source.js';

/** What any clause may carry. */
export interface ClauseMarks {
  readonly span: Span;
  readonly id?: string;
  readonly says?: Text;
  /** On a branch of the root `any` of a prohibition. */
  readonly branch?: Branch;
}

export interface Branch {
  readonly nature?: Nature;
  readonly severity?: Gravity;
  readonly basis?: readonly Basis[];
  readonly remedy?: Text;
}

export type Quantifier = 'some' | 'every' | 'none' | 'exists';

/** A bound condition, in the shape its author gave it. */
export type Condition = ClauseMarks &
  (
    | { readonly kind: 'all' | 'any'; readonly of: readonly Condition[] }
    | { readonly kind: 'not'; readonly of: Condition }
    /** A named condition of the record at hand; its revision is chosen by the law in force. */
    | { readonly kind: 'named'; readonly name: string }
    | {
        readonly kind: 'compare';
        readonly operator: Operator;
        readonly left: Expression;
        readonly right?: Expression;
      }
    | {
        readonly kind: 'quantified';
        readonly quantifier: Quantifier;
        readonly source: RecordSource;
      }
    | {
        readonly kind: 'kin';
        readonly of: Expression;
        readonly with: Expression;
        readonly relations: string;
      }
    | {
        readonly kind: 'path';
        readonly from: Expression;
        readonly to: Expression;
        readonly through: readonly Link[];
        readonly max: number;
      }
    /** (n·x − Σx)² > k²·(n·Σx² − (Σx)²) */
    | {
        readonly kind: 'outlier';
        readonly value: Expression;
        readonly of: Path;
        readonly source: RecordSource;
        readonly above: Expression;
      }
  );

/** One link of a path: a record that leads from one place to another, or a relation between persons. */
export type Link =
  | {
      readonly kind: 'record';
      readonly source: RecordSource;
      readonly from: Path;
      readonly to: Path;
    }
  | { readonly kind: 'kin'; readonly relations: string };

export type ConditionKind = Condition['kind'];
