import type { Origin, RecordNode } from '@qingdan/core';

/** Which records were read, over all files of a run. */
export class SeenRecords {
  readonly #origins = new Map<string, Origin | undefined>();

  /** Notes a record. False where one of its kind and id was there before. */
  add(record: RecordNode): boolean {
    const key = keyOf(record);
    if (this.#origins.has(key)) return false;
    this.#origins.set(key, record.origin);
    return true;
  }

  /** Where the record of this kind and id was first read. */
  firstOf(record: RecordNode): Origin | undefined {
    return this.#origins.get(keyOf(record));
  }
}

function keyOf(record: RecordNode): string {
  return `${record.record.id}\u0000${record.id}`;
}
