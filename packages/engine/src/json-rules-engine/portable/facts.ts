import { readNumber } from './numbers.js';
import { type Days, readDays, readDuration, readInstant, readPeriod } from './times.js';

/** How a field is read: a type, the fields of a group, or a list of either. */
export type FieldType = string | { readonly [field: string]: FieldType } | readonly [FieldType];

export type Fields = Readonly<Record<string, FieldType>>;

/** What a program hands in: one JSON object. */
export type RawRecord = Readonly<Record<string, unknown>>;

/** The facts of a record by name: undefined is unknown, null known to be none. */
export type Facts = Readonly<Record<string, unknown>>;

/**
 * The facts that rules read from a record, typed. What is absent or of a wrong type is unknown; what the record lists in
 * `none` is known to be none.
 */
export function readFacts(record: RawRecord, fields: Fields): Facts {
  const none = new Set(Array.isArray(record.none) ? (record.none as unknown[]) : []);
  return readFields(record, fields, (path) => none.delete(path), '');
}

type IsNone = (path: string) => boolean;

function readFields(
  record: RawRecord,
  fields: Fields,
  isNone: IsNone,
  above: string,
): Record<string, unknown> {
  const read = Object.entries(fields).map(([name, type]) => {
    const raw = Object.hasOwn(record, name) ? record[name] : undefined;
    return [name, readField(raw, type, isNone, above + name)] as const;
  });
  return Object.fromEntries(read);
}

function readField(raw: unknown, type: FieldType, isNone: IsNone, path: string): unknown {
  const isNoneHere = isNone(path);
  if (isList(type)) {
    if (raw === undefined || raw === null) return isNoneHere ? [] : undefined;
    const items = Array.isArray(raw) && !isNoneHere ? (raw as unknown[]) : undefined;
    // `none` names fields of the record, not of the members of its lists.
    return items?.map((item) => readField(item, type[0], () => false, ''));
  }
  if (isNoneHere) return raw === undefined || raw === null ? null : undefined;
  if (typeof type === 'object') {
    const isGroup = typeof raw === 'object' && raw !== null && !Array.isArray(raw);
    return readFields(isGroup ? (raw as RawRecord) : {}, type, isNone, `${path}.`);
  }
  const endless = type === 'period' && isNone(`${path}.until`);
  const isOpen = endless && typeof raw === 'object' && raw !== null && !('until' in raw);
  return readScalar(isOpen ? { ...raw, until: 'none' } : raw, type);
}

/** A plain value as a type; unknown where it is none of it. */
export function readScalar(raw: unknown, type: string): unknown {
  switch (type) {
    case 'number':
      return readNumber(raw);
    case 'boolean':
      return typeof raw === 'boolean' ? raw : undefined;
    case 'date':
      return readDays(raw);
    case 'instant':
      return readInstant(raw);
    case 'duration':
      return readDuration(raw);
    case 'period':
      return readPeriod(raw);
    case 'id': {
      const id = readText(isReference(raw) ? raw.id : raw);
      return id === '' ? undefined : id;
    }
    default:
      return readText(raw);
  }
}

/** The date that chooses the law for a record. */
export function readGoverningDate(record: RawRecord, field: string): Days | undefined {
  return readDays(record[field]);
}

function readText(raw: unknown): string | undefined {
  return typeof raw === 'string' ? raw.normalize('NFC') : undefined;
}

/** `{ "id": "P1", "by": "name" }`: somebody who was found by name. */
function isReference(raw: unknown): raw is { readonly id: unknown } {
  return typeof raw === 'object' && raw !== null && 'by' in raw && 'id' in raw;
}

function isList(type: FieldType): type is readonly [FieldType] {
  return Array.isArray(type);
}
