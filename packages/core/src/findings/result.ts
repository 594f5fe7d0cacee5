import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { PackInfo, Policy, Waiver } from '../policy/policy.js';
import type { CaseResult } from '../procedures/case-result.js';
import type { RecordNode } from '../records/record.js';
import type { Text } from '../source/text.js';
import type { Day } from '../values/date.js';
import type { Value } from '../values/value.js';
import type { Explanation } from './explanation.js';
import type { MissingFact } from './trace.js';

/** Says that the records of a kind are complete for an organisation from one day until another (half-open). */
export interface Book {
  readonly kind: string;
  /** Absent: for every organisation, and for kinds that belong to none. */
  readonly organisation?: string;
  readonly from?: Day;
  readonly until?: Day;
}

/** Worst first. */
export const OUTCOMES = [
  'violation',
  'suspicion',
  'undetermined',
  'compliant',
  'notJudged',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What a check found for one record. */
export interface RecordResult {
  readonly record: RecordNode;
  /** The policy of the record's organisation: its labels, roles, instruments. */
  readonly policy: Policy;
  readonly asOf: Value;
  readonly outcome: Outcome;
  /** How many questions were decided, lacked facts of records, lacked registers, books or parameters only. */
  readonly judged: {
    readonly decided: number;
    readonly undetermined: number;
    readonly unavailable: number;
  };
  /** Gravest first. Violations and what the record itself leaves undetermined; everything with `all`. */
  readonly findings: readonly Finding[];
  /** What lacks registers, books or parameters only: questions that no record could have settled. */
  readonly unavailable: readonly UnavailableQuestion[];
  /** How the cases stand that the record names, of the procedures of the powers exercised by it; absent where it names none. */
  readonly cases?: readonly CaseResult[];
}

/** A question that was not decided for want of something beside the records. */
export interface UnavailableQuestion {
  /** The item, for a power with which of its questions: `village.seal-use#AUTHORITY`. */
  readonly name: string;
  readonly missing: readonly MissingFact[];
}

export interface Finding extends Explanation {
  /** The same for the same item, kind and id in every run: 16 hexadecimal digits. */
  readonly fingerprint: string;
  readonly waived: Waiver | undefined;
}

/** Something that was not connected, and the items that could not be judged for want of it. */
export interface Unavailable {
  readonly needs: string;
  readonly label: Text;
  readonly items: readonly string[];
}

/** What was read, by its bytes: `sha256:…` of each file, and of all of them whatever their names and order. */
export interface InputDigest {
  readonly digest: string;
  readonly files: readonly { readonly file: string; readonly digest: string }[];
}

export interface CheckReport {
  readonly clock: Day;
  readonly packs: readonly PackInfo[];
  readonly calendar: string;
  /** Absent for records that were given in memory. */
  readonly input?: InputDigest;
  /** The organisations that results and books name, as far as their records are there. */
  readonly organisations: readonly RecordNode[];
  readonly books: readonly Book[];
  readonly waivers: readonly Waiver[];
  readonly unavailable: readonly Unavailable[];
  /** How many records came out how. */
  readonly outcomes: Readonly<Record<Outcome, number>>;
  /** Empty where they were handed over one by one. */
  readonly results: readonly RecordResult[];
  /** Of the logs that were checked; absent where none was. */
  readonly cases?: readonly CaseResult[];
  readonly diagnostics: readonly Diagnostic[];
}
