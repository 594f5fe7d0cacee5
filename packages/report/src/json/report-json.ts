import type {
  Change,
  Gravity,
  InputDigest,
  Nature,
  Outcome,
  RenderedDiagnostic,
  Verdict,
} from '@qingdan/core';
import type { CaseJson, NamedCaseJson } from '../cases/case-json.js';
import type { PlainValue } from '../values/plain-value.js';

/** The JSON report, `qingdan.report/1`. Its JSON Schema is `REPORT_SCHEMA`. */
export interface ReportJson {
  readonly schema: 'qingdan.report/1';
  /** Says that this is a lead and no judgement; to be shown wherever a finding is. */
  readonly disclaimer: string;
  readonly clock: string;
  readonly packs: readonly PackJson[];
  readonly calendar: string;
  /** `null` for records that were given in memory. */
  readonly input: InputDigest | null;
  /** Those that results and books name by id, as far as they are known. */
  readonly organisations: readonly OrganisationJson[];
  readonly books: readonly BookJson[];
  readonly waivers: readonly WaiverJson[];
  readonly summary: SummaryJson;
  readonly unavailable: readonly UnavailableJson[];
  readonly results: readonly ResultJson[];
  readonly diagnostics: readonly RenderedDiagnostic[];
}

/** The report of a run that checked logs too: the results of records, and then those of cases. */
export interface ReportWithCasesJson extends Omit<ReportJson, 'results'> {
  readonly results: readonly (ResultJson | CaseJson)[];
}

/** The last line of a report line by line. */
export type ClosingJson = Omit<ReportJson, 'results'>;

/** What one line of input comes to: a result, or none where no record could be read from it. */
export type AnswerJson = (ResultJson | { readonly record: null; readonly source: SourceJson }) & {
  readonly diagnostics: readonly RenderedDiagnostic[];
};

interface SourceJson {
  readonly file: string;
  readonly line: number | null;
}

export interface PackJson {
  readonly name: string;
  readonly version: string;
  readonly digest: string;
}

export interface OrganisationJson {
  readonly id: string;
  readonly name: string;
}

/** Half-open; `null` is without end, and for `organisation` all of them. */
export interface BookJson {
  readonly kind: string;
  readonly organisation: string | null;
  readonly from: string | null;
  readonly until: string | null;
}

export interface WaiverJson {
  readonly item: string | null;
  readonly parameter: string | null;
  readonly document: string;
  readonly approver: { readonly jurisdiction: string; readonly name: string };
  readonly reason: string;
  readonly from: string | null;
  readonly until: string | null;
  readonly pack: string;
}

export type SummaryJson = Readonly<Record<'records' | Outcome, number>>;

export interface UnavailableJson {
  readonly needs: string;
  readonly items: readonly string[];
  readonly help: string;
}

export interface ResultJson {
  readonly record: {
    readonly kind: string;
    readonly id: string;
    readonly organisation: string | null;
    readonly source: { readonly file: string; readonly line: number | null } | null;
  };
  readonly asOf: PlainValue;
  readonly outcome: Outcome;
  readonly judged: {
    readonly decided: number;
    readonly undetermined: number;
    readonly unavailable: number;
  };
  /** What could be judged, in words: never that all is well. */
  readonly statement: string;
  readonly findings: readonly FindingJson[];
  /** The cases that the record names; absent where it names none. */
  readonly cases?: readonly NamedCaseJson[];
}

export interface FindingJson {
  readonly fingerprint: string;
  readonly item: string;
  readonly revision: number | null;
  readonly list: 'power' | 'responsibility' | 'negative';
  readonly code: 'NO_POWER' | 'HOLDER' | 'AUTHORITY' | null;
  readonly verdict: Verdict;
  readonly nature: Nature;
  readonly severity: Gravity;
  readonly title: string;
  readonly explanation: string;
  readonly clauses: readonly ClauseJson[];
  readonly missing: readonly MissingJson[];
  readonly basis: readonly BasisJson[];
  readonly parameters: readonly ParameterJson[];
  readonly accountable: readonly {
    readonly role: string;
    readonly title: string;
    readonly duty: string | null;
  }[];
  readonly remedy: string | null;
  readonly wouldComply: readonly string[];
  readonly refutedBy: readonly string[];
  readonly doubts: readonly string[];
  readonly due: PlainValue;
  readonly related: readonly string[];
  readonly waived: WaivedJson | null;
}

/** What one item still wants of a draft: it is violated, or can't be decided yet. */
export interface RequirementJson extends Pick<
  FindingJson,
  | 'item'
  | 'list'
  | 'code'
  | 'nature'
  | 'severity'
  | 'title'
  | 'explanation'
  | 'missing'
  | 'basis'
  | 'accountable'
  | 'remedy'
  | 'doubts'
> {
  readonly verdict: 'violated' | 'undetermined';
  /** Each was tried: after it the item is satisfied, whatever the other missing facts turn out to be. */
  readonly satisfiedBy: readonly ChangeJson[];
}

/** A fact of the draft and a value for it, as records write values; any value the operator allows does. */
export interface ChangeJson {
  readonly fact: string;
  readonly label: string;
  readonly operator: Change['operator'];
  readonly value: PlainValue;
  readonly sentence: string;
}

/** `result` null: unknown. `actual` and `expected` are written as records write values. */
export interface ClauseJson {
  readonly id: string | null;
  readonly sentence: string;
  readonly result: boolean | null;
  readonly fact: string | null;
  readonly actual: PlainValue;
  readonly operator: string;
  readonly expected: PlainValue;
  readonly parameter: string | null;
  readonly children: readonly ClauseJson[];
}

export interface MissingJson {
  readonly fact: string;
  readonly scope: 'record' | 'run';
  readonly label: string;
  readonly needs: string | null;
  readonly holder: string | null;
}

export interface BasisJson {
  readonly instrument: string;
  readonly title: string;
  readonly number: string | null;
  readonly article: string | null;
  readonly confidence: string;
}

export interface ParameterJson {
  readonly id: string;
  readonly value: PlainValue;
  readonly from: string | null;
  readonly basis: readonly BasisJson[];
  readonly pack: string;
}

export interface WaivedJson {
  readonly document: string;
  readonly approver: string;
  readonly reason: string;
  readonly until: string | null;
}
