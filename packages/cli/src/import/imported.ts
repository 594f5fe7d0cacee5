import type { Diagnostic, Text } from '@qingdan/core';
import type { Manifest } from '@qingdan/language';

/** What an import comes to: the documents of a pack by their files, and what is said of them. */
export interface Imported {
  readonly documents: Readonly<Record<string, readonly object[]>>;
  /** How much of what there is; undefined where nothing could be read. */
  readonly told: Text | undefined;
  /** The pack whose kinds of records are used. */
  readonly below: Manifest | undefined;
  readonly diagnostics: readonly Diagnostic[];
}
