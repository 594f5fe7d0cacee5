import { type Day, homeOf, type RecordNode } from '@qingdan/core';
import type { Books } from './books.js';
import { RecordIndex } from './record-index.js';
import type { IndexKey, Plain, Records } from './world.js';

/** Records held in memory. Indexes are built when something asks for them, and only then. */
export class MemoryRecords implements Records {
  readonly books: Books;
  readonly #clock: Day;
  readonly #byKind = new Map<string, OfKind>();
  readonly #indexes = new Map<string, RecordIndex>();
  /** Those that are made when their kind is first asked for. */
  readonly #later = new Map<string, (() => RecordNode | undefined)[]>();
  /** The same by who asks, mostly the same again and again: a name must be put together first. */
  #asked = new WeakMap<IndexKey, { readonly kind: string; readonly index: RecordIndex }>();

  constructor(records: Iterable<RecordNode>, books: Books, clock: Day) {
    this.books = books;
    this.#clock = clock;
    for (const record of records) this.add(record);
  }

  /** Adds a record, or puts it in the place of the one with its kind, organisation and id. */
  add(record: RecordNode): void {
    const kind = record.record.id;
    let records = this.#byKind.get(kind);
    if (records === undefined) this.#byKind.set(kind, (records = new OfKind()));
    records.add(record);
    this.#asked = new WeakMap();
    for (const name of this.#indexes.keys())
      if (name.startsWith(`${kind}\n`)) this.#indexes.delete(name);
  }

  /** As `add`, of a record that costs something to make, and may never be asked for. */
  addLater(kind: string, make: () => RecordNode | undefined): void {
    const those = this.#later.get(kind);
    if (those === undefined) this.#later.set(kind, [make]);
    else those.push(make);
  }

  #ofKind(kind: string): OfKind | undefined {
    const later = this.#later.get(kind);
    if (later !== undefined) {
      // What is made may ask for its own kind, which is there as far as it was made.
      this.#later.delete(kind);
      for (const make of later) {
        const record = make();
        if (record !== undefined) this.add(record);
      }
    }
    return this.#byKind.get(kind);
  }

  get(kind: string, id: string, organisation?: string): RecordNode | undefined {
    const named = this.#ofKind(kind)?.named(id);
    return named instanceof Map ? (named.get(organisation) ?? named.get(undefined)) : named;
  }

  called(kind: string, id: string): readonly RecordNode[] {
    const named = this.#ofKind(kind)?.named(id);
    return named === undefined ? [] : named instanceof Map ? [...named.values()] : [named];
  }

  /** Whether a record is here, or a copy of it. */
  holds(record: RecordNode): boolean {
    return this.#ofKind(record.record.id)?.holds(record) === true;
  }

  all(kind: string): Iterable<RecordNode> {
    return this.#ofKind(kind)?.all() ?? [];
  }

  having(
    kind: string,
    key: IndexKey,
    wanted: readonly Plain[],
    organisation?: string,
  ): Iterable<RecordNode> {
    if (this.#later.size > 0) this.#ofKind(kind);
    let asked = this.#asked.get(key);
    if (asked?.kind !== kind)
      this.#asked.set(key, (asked = { kind, index: this.#index(kind, key) }));
    return asked.index.find(wanted, organisation);
  }

  #index(kind: string, key: IndexKey): RecordIndex {
    const name = `${kind}\n${key.home ? 'home ' : ''}${key.text}`;
    let index = this.#indexes.get(name);
    if (index === undefined) {
      index = new RecordIndex(this.all(kind), key);
      this.#indexes.set(name, index);
    }
    return index;
  }

  isComplete(
    kind: string,
    organisation: string | undefined,
    first: Day | undefined,
    last: Day | undefined,
  ): boolean {
    return this.books.covers(kind, organisation, first, last, this.#clock);
  }
}

/** Those who share an id, by organisation. Undefined is the one without. */
type Namesakes = Map<string | undefined, RecordNode>;

/** The records of a kind. Most have an id to themselves, and cost no map of their own. */
class OfKind {
  readonly #byId = new Map<string, RecordNode | Namesakes>();
  #shareIds = false;

  named(id: string): RecordNode | Namesakes | undefined {
    return this.#byId.get(id);
  }

  add(record: RecordNode): void {
    const named = this.#byId.get(record.id);
    if (named instanceof Map) named.set(homeOf(record), record);
    else if (named === undefined || homeOf(named) === homeOf(record))
      this.#byId.set(record.id, record);
    else {
      this.#shareIds = true;
      this.#byId.set(
        record.id,
        new Map([named, record].map((each) => [homeOf(each), each] as const)),
      );
    }
  }

  holds(record: RecordNode): boolean {
    const named = this.#byId.get(record.id);
    if (named instanceof Map) return named.has(homeOf(record));
    return named !== undefined && homeOf(named) === homeOf(record);
  }

  all(): Iterable<RecordNode> {
    // Without namesakes every entry is a record.
    return this.#shareIds ? this.#each() : (this.#byId.values() as Iterable<RecordNode>);
  }

  *#each(): Generator<RecordNode> {
    for (const named of this.#byId.values())
      if (named instanceof Map) yield* named.values();
      else yield named;
  }
}
