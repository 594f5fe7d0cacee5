import type { Condition } from '../conditions/condition.js';
import type { Expression } from '../conditions/expression.js';
import type { Basis } from '../policy/basis.js';
import type { Gravity, ItemBase, Nature, RiskLevel } from '../policy/item.js';
import type { Span } from '../source/span.js';
import type { Text } from '../source/text.js';
import type { TallyUnit } from './event.js';
import type { Template } from './template.js';

/** What may be wrong with a case. */
export const DEVIATION_CODES = [
  'MISSING',
  'ORDER',
  'ROLE',
  'SOD',
  'LATE',
  'EARLY',
  'PUBLICITY_SHORT',
  'PUBLICITY_BROKEN',
  'QUORUM',
  'EVIDENCE',
  'FORBIDDEN',
  'LIMIT',
  'DUPLICATE',
  'UNKNOWN_DATA',
  'ORDER_UNPROVEN',
  'BACKFILL',
] as const;
export type DeviationCode = (typeof DEVIATION_CODES)[number];

/** The order, time, people and papers of a course of steps. What its steps ask is lowered to constraints. */
export interface Procedure extends ItemBase {
  readonly kind: 'Procedure';
  /** The record kind of its cases: what conditions and lengths of time are about. Its fields are the data of events. */
  readonly record: string;
  /** The procedure whose place it takes for its own subjects: where others rest on that one, they rest on this. */
  readonly inPlaceOf?: string;
  readonly steps: readonly Step[];
  readonly constraints: readonly Constraint[];
}

/** The field of a case that says on which day it was opened: that of its first event. */
export const OPENED_ON = 'openedOn';

/** How a step may close a case. */
export const ENDINGS = ['approved', 'refused', 'withdrawn'] as const;
export type Ending = (typeof ENDINGS)[number];

export interface Step {
  readonly id: string;
  readonly title: Text;
  /** Who does it: the lane in which it is drawn. Empty: anybody. */
  readonly roles: readonly string[];
  /** May be left out of a case. */
  readonly optional: boolean;
  /** False of the case: not owed, and no step waits for it. */
  readonly when: Condition | undefined;
  /** The step that fixes the data that `when` reads; absent: whatever is known so far decides. */
  readonly decidedBy?: string;
  /** How it closes the case; nothing later is owed. */
  readonly ends: Ending | undefined;
  /** The procedure whose case does it. */
  readonly via: string | undefined;
  readonly evidence: readonly { readonly document: string; readonly label: Text }[];
  readonly risk: StepRisk | undefined;
  /** Of its own; where there is none, or on days on which none of it holds, it rests on that of the procedure. */
  readonly basis: readonly Basis[];
  readonly span: Span;
}

export interface StepRisk {
  readonly point: Text;
  readonly level: RiskLevel;
  readonly prevention: Text;
}

/** One thing that every case has to keep to, as the author wrote it at `span`. */
export interface Constraint {
  /** Unique within the procedure: `<step>.<key>`, or the id that the author gave. */
  readonly id: string;
  readonly rule: ProcedureRule;
  readonly severity: Gravity;
  readonly nature: Nature;
  readonly basis: readonly Basis[];
  readonly remedy: Text | undefined;
  readonly span: Span;
}

/** A step, or the beginning or end of one that lasts. */
export interface StepPart {
  readonly step: string;
  readonly part: 'start' | 'end';
}

/** What must have been done before. */
export type After =
  | ({ readonly kind: 'step' } & StepPart)
  | { readonly kind: 'all' | 'any'; readonly of: readonly After[] };

export type Within =
  | { readonly kind: 'length'; readonly length: Expression }
  | {
      readonly kind: 'end';
      readonly of: 'month' | 'quarter' | 'year';
      readonly plus: Expression | undefined;
    };

/** How a day on which a time ends is found. */
export interface Counting {
  /** Whether the day from which it counts is the first of it. Civil law leaves it out. */
  readonly includesFirst: boolean;
  /** Whether a last day that is a rest day moves to the next working day. */
  readonly rolls: boolean;
}

export type ProcedureRule =
  /** A step as often as it must and may be done. MISSING, DUPLICATE */
  | {
      readonly kind: 'existence';
      readonly step: string;
      readonly least: number;
      readonly most: number | undefined;
    }
  /** A step only after others; all of them again after `redoOn`. ORDER */
  | {
      readonly kind: 'precedence';
      readonly step: string;
      readonly after: After;
      readonly redoOn: string | undefined;
    }
  /** A step only where a condition holds. FORBIDDEN */
  | {
      readonly kind: 'guard';
      readonly step: string;
      readonly when: Condition;
      readonly decidedBy: string | undefined;
    }
  /** A step in time after another one. LATE */
  | {
      readonly kind: 'deadline';
      readonly from: StepPart;
      readonly to: StepPart;
      readonly within: Within;
      readonly counting: Counting;
      /** The share of the time after which it is yellow. */
      readonly yellow: Expression | undefined;
      /** Steps between whose beginning and end no time runs. */
      readonly pausedBy: string | undefined;
    }
  /** A step not before so much time after another one. EARLY */
  | {
      readonly kind: 'gap';
      readonly from: StepPart;
      readonly to: StepPart;
      readonly least: Expression;
    }
  /** A step that lasts long enough, unbroken. PUBLICITY_SHORT, PUBLICITY_BROKEN */
  | {
      readonly kind: 'publicity';
      readonly step: string;
      readonly least: Expression;
      readonly interruptedBy: string | undefined;
    }
  /** A step again and again. LATE */
  | {
      readonly kind: 'recurrence';
      readonly step: string;
      readonly every: Expression;
      readonly until: string | undefined;
    }
  /** Who does a step: so many persons in one of the roles. ROLE */
  | {
      readonly kind: 'role';
      readonly step: string;
      readonly roles: readonly string[];
      /** How many persons: a figure, or what a value says of the day on which it is done. */
      readonly count: number | Expression;
      readonly not: readonly string[];
    }
  /** Who may not do it, by what else they did. SOD */
  | {
      readonly kind: 'apart';
      readonly step: string;
      readonly relation: 'different' | 'same' | 'unrelated';
      readonly steps: readonly string[];
    }
  /** Enough of those who may decide. QUORUM */
  | {
      readonly kind: 'quorum';
      readonly step: string;
      readonly present: readonly { readonly unit: TallyUnit; readonly share: Share }[];
      /** Without a unit: in that in which enough were present. */
      readonly yes:
        | {
            readonly unit: TallyUnit | undefined;
            readonly of: 'present' | 'eligible';
            readonly share: Share;
          }
        | undefined;
      /** Whether those who withdrew count among the eligible and present; absent: they do. */
      readonly recused?: 'in' | 'out';
    }
  /** A document attached, in time. EVIDENCE */
  | {
      readonly kind: 'evidence';
      readonly step: string;
      readonly document: string;
      readonly dueWithin: Expression | undefined;
    }
  /** A step done by a case of another procedure, which was approved before and without violation. ORDER, FORBIDDEN */
  | { readonly kind: 'via'; readonly step: string; readonly procedure: string }
  /** A condition that every event of a step keeps. LIMIT */
  | { readonly kind: 'limit'; readonly step: string | undefined; readonly condition: Condition }
  /** Every event written down in time after it happened. BACKFILL */
  | { readonly kind: 'backfill'; readonly within: Expression }
  | { readonly kind: 'template'; readonly template: Template };

/** A share of a body: more than, or at least. */
export interface Share {
  readonly above: boolean;
  readonly share: Expression;
}
