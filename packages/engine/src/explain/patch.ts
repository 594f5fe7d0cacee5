import {
  isStruct,
  type RecordNode,
  type Struct,
  type Value,
  withFields,
  withValues,
} from '@qingdan/core';

/** The record with one of its own facts changed, by its dotted name; the record itself stays as it is. */
export function withFact(record: RecordNode, fact: string, value: Value): RecordNode {
  return withFields(record, changed(record.fields, fact.split('.'), value));
}

function changed(struct: Struct, [name, ...rest]: readonly string[], value: Value): Struct {
  const slot = name === undefined ? undefined : struct.type.slotOf(name);
  if (slot === undefined) return struct;
  const values = [...struct.values];
  const inner = values[slot];
  if (rest.length === 0) values[slot] = value;
  else if (typeof inner === 'object' && isStruct(inner)) values[slot] = changed(inner, rest, value);
  return withValues(struct, values);
}
