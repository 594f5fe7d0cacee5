import type { Origin, RecordNode } from '@qingdan/core';

/** Which records were read, over all files of a run. */
export class SeenRecords {
  readonly #origins = new Map<string, Map<string, Origin | undefined>>();

  /** Notes a record. False where one of its kind and id was there before. */
  add({ record, id, origin }: RecordNode): boolean {
    let ofKind = this.#origins.get(record.id);
    if (ofKind === undefined) {
      ofKind = new Map<string, Origin | undefined>();
      this.#origins.set(record.id, ofKind);
    }
    if (ofKind.has(id)) return false;
    ofKind.set(id, origin);
    return true;
  }

  /** Where the record of this kind and id was first read. */
  firstOf({ record, id }: RecordNode): Origin | undefined {
    return this.#origins.get(record.id)?.get(id);
  }
}
