import type { Explanation } from '../findings/explanation.js';
import type { Outcome } from '../findings/result.js';
import type { ClauseTrace, Doubt, MissingFact } from '../findings/trace.js';
import type { Basis } from '../policy/basis.js';
import type { Nature } from '../policy/item.js';
import type { Policy, Waiver } from '../policy/policy.js';
import type { Day } from '../values/date.js';
import type { Value } from '../values/value.js';
import type { CaseEvent, CaseLog } from './event.js';
import type { Constraint, DeviationCode, Ending, Procedure } from './procedure.js';

/** What runtime verification says of a constraint, so far: whether what is so now can still change. */
export const CASE_VERDICTS = [
  'permanentlyViolated',
  'temporarilyViolated',
  'undetermined',
  'temporarilySatisfied',
  'permanentlySatisfied',
  'notApplicable',
] as const;
/** `notApplicable`: nothing activated it, which is never told as a pass. */
export type CaseVerdict = (typeof CASE_VERDICTS)[number];

export type Card = 'yellow' | 'red';

/** A day by which, or from which, something may or must be done, and how it was counted. */
export interface Due {
  /** The event from which it counts. */
  readonly from: CaseEvent;
  /** Counted from the end of the month, quarter or year in which that event lies, or simply that end. */
  readonly endOf?: 'month' | 'quarter' | 'year';
  readonly length: Value;
  /** The last day before it was moved off rest days; undefined where the length or the calendar isn't known. */
  readonly counted: Day | undefined;
  /** The last day in time. */
  readonly day: Day | undefined;
  /** The first day of the yellow card. */
  readonly yellowFrom: Day | undefined;
  /** Rests on days of which no notice has been published. */
  readonly provisional: boolean;
}

/** One way in which a case departs from its procedure, or may. */
export interface Deviation {
  readonly code: DeviationCode;
  readonly constraint: Constraint;
  /** The step that it is about. */
  readonly step: string;
  /** Undetermined where something that isn't known would decide it. */
  readonly verdict: 'violated' | 'undetermined';
  /** Nothing that may still happen mends it. */
  readonly permanent: boolean;
  readonly card: Card | undefined;
  /** The events between which it lies, in their order; empty of what never happened. */
  readonly events: readonly CaseEvent[];
  readonly due: Due | undefined;
  /** Of a condition: what it said of the case. */
  readonly clause: ClauseTrace | undefined;
  /** Of people: those who stand in the way. */
  readonly persons: readonly string[];
  /** Steps that should have come before, of ORDER. */
  readonly lacking: readonly string[];
  readonly missing: readonly MissingFact[];
  /** The other case that did the step, where that is what is wrong. */
  readonly other: CaseResult | undefined;
  /** The step whose absence this only follows from. */
  readonly follows: string | undefined;
}

/** What became of one activation of a template. */
export interface Activation {
  readonly event: CaseEvent;
  /** Pending: what may still happen decides it. */
  readonly outcome: 'fulfilled' | 'violated' | 'pending' | 'undetermined';
  /** The other event that decided it, or may have. */
  readonly by: CaseEvent | undefined;
}

/** How one constraint stands. */
export interface ConstraintState {
  readonly constraint: Constraint;
  readonly verdict: CaseVerdict;
  /** Of an open deadline: by when. */
  readonly due: Due | undefined;
  /** Of a time that still runs: nearly gone. */
  readonly card: 'yellow' | undefined;
  readonly deviations: readonly Deviation[];
  /** Of a template over two steps: its activations, in their order. */
  readonly activations?: readonly Activation[] | undefined;
}

/** How a case was closed: by a step that ends it, or because the log says so. */
export interface Closing {
  /** Undefined where only the log says that it is closed. */
  readonly ending: Ending | undefined;
  /** The day of the step that ended it, else of its last event; undefined of a case without events. */
  readonly day: Day | undefined;
}

/** What a check found for one case. */
export interface CaseResult {
  readonly log: CaseLog;
  /** The revision whose steps the case keeps to: that in force at its first event. */
  readonly procedure: Procedure;
  /** The policy of the case's organisation: its labels, roles, instruments. */
  readonly policy: Policy;
  readonly asOf: Day;
  /** Events of the log after that day: they haven't happened yet, and don't count. */
  readonly later: readonly CaseEvent[];
  /** How it was closed; undefined while it runs. */
  readonly closing: Closing | undefined;
  readonly states: readonly ConstraintState[];
  readonly outcome: Outcome;
  /** Gravest first; what follows from another stands after it. */
  readonly findings: readonly CaseFinding[];
}

/** A deviation, with what names it in every run and who answers for it. */
export interface CaseFinding {
  readonly deviation: Deviation;
  /** The same for the same constraint, case and event: 16 hexadecimal digits. */
  readonly fingerprint: string;
  readonly accountable: Explanation['accountable'];
  /** Citations in force on the day of what happened, or of the check. */
  readonly basis: readonly Basis[];
  /** An exception that was allowed, by which it doesn't count. */
  readonly waived: Waiver | undefined;
  /** That of the requirement, and suspicion where there are doubts. */
  readonly nature: Nature;
  /** Without which it would not stand. */
  readonly doubts: readonly Doubt[];
  /** What was found of other steps and only follows from this. */
  readonly following: readonly CaseFinding[];
}
