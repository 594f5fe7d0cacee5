import type { Text } from '@qingdan/core';

/** What the packs call their roles and bodies, by id, so that a ledger may name them in words. */
export interface Vocabulary {
  readonly roles: ReadonlyMap<string, Text>;
  readonly bodies: ReadonlyMap<string, Text>;
}

export const NO_WORDS: Vocabulary = { roles: new Map(), bodies: new Map() };
