import { NONE, type RecordNode, type Value } from '@qingdan/core';
import { type IndexKey, isPlain, type Plain } from './world.js';

/** Records by some of their values. */
export class RecordIndex {
  readonly #parts = new Map<string | undefined, Part>();
  readonly #numbers: Numbers = new Map();

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
    if (part === undefined) this.#parts.set(organisation, (part = new Part(this.#numbers)));
    return part;
  }
}

const NOTHING: readonly RecordNode[] = [];

/** The values of rows, numbered as they come: a name put together of numbers is found quicker than one of texts. */
type Numbers = Map<Plain, number>;

class Part {
  /** There is no telling how many rows they have. */
  readonly unclear: RecordNode[] = [];
  /** By which values of a row aren't known, as bits. */
  readonly #byUnknown = new Map<number, Rows>();
  readonly #numbers: Numbers;

  constructor(numbers: Numbers) {
    this.#numbers = numbers;
  }

  add(row: readonly Value[], record: RecordNode): void {
    let unknown = 0;
    for (let index = 0; index < row.length; index += 1) {
      const value = row[index];
      // None equals nothing, so nobody looks for it.
      if (value === NONE) return;
      if (!isPlain(value)) unknown |= 1 << index;
    }
    let rows = this.#byUnknown.get(unknown);
    if (rows === undefined)
      this.#byUnknown.set(unknown, (rows = new Rows(unknown, row.length, this.#numbers)));
    rows.add(row, record);
  }

  find(wanted: readonly Plain[]): readonly RecordNode[] {
    let found: readonly RecordNode[] = this.unclear;
    let isOwn = false;
    for (const rows of this.#byUnknown.values()) {
      const list = rows.find(wanted);
      if (list.length === 0) continue;
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

/** Records whose rows have the same values known. */
class Rows {
  readonly #known: readonly number[];
  readonly #numbers: Numbers;
  /** Most names are of one record, which costs no list of its own. */
  readonly #byName = new Map<Plain, RecordNode | RecordNode[]>();

  constructor(unknown: number, width: number, numbers: Numbers) {
    this.#known = Array.from({ length: width }, (_, index) => index).filter(
      (index) => (unknown & (1 << index)) === 0,
    );
    this.#numbers = numbers;
  }

  add(row: readonly Value[], record: RecordNode): void {
    const numbers = this.#numbers;
    if (this.#known.length > 1)
      for (const index of this.#known) {
        const value = row[index] as Plain;
        if (!numbers.has(value)) numbers.set(value, numbers.size);
      }
    const name = this.#nameOf(row) as Plain;
    const named = this.#byName.get(name);
    if (named === undefined) this.#byName.set(name, record);
    else if (!Array.isArray(named)) {
      if (named !== record) this.#byName.set(name, [named, record]);
    } else if (named.at(-1) !== record) named.push(record);
  }

  find(wanted: readonly Plain[]): readonly RecordNode[] {
    const name = this.#nameOf(wanted);
    const named = name === undefined ? undefined : this.#byName.get(name);
    if (named === undefined) return NOTHING;
    return Array.isArray(named) ? named : [named];
  }

  /**
   * The known values of a row as the key of a map; undefined where one of them is in no row. Rows that run together only
   * give more than was asked for.
   */
  #nameOf(row: readonly Value[]): Plain | undefined {
    const known = this.#known;
    if (known.length === 1) return row[known[0] as number] as Plain;
    let name = 0;
    for (const index of known) {
      const number = this.#numbers.get(row[index] as Plain);
      if (number === undefined) return undefined;
      name = (Math.imul(name, SPREAD) + number) & SMALL;
    }
    return name;
  }
}

/** A prime that keeps the names of rows apart, and the bits of a number that costs no object. */
const SPREAD = 0x01000193;
const SMALL = 0x3fffffff;
