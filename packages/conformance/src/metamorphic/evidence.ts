import { highOf, isSameRecord, lowOf, Range, type RecordNode, type Value } from '@qingdan/core';
import type { Case } from '../random/case.js';
import { replaced } from '../random/lists.js';
import { makeRaw } from '../random/records.js';
import type { Rng } from '../random/rng.js';
import { makeRecord } from '../random/worlds.js';

/** The same case with something more known of it; undefined where this way has nothing to add. */
export type AddEvidence = (one: Case, rng: Rng) => Case | undefined;

/** An unknown field of the record at hand or of another gets a value, or is known to be none. */
export const fillField: AddEvidence = (one, rng) => {
  const own = filled(one.record, rng);
  if (rng.chance(0.5) && own !== undefined) return withRecord(one, own);
  const { records } = one.world;
  if (records.length === 0) return undefined;
  const at = rng.below(records.length);
  const record = filled(records[at] as RecordNode, rng);
  return record === undefined
    ? undefined
    : { ...one, world: { ...one.world, records: replaced(records, at, record) } };
};

function filled(record: RecordNode, rng: Rng): RecordNode | undefined {
  const { values } = record.fields;
  const unknown = [...values.keys()].filter((slot) => values[slot] === undefined);
  if (unknown.length === 0) return undefined;
  // What a field may be: as another record of the kind, wholly known, has it.
  const other = makeRecord(makeRaw(record.record.id, record.id, rng, 0));
  return unknown.reduce(
    (whole, slot) => (rng.chance(0.5) ? withValue(whole, slot, other.fields.values[slot]) : whole),
    record,
  );
}

/** A month becomes one of its days. */
export const narrowMonth: AddEvidence = (one, rng) => {
  const { values } = one.record.fields;
  const months = [...values.keys()].filter((slot) => values[slot] instanceof Range);
  if (months.length === 0) return undefined;
  const slot = rng.pick(months);
  const month = values[slot] as Range;
  const low = lowOf(month);
  const high = highOf(month);
  if (typeof low !== 'number' || typeof high !== 'number') return undefined;
  return withRecord(one, withValue(one.record, slot, rng.between(low, high)));
};

/** A record that nobody had is found: only of kinds whose books are open, for no closed stretch can lack it. */
export const addRecord: AddEvidence = (one, rng) => {
  const closed = new Set(one.world.books.map(({ kind }) => kind));
  const open = ['payment', 'contract', 'meeting', 'kinship', 'person'].filter(
    (kind) => !closed.has(kind),
  );
  if (open.length === 0) return undefined;
  const kind = rng.pick(open);
  const record = makeRecord(makeRaw(kind, `new-${String(rng.below(100))}`, rng));
  return { ...one, world: { ...one.world, records: [...one.world.records, record] } };
};

/** Books are declared complete, which they are: what is known is all there is. */
export const closeBooks: AddEvidence = (one, rng) => {
  const { books } = one.world;
  const kinds = ['payment', 'contract', 'meeting', 'kinship', 'person'];
  const kind = rng.pick(kinds);
  return books.some((book) => book.kind === kind && book.from === undefined)
    ? undefined
    : { ...one, world: { ...one.world, books: [...books, { kind }] } };
};

/** The record at hand stands in the books too, and they must say the same of it. */
function withRecord(one: Case, record: RecordNode): Case {
  const records = one.world.records.map((each) => (isSameRecord(each, record) ? record : each));
  return { ...one, record, world: { ...one.world, records } };
}

function withValue(record: RecordNode, slot: number, value: Value): RecordNode {
  return {
    ...record,
    fields: { ...record.fields, values: replaced(record.fields.values, slot, value) },
  };
}
