import { isStruct, type RecordNode, type Struct, type Value } from '@qingdan/core';
import type { FieldPath } from '../mapping/field-path.js';

/** The value at a path of a record. */
export function valueAt(record: RecordNode, path: FieldPath): Value {
  let value: Value = record.fields;
  for (const step of path) {
    if (typeof step === 'number')
      value = Array.isArray(value) ? (value as Value[])[step] : undefined;
    else if (value !== undefined && isStruct(value)) {
      const slot: number | undefined = value.type.slotOf(step);
      value = slot === undefined ? undefined : value.values[slot];
    } else return undefined;
  }
  return value;
}

/** A record with another value at a path, marked as found by its name or not. */
export function replaceValue(
  record: RecordNode,
  path: FieldPath,
  value: Value,
  isByName: boolean,
): RecordNode {
  const isEnvelope =
    path.length === 1 &&
    path[0] === 'organisation' &&
    record.fields.type.slotOf('organisation') === undefined;
  if (isEnvelope) {
    return { ...record, organisation: typeof value === 'string' ? value : undefined };
  }
  return { ...record, fields: replaced(record.fields, path, value, isByName) as Struct };
}

function replaced(holder: Value, path: FieldPath, value: Value, isByName: boolean): Value {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (typeof step === 'number') {
    const items = holder as readonly Value[];
    return items.map((item, index) =>
      index === step ? replaced(item, rest, value, isByName) : item,
    );
  }
  const struct = holder as Struct;
  const slot = struct.type.slotOf(step) as number;
  const values = struct.values.map((item, index) =>
    index === slot ? replaced(item, rest, value, isByName) : item,
  );
  const isNamed = rest.every((each) => typeof each === 'number');
  // What is unknown was not found by anything.
  const byName = new Set(struct.byName);
  if (isNamed && isByName && value !== undefined) byName.add(step);
  if (rest.length === 0 && (!isByName || value === undefined)) byName.delete(step);
  const { type } = struct;
  return byName.size === 0 ? { type, values } : { type, values, byName };
}
