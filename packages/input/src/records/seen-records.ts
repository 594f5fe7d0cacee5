import { type HeldTexts, homeOf, type Origin, type RecordNode } from '@qingdan/core';

type OfHome = Map<string, Origin | undefined>;

/** Tells whether a record was read before. */
export interface Seen {
  /** Notes a record. False where one of its kind and id was there before, in the same organisation. */
  add(record: RecordNode): boolean;
  /** Where the record of this kind, organisation and id was first read. */
  firstOf(record: RecordNode): Origin | undefined;
  /** What the records say. */
  readonly texts?: HeldTexts;
}

/** Remembers nothing: for lines that are answered one by one, without end. */
export const NOTHING_SEEN: Seen = { add: () => true, firstOf: () => undefined };

/** Which records were read, over all files of a run. */
export class SeenRecords implements Seen {
  readonly texts: HeldTexts = new Map();
  /** By kind, organisation and id. */
  readonly #origins = new Map<string, Map<string | undefined, OfHome>>();

  add(record: RecordNode): boolean {
    const kind = record.record.id;
    let ofKind = this.#origins.get(kind);
    if (ofKind === undefined)
      this.#origins.set(kind, (ofKind = new Map<string | undefined, OfHome>()));
    const home = homeOf(record);
    let ofHome = ofKind.get(home);
    if (ofHome === undefined) ofKind.set(home, (ofHome = new Map<string, Origin | undefined>()));
    if (ofHome.has(record.id)) return false;
    ofHome.set(record.id, record.origin);
    return true;
  }

  firstOf(record: RecordNode): Origin | undefined {
    return this.#origins.get(record.record.id)?.get(homeOf(record))?.get(record.id);
  }
}
