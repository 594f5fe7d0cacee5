import type { Condition } from '../conditions/condition.js';
import type { Expression } from '../conditions/expression.js';
import type { AuthorityRow, Power } from '../policy/item.js';
import type { ParameterValue } from '../policy/law.js';
import type { RecordNode } from '../records/record.js';
import type { Span } from '../source/span.js';
import type { Text } from '../source/text.js';
import type { Truth } from '../values/kleene.js';
import type { Value } from '../values/value.js';

/** What a power asks beside conditions: shown as clauses of its own. */
export type PowerClause = { readonly span: Span } &
  /** Some power over this kind of record is exercised. */
  (
    | { readonly kind: 'exercised'; readonly powers: readonly Power[] }
    /** The body that acted is a holder. */
    | { readonly kind: 'holder'; readonly power: Power }
    /** The rows of authority that apply are satisfied. */
    | { readonly kind: 'authority'; readonly power: Power }
    | { readonly kind: 'row'; readonly power: Power; readonly row: AuthorityRow }
    /** Every place is filled, each by another person. */
    | { readonly kind: 'places'; readonly roles: readonly string[] }
    /** A yes in time, by a person in the role that day. */
    | { readonly kind: 'place'; readonly role: string }
    /** A meeting of one of the bodies passed the matter. */
    | { readonly kind: 'decision'; readonly power: Power; readonly bodies: readonly string[] }
  );

export type Clause = Condition | PowerClause;

/** What a clause said of one record, and why: made after the verdict, only for what is reported. */
export interface ClauseTrace {
  readonly clause: Clause;
  readonly result: Truth;
  readonly left?: OperandTrace | undefined;
  readonly right?: OperandTrace | undefined;
  /** The parts of a group; of a quantifier, what `where` said of the elements that decided it. */
  readonly children: readonly ClauseTrace[];
  /** Of a quantifier, `kin`, `path` or `outlier`: what was looked through. */
  readonly looked?: LookedAt | undefined;
  /** Where this clause is unknown: the facts that would have to be known. */
  readonly missing: readonly MissingFact[];
}

/** The fact rests on a name that was matched, on a relation that was inferred, or on a post no roster confirms. */
export type Doubt = 'by-name' | 'inferred-kin' | 'no-roster';

export interface OperandTrace {
  readonly expression: Expression;
  readonly value: Value;
  /** Of `{ parameter }`: the value that was in force, with its basis. */
  readonly parameter?:
    { readonly id: string; readonly inForce: ParameterValue | undefined } | undefined;
  readonly looked?: LookedAt | undefined;
}

/** Which elements a source gave. */
export interface LookedAt {
  /** Records that certainly count, the first few. */
  readonly certain: readonly RecordNode[];
  /** Records that may count, the first few: something about them is unknown. */
  readonly possible: readonly RecordNode[];
  readonly certainCount: number;
  readonly possibleCount: number;
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
