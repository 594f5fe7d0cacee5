import type { Diagnostic, Item, Policy, Revisions } from '@qingdan/core';

/** An item that was asked for, and a policy in which it holds. */
export interface ChosenItem {
  readonly policy: Policy;
  readonly revisions: Revisions<Item>;
}

/** What an export writes: files below the folder that was asked for, or one text where none was. */
export interface Exported {
  readonly files: ReadonlyMap<string, string>;
  readonly text: string;
  readonly diagnostics: readonly Diagnostic[];
  /** What was written and what was left out, in figures. */
  readonly written: number;
  readonly left: number;
}

/** One form in which rule sets leave Qingdan. */
export interface ExportFormat {
  readonly name: string;
  /** Whether there is a choice among items; a format that exports kinds of records has none. */
  readonly export: (items: readonly ChosenItem[]) => Promise<Exported>;
}
