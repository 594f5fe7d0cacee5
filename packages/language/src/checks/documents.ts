import type { Dated, Revisions } from '@qingdan/core';
import type { Library } from '../library.js';

/** Every document that has revisions, all of one id together. */
export function datedDocuments(library: Library): Revisions<Dated>[] {
  return [
    ...library.items,
    ...library.tables.values(),
    ...library.definitions.values(),
    ...library.conditions.values(),
    ...library.procedures.values(),
  ];
}
