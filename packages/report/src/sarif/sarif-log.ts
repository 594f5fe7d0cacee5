import type { Outcome } from '@qingdan/core';
import type { CaseJson, DeviationJson } from '../cases/case-json.js';
import type { FindingJson, ReportJson, ResultJson } from '../json/report-json.js';

/** What we write of SARIF 2.1.0. */
export interface SarifLog {
  readonly $schema: string;
  readonly version: '2.1.0';
  readonly runs: readonly [SarifRun];
}

export interface SarifRun {
  readonly tool: {
    readonly driver: SarifDriver;
    /** The packs. */
    readonly extensions: readonly {
      readonly name: string;
      readonly version: string;
      readonly properties: { readonly digest: string };
    }[];
  };
  readonly language: string;
  readonly columnKind: 'utf16CodeUnits';
  readonly invocations: readonly [
    {
      readonly executionSuccessful: boolean;
      readonly toolExecutionNotifications: readonly SarifNotification[];
    },
  ];
  readonly artifacts: readonly {
    readonly location: { readonly uri: string };
    readonly roles: readonly ['analysisTarget'];
    readonly hashes: { readonly 'sha-256': string };
  }[];
  readonly results: readonly SarifResult[];
  readonly properties: Pick<
    ReportJson,
    | 'disclaimer'
    | 'clock'
    | 'calendar'
    | 'organisations'
    | 'books'
    | 'waivers'
    | 'summary'
    | 'unavailable'
  > & { readonly inputDigest: string | null };
}

interface SarifDriver {
  readonly name: string;
  readonly version?: string;
  readonly language: string;
  readonly shortDescription: SarifMessage;
  readonly fullDescription: SarifMessage;
  readonly rules: readonly SarifRule[];
  readonly notifications: readonly { readonly id: string; readonly name: string }[];
}

interface SarifMessage {
  readonly text: string;
}

export type SarifLevel = 'none' | 'note' | 'warning' | 'error';

/** An item of a list, or what a procedure asks. */
export interface SarifRule {
  readonly id: string;
  readonly shortDescription: SarifMessage;
  readonly fullDescription: SarifMessage;
  readonly help: SarifMessage;
  readonly defaultConfiguration: { readonly level: SarifLevel };
  readonly properties: Pick<FindingJson, 'revision' | 'nature' | 'severity'> & {
    readonly list: FindingJson['list'] | DeviationJson['list'];
    readonly tags: readonly string[];
  };
}

export interface SarifResult {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly kind: 'fail' | 'open' | 'pass' | 'notApplicable';
  readonly level: SarifLevel;
  readonly message: SarifMessage;
  readonly locations: readonly [SarifLocation];
  /** Of a case: the other events between which a deviation lies. */
  readonly relatedLocations?: readonly (SarifLocation & { readonly message: SarifMessage })[];
  readonly partialFingerprints: { readonly 'qingdan/v1': string };
  readonly suppressions: readonly {
    readonly kind: 'external';
    readonly status: 'accepted';
    readonly justification: string;
  }[];
  readonly properties: RecordProperties | CaseProperties;
}

/** Of a finding of a record. */
type RecordProperties = Pick<
  FindingJson,
  | 'list'
  | 'code'
  | 'verdict'
  | 'nature'
  | 'severity'
  | 'revision'
  | 'missing'
  | 'basis'
  | 'parameters'
  | 'accountable'
  | 'remedy'
  | 'wouldComply'
  | 'refutedBy'
  | 'doubts'
  | 'due'
  | 'related'
  | 'waived'
> &
  Pick<ResultJson, 'asOf' | 'statement'> & {
    readonly organisation: string | null;
    readonly outcome: Outcome;
  };

/** Of a deviation of a case. */
type CaseProperties = Pick<
  DeviationJson,
  | 'list'
  | 'code'
  | 'constraint'
  | 'step'
  | 'verdict'
  | 'permanent'
  | 'card'
  | 'nature'
  | 'doubts'
  | 'severity'
  | 'revision'
  | 'events'
  | 'due'
  | 'missing'
  | 'basis'
  | 'accountable'
  | 'remedy'
  | 'related'
  | 'waived'
> &
  Pick<CaseJson, 'asOf' | 'statement'> & {
    readonly case: Pick<CaseJson['case'], 'procedure' | 'id'>;
    readonly organisation: string | null;
    readonly outcome: Outcome;
  };

export interface SarifLocation {
  readonly physicalLocation?: {
    readonly artifactLocation: { readonly uri: string };
    readonly region?: SarifRegion;
  };
  readonly logicalLocations?: readonly [
    {
      readonly name: string;
      readonly fullyQualifiedName: string;
      readonly kind: 'record' | 'case';
    },
  ];
}

interface SarifRegion {
  readonly startLine: number;
  readonly startColumn?: number;
  readonly endLine?: number;
  readonly endColumn?: number;
}

export interface SarifNotification {
  readonly descriptor: { readonly id: string; readonly index: number };
  readonly level: SarifLevel;
  readonly message: SarifMessage;
  readonly locations?: readonly [SarifLocation];
}
