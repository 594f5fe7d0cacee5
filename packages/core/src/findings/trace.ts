import type { Condition } from '../conditions/condition.js';
import type { Expression } from '../conditions/expression.js';
import type { ParameterValue } from '../policy/law.js';
import type { Text } from '../source/text.js';
import type { Truth } from '../values/kleene.js';
import type { Value } from '../values/value.js';

/** What a clause said of one record, and why: made after the verdict, only for what is reported. */
export interface ClauseTrace {
  readonly condition: Condition;
  readonly result: Truth;
  readonly left?: OperandTrace;
  readonly right?: OperandTrace;
  /** Of groups and of the elements that decided a quantifier. */
  readonly children: readonly ClauseTrace[];
  /** Of a quantifier, `kin`, `path` or `outlier`: what was looked through. */
  readonly looked?: LookedAt;
}

export interface OperandTrace {
  readonly expression: Expression;
  readonly value: Value;
  /** Of `{ parameter }`: the value that was in force, with its basis. */
  readonly parameter?: { readonly id: string; readonly inForce: ParameterValue | undefined };
  readonly looked?: LookedAt;
}

/** Which elements a source gave. */
export interface LookedAt {
  /** `kind:id` of the records, or the positions in a list, that certainly count. */
  readonly certain: readonly string[];
  /** Those that may count: something about them is unknown. */
  readonly possible: readonly string[];
  /** More may exist: the books aren't complete. */
  readonly open: boolean;
}

/** A fact that would have to be known, and who would know it. */
export interface MissingFact {
  readonly fact: string;
  /** `record`: this record should carry it. `run`: a register, complete books or a parameter is wanting. */
  readonly scope: 'record' | 'run';
  readonly label: Text;
  /** What is wanting, for `run`: `register kinship`, `books meeting`, `parameter spending.tier-1`, `calendar`. */
  readonly needs?: string;
  /** The role that keeps it. */
  readonly holder?: string;
}
