import type { RecordType } from '@qingdan/core';
import type { Packs } from '@qingdan/sdk';

/** The fields of the cases of each procedure, by its id. */
export function fieldsOf({ library, records }: Packs): ReadonlyMap<string, RecordType> {
  return new Map(
    [...library.procedures].flatMap(([id, revisions]) => {
      const record = records.get(revisions.at(-1)?.record ?? '');
      return record === undefined ? [] : [[id, record] as const];
    }),
  );
}
