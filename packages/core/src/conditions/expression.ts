import type { Span } from '../source/span.js';
import type { Type } from '../types/type.js';
import type { CalendarUnit } from '../values/date.js';
import type { Arithmetic, Elapsed } from '../values/functions.js';
import type { Value } from '../values/value.js';
import type { Path } from './path.js';
import type { RecordSource } from './source.js';

export type Aggregate = 'count' | 'countDistinct' | 'sum' | 'min' | 'max' | 'collect';

/** A bound value form. */
export type Expression = { readonly span: Span; readonly type: Type } & (
  | { readonly kind: 'literal'; readonly value: Value }
  | { readonly kind: 'fact'; readonly path: Path }
  | { readonly kind: 'parameter'; readonly id: string }
  | {
      readonly kind: 'table';
      readonly id: string;
      readonly inputs: ReadonlyMap<string, Expression>;
      readonly output: string;
    }
  /** `of` is rooted at the source's alias; absent for `count`. */
  | {
      readonly kind: 'aggregate';
      readonly name: Aggregate;
      readonly source: RecordSource;
      readonly of?: Path;
    }
  | {
      readonly kind: 'lookup';
      readonly source: RecordSource;
      readonly of: Path;
      readonly pick?: { readonly which: 'latest' | 'earliest'; readonly by: Path };
    }
  | {
      readonly kind: 'arithmetic';
      readonly name: Arithmetic;
      readonly left: Expression;
      readonly right: Expression;
    }
  | {
      readonly kind: 'elapsed';
      readonly name: Elapsed;
      readonly from: Expression;
      readonly to: Expression;
    }
  | {
      readonly kind: 'shift';
      readonly date: Expression;
      readonly by: Expression;
      readonly backwards: boolean;
    }
  | { readonly kind: 'part'; readonly of: Expression; readonly unit: CalendarUnit }
  | { readonly kind: 'without'; readonly list: Expression; readonly removed: Expression }
);

export type ExpressionKind = Expression['kind'];
