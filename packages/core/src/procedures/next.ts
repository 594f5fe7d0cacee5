import type { Doubt } from '../findings/trace.js';
import type { Day } from '../values/date.js';
import type { Deviation, Due } from './case-result.js';
import type { Step } from './procedure.js';

/** Whether a step may be done now; if not, whether time alone brings it, or something else, or nothing. */
export type NextState = 'allowed' | 'waiting' | 'blocked' | 'forbidden';

/**
 * Whether a step is called for: owed, by now or later; open to who would do it; or not, since it was done and isn't owed again, its
 * `when` is false or the case is closed. Unknown where what isn't known decides whether it is owed.
 */
export type NextNeed = 'owed' | 'unknown' | 'open' | 'none';

/** What can be said of doing one step of a running case. */
export interface NextStep {
  readonly step: Step;
  /** Whether it was done before. */
  readonly done: boolean;
  readonly state: NextState;
  readonly need: NextNeed;
  /** What doing it now would break for good: all of it, not the first. */
  readonly blockers: readonly Deviation[];
  /** What makes it doubtful that they would be broken, as of deviations. */
  readonly doubts: readonly Doubt[];
  /** What would have to be known to tell. */
  readonly unclear: readonly Deviation[];
  /** The first day on which nothing stands in the way; undefined where more than time is wanting. */
  readonly earliest: Day | undefined;
  /** The last day in time, where one runs. */
  readonly latest: Due | undefined;
  /** Those on the roster who may do it; empty where no roster says. */
  readonly eligible: readonly { readonly person: string; readonly role: string }[];
  /** Those in its roles who may not, and what would be broken. */
  readonly excluded: readonly {
    readonly person: string;
    readonly role: string;
    readonly because: readonly Deviation[];
    readonly doubts: readonly Doubt[];
  }[];
  /** Documents that belong to it. */
  readonly attach: Step['evidence'];
}
