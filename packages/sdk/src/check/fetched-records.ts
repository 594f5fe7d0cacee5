import type { Day, RecordNode, RecordType, Value } from '@qingdan/core';
import type { IndexKey, Records } from '@qingdan/engine';
import { keyOf, type Want } from './async-source.js';

/** Records at hand and records fetched, noting what was looked for and not known to be complete. */
export class FetchedRecords implements Records {
  readonly wanted = new Map<string, Want>();
  readonly #base: Records;
  readonly #kinds: ReadonlyMap<string, RecordType>;
  readonly #clock: Day;
  readonly #byKind = new Map<string, Map<string, RecordNode>>();
  readonly #complete = new Set<string>();

  constructor(base: Records, kinds: ReadonlyMap<string, RecordType>, clock: Day) {
    this.#base = base;
    this.#kinds = kinds;
    this.#clock = clock;
  }

  add(record: RecordNode | undefined): void {
    if (record === undefined) return;
    const kind = record.record.id;
    const records = this.#byKind.get(kind) ?? new Map<string, RecordNode>();
    records.set(record.id, record);
    this.#byKind.set(kind, records);
  }

  close(kind: string, organisation: string | undefined): void {
    this.#complete.add(`${kind} ${organisation ?? ''}`);
  }

  get(kind: string, id: string): RecordNode | undefined {
    const found = this.#base.get(kind, id) ?? this.#byKind.get(kind)?.get(id);
    if (found === undefined) this.#want({ kind: 'record', of: kind, id });
    return found;
  }

  *all(kind: string): Iterable<RecordNode> {
    const fetched = this.#byKind.get(kind);
    for (const record of this.#base.all(kind)) if (fetched?.has(record.id) !== true) yield record;
    if (fetched !== undefined) yield* fetched.values();
  }

  *having(kind: string, key: IndexKey, value: Value): Iterable<RecordNode> {
    const fetched = this.#byKind.get(kind);
    for (const record of this.#base.having(kind, key, value))
      if (fetched?.has(record.id) !== true) yield record;
    if (fetched !== undefined) yield* fetched.values();
  }

  isComplete(
    kind: string,
    organisation: string | undefined,
    first: Day | undefined,
    last: Day | undefined,
  ): boolean {
    if (this.#base.isComplete(kind, organisation, first, last)) return true;
    // Whatever the source knows, the days after the clock are not written yet.
    if (last !== undefined && last > this.#clock) return false;
    const shared = this.#kinds.get(kind)?.shared === true;
    if (
      this.#complete.has(`${kind} ${shared ? '' : (organisation ?? '')}`) ||
      this.#complete.has(`${kind} `)
    )
      return true;
    this.#want({ kind: 'records', of: kind, organisation: shared ? undefined : organisation });
    return false;
  }

  #want(want: Want): void {
    this.wanted.set(keyOf(want), want);
  }
}
