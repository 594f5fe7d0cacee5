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
    const found = own?.find(wanted) ?? NOTHING;
    if (homeless === undefined) return found;
    const others = homeless.find(wanted);
    return found.length === 0 ? others : [...found, ...others];
  }

  #part(organisation: string | undefined): Part {
    let part = this.#parts.get(organisation);
    if (part === undefined) this.#parts.set(organisation, (part = new Part()));
    return part;
  }
}

const NOTHING: readonly RecordNode[] = [];

class Part {
  /** There is no telling how many rows they have. */
  readonly unclear: RecordNode[] = [];
  /** By which values of a row aren't known, as bits, and then by those that are. */
  readonly #byUnknown = new Map<number, Map<Plain, RecordNode[]>>();

  add(row: readonly Value[], record: RecordNode): void {
    const known: Plain[] = [];
    let unknown = 0;
    for (const [index, value] of row.entries()) {
      // None equals nothing, so nobody looks for it.
      if (value === NONE) return;
      if (isPlain(value)) known.push(value);
      else unknown |= 1 << index;
    }
    let byRow = this.#byUnknown.get(unknown);
    if (byRow === undefined) this.#byUnknown.set(unknown, (byRow = new Map<Plain, RecordNode[]>()));
    const name = nameOf(known);
    const list = byRow.get(name);
    if (list === undefined) byRow.set(name, [record]);
    else if (list.at(-1) !== record) list.push(record);
  }

  find(wanted: readonly Plain[]): readonly RecordNode[] {
    let found = this.unclear;
    let isOwn = false;
    for (const [unknown, byRow] of this.#byUnknown) {
      const known =
        unknown === 0 ? wanted : wanted.filter((_, index) => (unknown & (1 << index)) === 0);
      const list = byRow.get(nameOf(known));
      if (list === undefined) continue;
      if (found.length === 0) found = list;
      else {
        found = [...found, ...list];
        isOwn = true;
      }
    }
    // A record may be found twice: one element of its list is wanted, of another that can't be told.
    return isOwn ? [...new Set(found)] : found;
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
