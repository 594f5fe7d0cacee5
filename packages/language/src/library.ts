import type {
  Basis,
  Body,
  Condition,
  Day,
  Definition,
  Diagnostic,
  Instrument,
  Interval,
  Item,
  NamedCondition,
  ParameterValue,
  Procedure,
  RecordType,
  Relations,
  Revisions,
  Role,
  Span,
  Subject,
  Table,
  Text,
  Tightening,
  Type,
} from '@qingdan/core';

/** A result together with what was found wrong on the way. */
export interface Checked<T> {
  readonly value: T;
  readonly diagnostics: readonly Diagnostic[];
}

/** A pack's manifest, read. */
export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly title: Text;
  /** `CN`, or 2, 4, 6, 9 or 12 digits. */
  readonly jurisdiction: string;
  readonly subjects: readonly Subject[];
  readonly coversFrom: Day | undefined;
  readonly extends: readonly Extension[];
  readonly terms: ReadonlyMap<string, string>;
  readonly waivers: readonly ManifestWaiver[];
  readonly span: Span;
}

export interface Extension {
  readonly pack: string;
  readonly version: string;
  /** Globs over item ids; absent: everything. */
  readonly use?: readonly string[];
  readonly span: Span;
}

export interface ManifestWaiver {
  readonly item?: string;
  readonly parameter?: string;
  readonly document: string;
  readonly approver: { readonly jurisdiction: string; readonly name: string };
  readonly reason: Text;
  readonly interval: Interval;
  readonly span: Span;
}

/** What one pack says of a parameter: its declaration, or values for an inherited one. */
export interface ParameterDocument {
  readonly id: string;
  readonly pack: string;
  /** Only on the declaration; an overlay takes them from there. */
  readonly declares: boolean;
  readonly label: Text;
  readonly type: Type;
  readonly tighten: Tightening;
  readonly values: readonly ParameterValue[];
  readonly span: Span;
}

/** What a pack adds to an inherited Prohibition or Power. */
export interface ItemOverlay {
  readonly kind: 'Prohibition' | 'Power';
  readonly id: string;
  readonly pack: string;
  readonly alsoViolatedWhen?: Condition;
  readonly alsoApprovedBy: readonly string[];
  readonly basis: readonly Basis[];
  readonly span: Span;
}

/** All packs that were loaded, names bound, nothing yet chosen by subject, place or date. */
export interface Library {
  readonly packs: ReadonlyMap<string, LoadedPack>;
  readonly instruments: ReadonlyMap<string, Instrument>;
  /** Fields that overlays add included. */
  readonly records: ReadonlyMap<string, RecordType>;
  readonly roles: ReadonlyMap<string, Role>;
  readonly bodies: ReadonlyMap<string, Body>;
  readonly relations: Relations | undefined;
  /** Declaration first, then the settings of other packs. */
  readonly parameters: ReadonlyMap<string, readonly ParameterDocument[]>;
  readonly tables: ReadonlyMap<string, Revisions<Table>>;
  readonly definitions: ReadonlyMap<string, Revisions<Definition>>;
  readonly conditions: ReadonlyMap<string, Revisions<NamedCondition>>;
  readonly items: readonly Revisions<Item>[];
  readonly procedures: ReadonlyMap<string, Revisions<Procedure>>;
  readonly overlays: readonly ItemOverlay[];
}

export interface LoadedPack {
  readonly manifest: Manifest;
  /** `sha256:…` over the names and bytes of its files. */
  readonly digest: string;
}
