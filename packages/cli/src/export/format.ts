import type {
  Day,
  Diagnostic,
  Item,
  Language,
  Policy,
  Procedure,
  Revisions,
  Text,
} from '@qingdan/core';
import type { Packs } from '@qingdan/sdk';

/** An item that was asked for, and a policy in which it holds. */
export interface ChosenItem {
  readonly policy: Policy;
  readonly revisions: Revisions<Item>;
}

/** A procedure that was asked for as it stands on a day, and a policy in which it holds. */
export interface ChosenProcedure {
  readonly policy: Policy;
  readonly procedure: Procedure;
  readonly asOf: Day;
}

/** How charts are drawn. */
interface ChartOptions {
  readonly lang: Language;
  /** On a page, with the risks of each step. */
  readonly isPrint: boolean;
}

/** What an export writes: files below the folder that was asked for, or one text where none was. */
export interface Exported {
  readonly files: ReadonlyMap<string, string>;
  readonly text: string;
  readonly diagnostics: readonly Diagnostic[];
  /** How many were written and how many left out, and both in words. */
  readonly written: number;
  readonly left: number;
  readonly summary: Text;
}

/** One form in which what the packs say leaves Qingdan: their items, their procedures, or their kinds of records, among which there is no choice. */
export type ExportFormat =
  | {
      readonly name: string;
      readonly of: 'items';
      readonly export: (items: readonly ChosenItem[]) => Promise<Exported>;
    }
  | {
      readonly name: string;
      readonly of: 'procedures';
      readonly export: (
        procedures: readonly ChosenProcedure[],
        options: ChartOptions,
      ) => Promise<Exported>;
    }
  | {
      readonly name: string;
      readonly of: 'records';
      readonly export: (packs: Packs) => Exported;
    };
