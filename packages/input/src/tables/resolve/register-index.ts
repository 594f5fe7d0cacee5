import { type RecordNode, type RecordType } from '@qingdan/core';
import { plainName } from '../cells/plain.js';
import { belongsField } from '../mapping/refers-to.js';
import type { Resolver } from '../mapping/mapping.js';

/** So many names that nobody has are told with the nearest. */
const MOST_WORKED = 200;

/** The entries of the registers of a run, by what they are called. */
export class RegisterIndex {
  readonly #records: readonly RecordNode[];
  readonly #byName = new Map<string, ReadonlyMap<string, readonly RecordNode[]>>();
  readonly #ids = new Map<string, ReadonlySet<string>>();
  readonly #worked = new Map<string, string>();
  readonly #belonging = new Map<string, ReadonlyMap<string, ReadonlySet<string>>>();

  constructor(records: readonly RecordNode[]) {
    this.#records = records;
  }

  /** The entries of a name, spaces and width of letters aside. */
  named({ kind, field }: Resolver, name: string): readonly RecordNode[] {
    return this.#names(kind, field).get(plainName(name)) ?? [];
  }

  /** What was worked out once: a ledger has the same names over and over. */
  cached(key: string, work: () => string): string {
    const known = this.#worked.get(key);
    if (known !== undefined) return known;
    // A register without the names of a large ledger would cost each of them a pass over it.
    const result = this.#worked.size < MOST_WORKED ? work() : '';
    this.#worked.set(key, result);
    return result;
  }

  /** Whether there is any entry of a kind. */
  has(kind: string): boolean {
    return this.#idsOf(kind).size > 0;
  }

  /** Whether something is the id of an entry. */
  hasId(kind: string, id: string): boolean {
    return this.#idsOf(kind).has(id);
  }

  /** The names there are. */
  names({ kind, field }: Resolver): readonly (readonly [string, readonly RecordNode[]])[] {
    return [...this.#names(kind, field)];
  }

  /**
   * Whether an entry is of an organisation: it says so itself, or a register of the organisation has it among its
   * entries, as `officer` and `member` have persons.
   */
  isWithin(entry: RecordNode, organisation: string): boolean {
    if (entry.organisation !== undefined) return entry.organisation === organisation;
    return this.#organisationsOf(entry.record.id).get(entry.id)?.has(organisation) === true;
  }

  #idsOf(kind: string): ReadonlySet<string> {
    let ids = this.#ids.get(kind);
    if (ids === undefined) {
      ids = new Set(
        this.#records.filter(({ record }) => record.id === kind).map((each) => each.id),
      );
      this.#ids.set(kind, ids);
    }
    return ids;
  }

  #names(kind: string, field: string): ReadonlyMap<string, readonly RecordNode[]> {
    const key = `${kind} ${field}`;
    let names = this.#byName.get(key);
    if (names === undefined) {
      names = this.#readNames(kind, field);
      this.#byName.set(key, names);
    }
    return names;
  }

  #readNames(kind: string, field: string): ReadonlyMap<string, readonly RecordNode[]> {
    const names = new Map<string, RecordNode[]>();
    for (const record of this.#records) {
      if (record.record.id !== kind) continue;
      const name = valueOf(record, field);
      if (typeof name !== 'string' || name === '') continue;
      const same = names.get(plainName(name));
      if (same === undefined) names.set(plainName(name), [record]);
      else same.push(record);
    }
    return names;
  }

  #organisationsOf(kind: string): ReadonlyMap<string, ReadonlySet<string>> {
    let belonging = this.#belonging.get(kind);
    if (belonging === undefined) {
      belonging = this.#readBelonging(kind);
      this.#belonging.set(kind, belonging);
    }
    return belonging;
  }

  #readBelonging(kind: string): ReadonlyMap<string, ReadonlySet<string>> {
    const fields = new Map<RecordType, string | undefined>();
    const belonging = new Map<string, Set<string>>();
    for (const record of this.#records) {
      if (!fields.has(record.record)) fields.set(record.record, belongsField(record.record, kind));
      const field = fields.get(record.record);
      const { organisation } = record;
      if (field === undefined || organisation === undefined) continue;
      const id = valueOf(record, field);
      if (typeof id !== 'string') continue;
      const organisations = belonging.get(id) ?? new Set();
      organisations.add(organisation);
      belonging.set(id, organisations);
    }
    return belonging;
  }
}

function valueOf({ fields }: RecordNode, field: string): unknown {
  const slot = fields.type.slotOf(field);
  return slot === undefined ? undefined : fields.values[slot];
}
