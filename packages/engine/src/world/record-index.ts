import { NONE, type RecordNode, type Value } from '@qingdan/core';
import { type IndexKey, isPlain, type Plain } from './world.js';

/** Records by some of their values. */
export class RecordIndex {
  readonly #parts = new Map<string | undefined, Part>();

  constructor(records: Iterable<RecordNode>, { home, rows }: IndexKey) {
    for (const record of records) {
      const part = this.#part(home ? record.organisation : undefined);
      const found = rows(record);
      if (found === undefined) part.unclear.push(record);
      else for (const row of found) part.add(row, record);
    }
  }

  /** Those with a row that equals the wanted one, or may equal it. */
  find(wanted: readonly Plain[], organisation: string | undefined): readonly RecordNode[] {
    const homeless = this.#parts.get(undefined);
    const own = organisation === undefined ? undefined : this.#parts.get(organisation);
    const name = nameOf(wanted);
    const found = own?.find(name) ?? NOTHING;
    if (homeless === undefined) return found;
    return found.length === 0 ? homeless.find(name) : [...found, ...homeless.find(name)];
  }

  #part(organisation: string | undefined): Part {
    let part = this.#parts.get(organisation);
    if (part === undefined) this.#parts.set(organisation, (part = new Part()));
    return part;
  }
}

const NOTHING: readonly RecordNode[] = [];

class Part {
  /** Some row can't be told from what is wanted. */
  readonly unclear: RecordNode[] = [];
  readonly #byRow = new Map<Plain, RecordNode[]>();

  add(row: readonly Value[], record: RecordNode): void {
    // None equals nothing, so nobody looks for it.
    if (row.includes(NONE)) return;
    if (!row.every(isPlain)) {
      if (this.unclear.at(-1) !== record) this.unclear.push(record);
      return;
    }
    const name = nameOf(row);
    const list = this.#byRow.get(name);
    if (list === undefined) this.#byRow.set(name, [record]);
    else if (list.at(-1) !== record) list.push(record);
  }

  find(name: Plain): readonly RecordNode[] {
    const found = this.#byRow.get(name);
    if (found === undefined) return this.unclear;
    if (this.unclear.length === 0) return found;
    // A record may be in both: one element of its list is wanted, of another that can't be told.
    return [...new Set([...found, ...this.unclear])];
  }
}

/** A row as the key of a map. Rows that run together only give more than was asked for. */
function nameOf(row: readonly Plain[]): Plain {
  const [only] = row;
  if (only !== undefined && row.length === 1) return only;
  let name = '';
  for (const value of row) name += `${typeof value === 'string' ? '"' : ''}${String(value)}\u0000`;
  return name;
}
