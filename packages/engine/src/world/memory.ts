import type { Day, RecordNode, Value } from '@qingdan/core';
import type { Books } from './books.js';
import type { IndexKey, Records } from './world.js';

/** Records held in memory. Indexes are built when something asks for them, and only then. */
export class MemoryRecords implements Records {
  readonly books: Books;
  readonly #clock: Day;
  readonly #byKind = new Map<string, Map<string, RecordNode>>();
  readonly #indexes = new Map<string, Index>();

  constructor(records: Iterable<RecordNode>, books: Books, clock: Day) {
    this.books = books;
    this.#clock = clock;
    for (const record of records) this.add(record);
  }

  /** Adds a record, or puts it in the place of the one with its kind and id. */
  add(record: RecordNode): void {
    const kind = record.record.id;
    let records = this.#byKind.get(kind);
    if (records === undefined) {
      records = new Map<string, RecordNode>();
      this.#byKind.set(kind, records);
    }
    records.set(record.id, record);
    for (const name of this.#indexes.keys())
      if (name.startsWith(`${kind}\n`)) this.#indexes.delete(name);
  }

  get(kind: string, id: string): RecordNode | undefined {
    return this.#byKind.get(kind)?.get(id);
  }

  all(kind: string): Iterable<RecordNode> {
    return this.#byKind.get(kind)?.values() ?? [];
  }

  having(kind: string, key: IndexKey, value: Value): Iterable<RecordNode> {
    // Only plain text and numbers are told apart by an index; anything else may equal a range.
    if (typeof value !== 'string' && typeof value !== 'number') return this.all(kind);
    const index = this.#indexOf(kind, key);
    const found = index.byValue.get(value);
    return found === undefined
      ? index.unclear
      : index.unclear.length === 0
        ? found
        : [...found, ...index.unclear];
  }

  isComplete(
    kind: string,
    organisation: string | undefined,
    first: Day | undefined,
    last: Day | undefined,
  ): boolean {
    return this.books.covers(kind, organisation, first, last, this.#clock);
  }

  #indexOf(kind: string, key: IndexKey): Index {
    const name = `${kind}\n${key.text}`;
    let index = this.#indexes.get(name);
    if (index === undefined) {
      index = { byValue: new Map(), unclear: [] };
      for (const record of this.all(kind)) {
        const value = key.read(record);
        if (typeof value === 'string' || typeof value === 'number') {
          const list = index.byValue.get(value);
          if (list === undefined) index.byValue.set(value, [record]);
          else list.push(record);
        } else index.unclear.push(record);
      }
      this.#indexes.set(name, index);
    }
    return index;
  }
}

interface Index {
  readonly byValue: Map<string | number, RecordNode[]>;
  /** Records whose value is unknown, none or no plain text or number. */
  readonly unclear: RecordNode[];
}
