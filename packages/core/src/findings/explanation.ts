import type { Basis } from '../policy/basis.js';
import type { Gravity, Item, Nature } from '../policy/item.js';
import type { ParameterValue } from '../policy/law.js';
import type { Text } from '../source/text.js';
import type { Day } from '../values/date.js';
import type { Value } from '../values/value.js';
import type { ClauseTrace, Doubt, MissingFact } from './trace.js';
import type { Verdict } from './verdict.js';

/** Everything there is to say about one verdict; `report` makes sentences of it. */
export interface Explanation {
  readonly list: 'power' | 'responsibility' | 'negative';
  readonly item: string;
  readonly code?: 'NO_POWER' | 'HOLDER' | 'AUTHORITY' | undefined;
  readonly verdict: Verdict;
  /** The revision in force; undefined for NO_POWER, and where none is or it can't be told which. */
  readonly revision: Item | undefined;
  readonly title: Text;
  /** The day whose law was applied; undefined where the governing date isn't known. */
  readonly law: Day | undefined;
  readonly nature: Nature;
  readonly severity: Gravity;
  readonly remedy: Text | undefined;
  /** Citations in force on the day. */
  readonly basis: readonly Basis[];
  readonly applies: ClauseTrace | undefined;
  /** Of a prohibition: what violates it. Of a power or duty: what would satisfy it. */
  readonly claim: ClauseTrace | undefined;
  readonly missing: readonly MissingFact[];
  readonly doubts: readonly Doubt[];
  readonly parameters: readonly { readonly id: string; readonly inForce: ParameterValue }[];
  /** Roles that answer for it, with the duty that says so. */
  readonly accountable: readonly { readonly role: string; readonly duty?: Text }[];
  /** Each is a smallest set of changes after which the record complies; empty where only a person can act. */
  readonly wouldComply: readonly (readonly Change[])[];
  readonly due?: Value;
  /** Findings about the same thing that this one stands for. */
  readonly related: readonly string[];
}

/** A fact of the record, changed. */
export interface Change {
  readonly fact: string;
  readonly label: Text;
  readonly from: Value;
  readonly to: Value;
  /** Any value the operator allows does; `to` is one of them. */
  readonly operator:
    | 'equal'
    | 'notEqual'
    | 'lessThan'
    | 'lessThanInclusive'
    | 'greaterThan'
    | 'greaterThanInclusive'
    | 'in'
    | 'notIn'
    | 'contains'
    | 'doesNotContain'
    | 'present'
    | 'absent';
}
