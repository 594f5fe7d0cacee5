import type { Condition } from '../conditions/condition.js';
import type { Expression } from '../conditions/expression.js';
import type { Span } from '../source/span.js';
import type { Text } from '../source/text.js';
import type { Basis, Subject } from './basis.js';
import type { Interval } from './interval.js';

export const GRAVITIES = ['critical', 'serious', 'minor', 'notice'] as const;
export type Gravity = (typeof GRAVITIES)[number];

export const NATURES = ['violation', 'suspicion'] as const;
export type Nature = (typeof NATURES)[number];

/** What every revision of every dated document has. */
export interface Dated {
  readonly id: string;
  readonly revision: number;
  readonly effective: Interval;
  /** Why there may be a gap before this revision. */
  readonly gap?: Text;
  readonly pack: string;
  readonly span: Span;
}

/** What every revision of a list item has. */
export interface ItemBase extends Dated {
  readonly title: Text;
  readonly basis: readonly Basis[];
  readonly severity: Gravity;
  readonly nature: Nature;
  readonly remedy?: Text;
  readonly note?: Text;
  /** Absent: every subject. */
  readonly subjects?: readonly Subject[];
}

export const PERIOD_UNITS = ['month', 'quarter', 'year', 'term'] as const;
export type PeriodUnit = (typeof PERIOD_UNITS)[number];

/** What an item judges: records of a kind, or each organisation's months, quarters, years or terms. */
export type AppliesTo =
  | { readonly kind: 'records'; readonly record: string }
  | { readonly kind: 'periods'; readonly per: PeriodUnit; readonly record: string };

export interface Prohibition extends ItemBase {
  readonly kind: 'Prohibition';
  readonly appliesTo: AppliesTo;
  readonly appliesWhen?: Condition;
  readonly violatedWhen: Condition;
  /** Branches that overlays of lower levels add; any of them violates too. */
  readonly also: readonly OverlayBranch[];
  readonly accountable: readonly string[];
}

export interface OverlayBranch {
  readonly condition: Condition;
  readonly pack: string;
  readonly basis: readonly Basis[];
}

export const CAPACITIES = ['self-governance', 'collective', 'public-duty'] as const;
export type Capacity = (typeof CAPACITIES)[number];

export interface Power extends ItemBase {
  readonly kind: 'Power';
  readonly holders: readonly string[];
  readonly capacities: readonly Capacity[];
  readonly category?: Text;
  readonly governs: { readonly record: string; readonly when?: Condition };
  readonly measure?: Expression;
  /** The matter the deciding meeting must be about. */
  readonly matter?: Expression;
  readonly authority: readonly AuthorityRow[];
  /** Roles whose approval lower levels ask for in addition. */
  readonly alsoApprovedBy: readonly { readonly role: string; readonly pack: string }[];
  readonly risks: readonly {
    readonly point: Text;
    readonly level: RiskLevel;
    readonly prevention: Text;
  }[];
  readonly disclosure?: { readonly what: Text; readonly within?: Deadline };
  /** Ids or globs over ids. */
  readonly prohibits: readonly string[];
  /** Ids: where one of these prohibitions is violated too, what AUTHORITY found is told with it. */
  readonly guards: readonly string[];
  readonly procedure?: string;
  /** Why nobody has a duty under it, nothing is prohibited, or it runs over no steps. */
  readonly noDuty?: Text;
  readonly noProhibition?: Text;
  readonly noProcedure?: Text;
}

export const RISK_LEVELS = ['high', 'medium', 'low'] as const;
export type RiskLevel = (typeof RISK_LEVELS)[number];

/** Who must approve, for amounts within the bounds: below < · upTo ≤ · from ≥ · above >. */
export interface AuthorityRow {
  readonly below?: Expression;
  readonly upTo?: Expression;
  readonly from?: Expression;
  readonly above?: Expression;
  readonly when?: Condition;
  /** Places, each filled by another person. */
  readonly approvedBy: readonly string[];
  /** Who fills the second place where one person holds both posts. */
  readonly dualPost?: string;
  /** Any one of these bodies must have passed the matter; empty: none is asked for. */
  readonly bodies: readonly string[];
  readonly span: Span;
}

export interface Deadline {
  readonly within: Expression;
  readonly of: Expression;
}

export interface Responsibility extends ItemBase {
  readonly kind: 'Responsibility';
  readonly power: string;
  readonly role: string;
  readonly duty: Text;
  readonly appliesWhen?: Condition;
  readonly fulfilledWhen: Condition;
  readonly due?: Deadline;
  readonly guards: readonly string[];
}

export type Item = Prohibition | Power | Responsibility;
