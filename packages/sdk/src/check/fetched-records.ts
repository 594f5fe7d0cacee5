import { type Day, homeOf, type RecordNode, type RecordType } from '@qingdan/core';
import { Books, MemoryRecords, type Records } from '@qingdan/engine';
import { keyOf, type Want } from './async-source.js';

type Asked = Parameters<Records['having']> extends [string, ...infer Rest] ? Rest : never;

/** Records at hand and records fetched, noting what was looked for and not known to be complete. */
export class FetchedRecords implements Records {
  readonly wanted = new Map<string, Want>();
  readonly #base: Records;
  readonly #kinds: ReadonlyMap<string, RecordType>;
  readonly #clock: Day;
  readonly #fetched: MemoryRecords;
  readonly #mayAsk: (want: Want) => boolean;
  readonly #complete = new Set<string>();

  /** `mayAsk` says whether the source can still be asked for something. */
  constructor(
    base: Records,
    kinds: ReadonlyMap<string, RecordType>,
    clock: Day,
    mayAsk: (want: Want) => boolean,
  ) {
    this.#base = base;
    this.#kinds = kinds;
    this.#clock = clock;
    this.#fetched = new MemoryRecords([], new Books([]), clock);
    this.#mayAsk = mayAsk;
  }

  add(record: RecordNode | undefined): void {
    if (record !== undefined) this.#fetched.add(record);
  }

  close(kind: string, organisation: string | undefined): void {
    this.#complete.add(`${kind} ${organisation ?? ''}`);
  }

  get(kind: string, id: string, organisation?: string): RecordNode | undefined {
    const called = this.called(kind, id);
    const own = called.find((record) => homeOf(record) === organisation);
    if (own !== undefined) return own;
    const isShared = this.#kinds.get(kind)?.shared === true;
    const whose = isShared || kind === 'organisation' ? undefined : organisation;
    const want: Want = { kind: 'record', of: kind, id, organisation: whose };
    const [only, ...more] = called;
    // As long as the organisation's own may be had, nothing else is taken for it.
    if (only === undefined || (whose !== undefined && this.#mayAsk(want))) {
      this.#want(want);
      return undefined;
    }
    const homeless = called.find((record) => homeOf(record) === undefined);
    return homeless ?? (more.length === 0 ? only : undefined);
  }

  called(kind: string, id: string): readonly RecordNode[] {
    const fetched = this.#fetched.called(kind, id);
    const base = this.#base.called(kind, id);
    if (fetched.length === 0) return base;
    return [...base.filter((record) => !this.#fetched.holds(record)), ...fetched];
  }

  *all(kind: string): Iterable<RecordNode> {
    for (const record of this.#base.all(kind)) if (!this.#fetched.holds(record)) yield record;
    yield* this.#fetched.all(kind);
  }

  *having(kind: string, ...asked: Asked): Iterable<RecordNode> {
    for (const record of this.#base.having(kind, ...asked))
      if (!this.#fetched.holds(record)) yield record;
    yield* this.#fetched.all(kind);
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
