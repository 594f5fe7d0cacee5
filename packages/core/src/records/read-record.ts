import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { nearestHint } from '../diagnostics/nearest.js';
import { said } from '../diagnostics/said.js';
import { isReference, type RecordType, type StructType, type Type } from '../types/type.js';
import { typeParams } from '../types/type-words.js';
import { NONE, Period, type Value } from '../values/value.js';
import { boundParams } from '../types/bound-params.js';
import { scalarFault, scalarOf } from './read-value.js';
import { shapeText } from './shape-text.js';
import { isStruct, type Origin, type RecordNode, type Struct, withFields } from './record.js';

/** Deeper nesting than this is refused, so that no input can exhaust the stack. */
const DEPTH_LIMIT = 16;
const LIST_LIMIT = 100_000;
/** An id is repeated in every sentence about its record. */
const ID_LIMIT = 200;

/** Keys every record may have beside its fields. */
const ENVELOPE = new Set(['kind', 'id', 'organisation', 'none', 'extra']);

export interface ReadRecord {
  /** Absent where there is no telling what record it is. */
  readonly record?: RecordNode;
  readonly diagnostics: readonly Diagnostic[];
}

/** The texts of records that were read, each held once: ids and words of packs stand in many records. */
export type HeldTexts = Map<string, string>;

/**
 * Reads one plain object as a record. What is wrong is reported with its path and reads as unknown; the rest stands.
 * The object is not changed.
 */
export function readRecord(
  raw: unknown,
  kinds: ReadonlyMap<string, RecordType>,
  origin?: Origin,
  texts?: HeldTexts,
): ReadRecord {
  const reader = new Reader(origin?.file, texts);
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    return reader.fail('not-a-record', said('actual', shapeText(raw)), []);
  }
  const object = raw as Readonly<Record<string, unknown>>;
  const kind = own(object, 'kind');
  if (kind === undefined || kind === null || kind === '')
    return reader.fail('no-record-id', { key: 'kind' }, []);
  if (typeof kind !== 'string')
    return reader.fail('bad-record-id', { key: 'kind', limit: String(ID_LIMIT) }, ['kind']);
  const type = kinds.get(kind);
  if (type === undefined) {
    const known = [...kinds.keys()];
    return reader.fail(
      'unknown-record-kind',
      { kind: short(kind), nearest: nearestHint(kind, known), known: known.join(', ') },
      ['kind'],
    );
  }
  const id = own(object, 'id');
  if (id === undefined || id === null || id === '')
    return reader.fail('no-record-id', { key: 'id' }, ['id']);
  if (typeof id !== 'string' || id.length > ID_LIMIT)
    return reader.fail('bad-record-id', { key: 'id', limit: String(ID_LIMIT) }, ['id']);

  const organisation = own(object, 'organisation');
  const isTooLong = typeof organisation === 'string' && organisation.length > ID_LIMIT;
  if (isTooLong) {
    reader.report('bad-record-id', { key: 'organisation', limit: String(ID_LIMIT) }, [
      'organisation',
    ]);
  } else if (isGiven(organisation) && typeof organisation !== 'string') {
    reader.report(
      'wrong-type',
      {
        ...said('value', shapeText(organisation)),
        ...typeParams({ kind: 'organisation', to: 'organisation' }),
        hint: '"V1"',
      },
      ['organisation'],
    );
  }
  const fields = reader.struct(type.fields, object, false, type.id);
  reader.takeNones(object, kind, fields);
  const record: RecordNode = {
    record: type,
    id: reader.held(id.normalize('NFC')),
    organisation:
      typeof organisation === 'string' && organisation !== '' && !isTooLong
        ? reader.held(organisation.normalize('NFC'))
        : undefined,
    fields,
    origin,
  };
  return { record, diagnostics: reader.all() };
}

/**
 * The record with some of its fields read anew, as if all had been read at once: a value that can't be read, or none, is
 * unknown. What is no field is passed over, and so is the envelope.
 */
export function withRead(record: RecordNode, raw: Readonly<Record<string, unknown>>): RecordNode {
  const { fields } = record;
  const { type } = fields;
  const reader = new Reader(undefined, undefined);
  const values = fields.values.slice();
  let byName: Set<string> | undefined;
  for (const key of Object.keys(raw)) {
    const slot = type.slotOf(key);
    if (slot === undefined) continue;
    const { type: fieldType } = type.fields[slot] as StructType['fields'][number];
    const given = raw[key];
    const value = isGiven(given) ? reader.value(fieldType, given, false) : undefined;
    values[slot] = value ?? unknownStruct(type).values[slot];
    const isByName = typeof given === 'object' && given !== null && saysByName(fieldType, given);
    if (isByName !== (fields.byName?.has(key) ?? false)) {
      byName ??= new Set(fields.byName);
      if (isByName) byName.add(key);
      else byName.delete(key);
    }
  }
  return withFields(record, { type, values, byName: byName ?? fields.byName });
}

/** What of one field of a record can't be read, or of its `none`, with the path to it. */
export function faultsOfField(
  name: string,
  raw: unknown,
  { id, fields: type }: RecordType,
): readonly Diagnostic[] {
  const reader = new Reader(undefined, undefined);
  const field = type.field(name);
  if (field !== undefined) {
    if (isGiven(raw)) reader.within(name, field.type, raw, field.privacy !== 'public');
  } else if (name === 'none') reader.takeNones({ none: raw }, id, draftOf(type));
  return reader.all();
}

/** So many faults of one kind in one record are told; the rest are counted, for nobody reads them. */
const MOST = 100;

type Place = readonly (string | number)[];

/** A struct that is still being read. */
interface Draft extends Struct {
  readonly values: Value[];
}

class Reader {
  readonly #file: string | undefined;
  readonly #texts: HeldTexts | undefined;
  /** The way to what is being read. */
  readonly #place: (string | number)[] = [];
  /** What is wrong, and how much of each kind; most records need no room for either. */
  #diagnostics: Diagnostic[] | undefined;
  #counts: Map<Diagnostic['name'], number> | undefined;

  constructor(file: string | undefined, texts: HeldTexts | undefined) {
    this.#file = file;
    this.#texts = texts;
  }

  /** The text, as it is held already where it is. */
  held(text: string): string {
    // JSON.parse holds the shorter ones once.
    if (this.#texts === undefined || text.length <= 10) return text;
    const held = this.#texts.get(text);
    if (held === undefined) this.#texts.set(text, text);
    return held ?? text;
  }

  report(name: Diagnostic['name'], params: Readonly<Record<string, string>>, path: Place): void {
    const counts = (this.#counts ??= new Map<Diagnostic['name'], number>());
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    if (count <= MOST) (this.#diagnostics ??= []).push(this.#fault(name, params, path));
  }

  /** Whether a fault has been told as often as it will be. */
  #isTold(name: Diagnostic['name']): boolean {
    return (this.#counts?.get(name) ?? 0) >= MOST;
  }

  /** What is wrong, and how much more of it was not told. */
  all(): readonly Diagnostic[] {
    if (this.#diagnostics === undefined) return NO_DIAGNOSTICS;
    const rest = [...(this.#counts ?? [])].flatMap(([name, count]) => {
      if (count <= MOST) return [];
      const params = { about: name, count: String(count - MOST) };
      return [this.#fault('more-faults', params, [])];
    });
    return [...this.#diagnostics, ...rest];
  }

  #fault(
    name: Diagnostic['name'],
    params: Readonly<Record<string, string>>,
    path: Place,
  ): Diagnostic {
    const more = this.#file === undefined ? { path } : { path, file: this.#file };
    return diagnostic(name, params, undefined, more);
  }

  fail(
    name: Diagnostic['name'],
    params: Readonly<Record<string, string>>,
    path: Place,
  ): ReadRecord {
    this.report(name, params, path);
    return { diagnostics: this.all() };
  }

  /** Notes which fields have no value. */
  takeNones(object: Readonly<Record<string, unknown>>, kind: string, fields: Draft): void {
    for (const name of this.#noneOf(object)) {
      if (this.#takeNone(name, name.split('.'), fields)) continue;
      const nearest = nearestHint(name, fields.type.names());
      this.report('unknown-field', { kind, field: short(name), nearest }, ['none']);
    }
  }

  /** The names listed in `none`, dotted paths and all; what is within comes after what holds it. */
  #noneOf(object: Readonly<Record<string, unknown>>): readonly string[] {
    const raw = own(object, 'none');
    if (raw === undefined || raw === null) return NO_NAMES;
    if (!Array.isArray(raw) || !raw.every((name): name is string => typeof name === 'string')) {
      this.report(
        'wrong-type',
        {
          ...said('value', shapeText(raw)),
          ...typeParams({ kind: 'list', items: { kind: 'text' } }),
          hint: '["approver"]',
        },
        ['none'],
      );
      return NO_NAMES;
    }
    return raw.length < 2
      ? raw
      : [...new Set(raw)].sort((a, b) => Number(a.includes('.')) - Number(b.includes('.')));
  }

  /** Notes that the field at the end of a way has no value; false where there is no such field. */
  #takeNone(name: string, [key, ...rest]: readonly string[], { type, values }: Draft): boolean {
    const slot = key === undefined ? undefined : type.slotOf(key);
    if (slot === undefined) return false;
    const { type: fieldType } = type.fields[slot] as StructType['fields'][number];
    const value = values[slot];
    const unknown = unknownStruct(type).values[slot];
    if (rest.length === 0) {
      if (value !== unknown) this.report('none-and-value', { field: name }, ['none']);
      values[slot] = value === unknown ? emptyOf(fieldType) : undefined;
      return true;
    }
    if (fieldType.kind === 'period') {
      if (value === NONE || rest.length > 1 || rest[0] !== 'until') return false;
      const period = value instanceof Period ? value : UNKNOWN_PERIOD;
      const isTwice = period.until !== undefined && period.until !== NONE;
      if (isTwice) this.report('none-and-value', { field: name }, ['none']);
      values[slot] = new Period(period.from, isTwice ? undefined : NONE);
      return true;
    }
    if (fieldType.kind === 'struct') {
      // It was said to be and not to be: nothing in it is known.
      if (value === undefined) return true;
      if (value === unknown) values[slot] = draftOf(fieldType.struct);
    }
    return this.#takeNoneWithin(name, rest, values[slot]);
  }

  #takeNoneWithin(name: string, way: readonly string[], value: Value): boolean {
    // Of the members of a list `none` seldom speaks: `vouchers.0.invoiceCode`.
    if (Array.isArray(value)) {
      const [index = '', ...rest] = way;
      const isIndex = /^(0|[1-9]\d*)$/.test(index);
      return isIndex && this.#takeNoneWithin(name, rest, (value as Value[])[Number(index)]);
    }
    return typeof value === 'object' && isStruct(value)
      ? this.#takeNone(name, way, value as Draft)
      : false;
  }

  /** The fields of the object at `#place`; of a record, with its kind. */
  struct(
    type: StructType,
    object: Readonly<Record<string, unknown>>,
    isPrivate: boolean,
    kind?: string,
  ): Draft {
    const place = this.#place;
    const { values } = draftOf(type);
    let byName: Set<string> | undefined;
    for (const key of Object.keys(object)) {
      const slot = type.slotOf(key);
      if (slot === undefined) {
        if (kind !== undefined && ENVELOPE.has(key)) continue;
        // Which name is near is looked up for those that are told only.
        const nearest = this.#isTold('unknown-field') ? '' : nearestHint(key, type.names());
        const params = { kind: kind ?? place.join('.'), field: short(key), nearest };
        this.report('unknown-field', params, [...place, key]);
        continue;
      }
      const raw = object[key];
      if (raw === undefined || raw === null) continue;
      const field = type.fields[slot] as StructType['fields'][number];
      if (typeof raw === 'object' && saysByName(field.type, raw)) (byName ??= new Set()).add(key);
      const value = this.within(key, field.type, raw, isPrivate || field.privacy !== 'public');
      if (value !== undefined) values[slot] = value;
    }
    return { type, values, byName };
  }

  /** The value of a field. */
  within(name: string, type: Type, raw: unknown, isPrivate: boolean): Value {
    this.#place.push(name);
    const value = this.value(type, raw, isPrivate);
    this.#place.pop();
    return value;
  }

  /** The value at `#place`. */
  value(type: Type, raw: unknown, isPrivate: boolean): Value {
    const place = this.#place;
    if (place.length > DEPTH_LIMIT) {
      this.report('too-deep', { limit: String(DEPTH_LIMIT) }, [...place]);
      return undefined;
    }
    if (type.kind === 'struct') {
      if (typeof raw === 'object' && raw !== null && !Array.isArray(raw)) {
        return this.struct(type.struct, raw as Record<string, unknown>, isPrivate);
      }
    } else if (type.kind === 'list' || type.kind === 'set') {
      if (Array.isArray(raw)) {
        if (raw.length > LIST_LIMIT) {
          this.report('too-large', { what: place.join('.'), limit: String(LIST_LIMIT) }, [
            ...place,
          ]);
          return undefined;
        }
        return raw.map((item: unknown, index) => {
          if (item === undefined || item === null) return undefined;
          place.push(index);
          const value = this.value(type.items, item, isPrivate);
          place.pop();
          return value;
        });
      }
    } else {
      const scalar = isReference(type) && isNamed(raw) ? raw.id : raw;
      const value = scalarOf(type, scalar);
      if (value !== undefined) return typeof value === 'string' ? this.held(value) : value;
      const { expected, outside } = scalarFault(type, scalar);
      const given = isPrivate ? said('value', shapeText(raw)) : printed(raw);
      if (outside !== undefined) {
        this.report('out-of-range', { ...given, ...boundParams(outside) }, [...place]);
        return undefined;
      }
      this.report('wrong-type', { ...given, ...typeParams(type), hint: expected }, [...place]);
      return undefined;
    }
    this.report(
      'wrong-type',
      {
        ...said('value', shapeText(raw)),
        ...typeParams(type),
        hint: type.kind === 'struct' ? '{ … }' : '[ … ]',
      },
      [...place],
    );
    return undefined;
  }
}

/** A struct of which nothing is known yet. */
function draftOf(type: StructType): Draft {
  return { type, values: unknownStruct(type).values.slice(), byName: undefined };
}

/**
 * A struct of which nothing is known: the same for every record that lacks it. It still has fields, all unknown, so that
 * `none: [payment.method]` can speak of one.
 */
function unknownStruct(type: StructType): Struct {
  let struct = UNKNOWN_STRUCTS.get(type);
  if (struct === undefined) {
    const values = type.fields.map((field): Value =>
      field.type.kind === 'struct' ? unknownStruct(field.type.struct) : undefined,
    );
    UNKNOWN_STRUCTS.set(type, (struct = { type, values, byName: undefined }));
  }
  return struct;
}

const UNKNOWN_STRUCTS = new WeakMap<StructType, Struct>();

const NO_NAMES: readonly string[] = [];
const NO_DIAGNOSTICS: readonly Diagnostic[] = [];
const UNKNOWN_PERIOD = new Period(undefined, undefined);

/** `{ "id": "P1", "by": "name" }`: a person or thing that was found by its name. */
function isNamed(raw: unknown): raw is { id: string; by: 'name' } {
  return (
    typeof raw === 'object' && raw !== null && own(raw as Record<string, unknown>, 'by') === 'name'
  );
}

/** A list is marked as a whole, so that what it lacks is doubtful as well. */
function saysByName(type: Type, raw: unknown): boolean {
  if (type.kind === 'list' || type.kind === 'set')
    return Array.isArray(raw) && raw.some((item) => saysByName(type.items, item));
  return isReference(type) && isNamed(raw);
}

function emptyOf(type: Type): Value {
  return type.kind === 'list' || type.kind === 'set' ? [] : NONE;
}

function isGiven(raw: unknown): boolean {
  return raw !== undefined && raw !== null;
}

function own(object: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** What was written, for a message: short, and without line breaks. Of what is no plain value, its shape. */
function printed(raw: unknown): Readonly<Record<string, string>> {
  if (typeof raw !== 'string' && typeof raw !== 'number' && typeof raw !== 'boolean') {
    return said('value', shapeText(raw));
  }
  return { value: short(String(raw)).replace(/[\u0000-\u001f\u007f-\u009f]/g, '?') };
}

/** A text as far as a message shows it. */
function short(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
