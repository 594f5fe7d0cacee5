import type { RecordType, StructType } from '../types/type.js';
import type { Value } from '../values/value.js';

/** A typed group of values, by slot. */
export interface Struct {
  readonly type: StructType;
  readonly values: readonly Value[];
  /** Names of the fields whose person or thing was found by its name and not by an id. */
  readonly byName?: ReadonlySet<string> | undefined;
}

/** A record as the evaluators read it. */
export interface RecordNode {
  readonly record: RecordType;
  readonly id: string;
  /** The id of the organisation; undefined where unknown, and for shared kinds. */
  readonly organisation: string | undefined;
  readonly fields: Struct;
  readonly origin?: Origin | undefined;
}

/** The record with other fields. Written out, as every record is made: objects made by spreading are slow to read. */
export function withFields(
  { record, id, organisation, origin }: RecordNode,
  fields: Struct,
): RecordNode {
  return { record, id, organisation, fields, origin };
}

/** The struct with other values. */
export function withValues({ type, byName }: Struct, values: readonly Value[]): Struct {
  return { type, values, byName };
}

/** Where a record was read. */
export interface Origin {
  readonly file: string;
  readonly line?: number;
}

export function isRecordNode(value: Value): value is RecordNode {
  return typeof value === 'object' && 'fields' in value;
}

export function isStruct(value: Value): value is Struct {
  return typeof value === 'object' && 'type' in value;
}
