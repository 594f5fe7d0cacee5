import {
  isReference,
  isStruct,
  type RecordNode,
  type Struct,
  type Type,
  type Value,
} from '@qingdan/core';
import type { Case } from '../random/case.js';
import type { Rng } from '../random/rng.js';

/** A case in which some references were found by name, and the same case with those references unknown. */
export function markedCase(one: Case, rng: Rng): { readonly marked: Case; readonly masked: Case } {
  const pairs = one.world.records.map((record) => ({ record, pair: markedRecord(record, rng) }));
  const pairOf = (record: RecordNode) =>
    pairs.find((each) => each.record === record)?.pair ?? markedRecord(record, rng);
  const side = (name: 'marked' | 'masked'): Case => ({
    ...one,
    record: atHand[name],
    world: { ...one.world, records: pairs.map(({ pair }) => pair[name]) },
  });
  const atHand = pairOf(one.record);
  return { marked: side('marked'), masked: side('masked') };
}

interface Pair<T> {
  readonly marked: T;
  readonly masked: T;
}

function markedRecord(record: RecordNode, rng: Rng): Pair<RecordNode> {
  const { marked, masked } = markedStruct(record.fields, rng);
  return { marked: { ...record, fields: marked }, masked: { ...record, fields: masked } };
}

function markedStruct({ type, values }: Struct, rng: Rng): Pair<Struct> {
  const byName = new Set<string>();
  const pairs = values.map((value, slot): Pair<Value> => {
    const field = type.fields[slot];
    if (field === undefined || !refers(field.type) || !rng.chance(0.2))
      return markedValue(value, rng);
    byName.add(field.name);
    return { marked: value, masked: undefined };
  });
  return {
    marked: { type, values: pairs.map(({ marked }) => marked), byName },
    masked: { type, values: pairs.map(({ masked }) => masked) },
  };
}

function markedValue(value: Value, rng: Rng): Pair<Value> {
  if (Array.isArray(value)) {
    const pairs = (value as readonly Value[]).map((item) => markedValue(item, rng));
    return {
      marked: pairs.map(({ marked }) => marked),
      masked: pairs.map(({ masked }) => masked),
    };
  }
  return typeof value === 'object' && isStruct(value)
    ? markedStruct(value, rng)
    : { marked: value, masked: value };
}

function refers(type: Type): boolean {
  return type.kind === 'list' || type.kind === 'set' ? refers(type.items) : isReference(type);
}
