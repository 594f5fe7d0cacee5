import type { CaseLog, Diagnostic, RecordType, Span, Text } from '@qingdan/core';
import type { Vocabulary } from '../tables/cells/vocabulary.js';
import type { Resolver } from '../tables/mapping/mapping.js';
import type { TableFile } from '../tables/sheet/open-table.js';

/** How an event log is written. */
export type CaseFormat = 'jsonl' | 'table' | 'xes' | 'ocel-json' | 'ocel-xml';

/** A log as its loader found it; packed by gzip or not. */
export type CaseSource = TableFile;

/** A step by whose id or title a log may call it. */
export interface StepName {
  readonly id: string;
  readonly title: Text;
}

/** What a log calls things, where that is neither a field's name nor one of the usual headers. */
export interface CaseMapping {
  /** Header of a table → field of an event: `case`, `by.role`, `tally.voters.yes`, `data.amount`. */
  readonly columns?: Readonly<Record<string, string>>;
  /** Headers that are not read. */
  readonly ignore?: readonly string[];
  /** The sheet of a workbook. */
  readonly sheet?: string;
  /** The row of the headers. */
  readonly header?: number;
  /** What the log calls a step → its id. */
  readonly steps?: Readonly<Record<string, string>>;
  /** By header, as `plainHeader` has it: text of a cell, as `plain` has it, → what it means. */
  readonly values?: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** Cells that are read as blank, as `plain` has them. */
  readonly none?: ReadonlySet<string>;
  /** By header, as `plainHeader` has it: in which register the names in it are looked up. */
  readonly resolve?: ReadonlyMap<string, Resolver>;
  /** Where something of the mapping file stands, for what shows only beside a table. */
  readonly spanOf?: (path: readonly (string | number)[], key?: boolean) => Span;
}

export interface CaseOptions {
  /** Absent: told by the end of the file's name and by how it begins. */
  readonly format?: CaseFormat;
  readonly mapping?: CaseMapping;
  /**
   * The steps that the log may name, or those of each procedure by its id. Absent, or of a procedure that isn't there:
   * any name is taken as it stands.
   */
  readonly steps?: readonly StepName[] | ReadonlyMap<string, readonly StepName[]>;
  /** Of an object-centric log: the type of object that is a case. May be absent where there is only one. */
  readonly type?: string;
  /**
   * The events of each case stand together in this log of lines or rows, as `standTogether` finds out: one case is held at a
   * time. One that goes on later all the same is reported.
   */
  readonly together?: boolean;
  /** The procedure and the organisation of cases that don't say theirs. */
  readonly procedure?: string;
  readonly organisation?: string;
  /**
   * The fields of the cases of each procedure: what can't be read as one is told, and unknown. Of a table, the cells of data
   * are read as them, else as texts.
   */
  readonly fields?: ReadonlyMap<string, RecordType>;
  /** Of a table: what the packs call their roles, so that a cell may name one in words. */
  readonly words?: Vocabulary;
}

/** What came of the reading of a log. */
export interface ReadCases {
  readonly diagnostics: readonly Diagnostic[];
  readonly counts: CaseCounts;
  /** Whether the whole file could be read, so that no case can be wanting that it has. */
  readonly isWhole: boolean;
}

export interface CaseCounts {
  /** Delivered. */
  readonly cases: number;
  readonly events: number;
  /** What should have been an event and could not be read as one. */
  readonly lostEvents: number;
  /** What should have been a case and is none. */
  readonly lostCases: number;
  /** Events whose step no name matches; delivered under the name that they have. */
  readonly unmatched: number;
}

/** Called with each case, as soon as no more of it can follow. */
export type OnCase = (log: CaseLog) => void;
