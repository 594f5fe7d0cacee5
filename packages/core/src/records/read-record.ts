import { CATALOG } from '../diagnostics/catalog.js';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { nearestHint } from '../diagnostics/nearest.js';
import { said } from '../diagnostics/said.js';
import { isReference, type RecordType, type StructType, type Type } from '../types/type.js';
import { typeParams } from '../types/type-words.js';
import { NONE, Period, type Value } from '../values/value.js';
import { boundParams } from '../types/bound-params.js';
import { readScalar } from './read-value.js';
import { shapeText } from './shape-text.js';
import type { Origin, RecordNode, Struct } from './record.js';

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

/**
 * Reads one plain object as a record. What is wrong is reported with its path and reads as unknown; the rest stands.
 * The object is not changed.
 */
export function readRecord(
  raw: unknown,
  kinds: ReadonlyMap<string, RecordType>,
  origin?: Origin,
): ReadRecord {
  const reader = new Reader(origin?.file);
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

  const none = reader.noneOf(object);
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
  const fields = reader.struct(type.fields, object, none, type.id, ENVELOPE, false);
  for (const name of none.keys()) {
    reader.report(
      'unknown-field',
      { kind, field: short(name), nearest: nearestHint(name, type.fields.names()) },
      ['none'],
    );
  }
  const record: RecordNode = {
    record: type,
    id: id.normalize('NFC'),
    organisation:
      typeof organisation === 'string' && organisation !== '' && !isTooLong
        ? organisation.normalize('NFC')
        : undefined,
    fields,
    origin,
  };
  return { record, diagnostics: [...reader.diagnostics, ...reader.rest()] };
}

/** So many faults of one kind in one record are told; the rest are counted, for nobody reads them. */
const MOST = 100;

type Place = readonly (string | number)[];

class Reader {
  readonly diagnostics: Diagnostic[] = [];
  readonly #file: string | undefined;
  readonly #counts = new Map<Diagnostic['name'], number>();
  /** The way to what is being read. */
  readonly #place: (string | number)[] = [];

  constructor(file: string | undefined) {
    this.#file = file;
  }

  report(name: Diagnostic['name'], params: Readonly<Record<string, string>>, path: Place): void {
    const count = (this.#counts.get(name) ?? 0) + 1;
    this.#counts.set(name, count);
    if (count <= MOST) this.diagnostics.push(this.#fault(name, params, path));
  }

  /** Whether a fault has been told as often as it will be. */
  #isTold(name: Diagnostic['name']): boolean {
    return (this.#counts.get(name) ?? 0) >= MOST;
  }

  /** How many were not told. */
  rest(): readonly Diagnostic[] {
    return [...this.#counts].flatMap(([name, count]) => {
      if (count <= MOST) return [];
      const params = { code: CATALOG[name].code, count: String(count - MOST) };
      return [this.#fault('more-faults', params, [])];
    });
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
    return { diagnostics: this.diagnostics };
  }

  /** The names listed in `none`, dotted paths and all; each is struck off when its field is met. */
  noneOf(object: Readonly<Record<string, unknown>>): Map<string, true> {
    const names = new Map<string, true>();
    const raw = own(object, 'none');
    if (raw === undefined || raw === null) return names;
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
      return names;
    }
    for (const name of raw) names.set(name, true);
    return names;
  }

  /** The fields of the object at `#place`. */
  struct(
    type: StructType,
    object: Readonly<Record<string, unknown>>,
    none: Map<string, true>,
    owner: string,
    envelope: ReadonlySet<string>,
    isPrivate: boolean,
  ): Struct {
    const place = this.#place;
    const values = new Array<Value>(type.fields.length).fill(undefined);
    let byName: Set<string> | undefined;
    for (const key of Object.keys(object)) {
      const slot = type.slotOf(key);
      if (slot === undefined) {
        if (envelope.has(key)) continue;
        // Which name is near is looked up for those that are told only.
        const nearest = this.#isTold('unknown-field') ? '' : nearestHint(key, type.names());
        this.report('unknown-field', { kind: owner, field: short(key), nearest }, [...place, key]);
        continue;
      }
      const raw = object[key];
      if (raw === undefined || raw === null) continue;
      const field = type.fields[slot] as StructType['fields'][number];
      if (saysByName(field.type, raw)) (byName ??= new Set()).add(key);
      place.push(key);
      values[slot] = this.value(field.type, raw, none, isPrivate || field.privacy !== 'public');
      place.pop();
    }
    this.#takeNone(type, values, none, isPrivate);
    return { type, values, byName };
  }

  /** What `none` says of the fields of the object at `#place`, and the structs that it lacks. */
  #takeNone(type: StructType, values: Value[], none: Map<string, true>, isPrivate: boolean): void {
    const place = this.#place;
    // Of the members of a list `none` seldom speaks: `vouchers.0.invoiceCode`.
    if (none.size === 0 && place.some((part) => typeof part === 'number')) return;
    const prefix = place.length === 0 ? '' : `${place.join('.')}.`;
    for (const [slot, field] of type.fields.entries()) {
      if (none.size === 0) {
        if (field.type.kind === 'struct') values[slot] ??= unknownStruct(field.type.struct);
        continue;
      }
      const path = prefix + field.name;
      if (none.delete(path)) {
        if (values[slot] !== undefined) {
          this.report('none-and-value', { field: path }, ['none']);
          values[slot] = undefined;
        } else values[slot] = emptyOf(field.type);
      } else if (field.type.kind === 'period' && none.delete(`${path}.until`)) {
        const period = values[slot] instanceof Period ? values[slot] : UNKNOWN_PERIOD;
        const isTwice = period.until !== undefined && period.until !== NONE;
        if (isTwice) this.report('none-and-value', { field: `${path}.until` }, ['none']);
        values[slot] = new Period(period.from, isTwice ? undefined : NONE);
      } else if (field.type.kind === 'struct' && values[slot] === undefined) {
        // A struct that isn't there still has fields, all unknown, so that `none: [payment.method]` can speak of one.
        place.push(field.name);
        values[slot] = this.struct(field.type.struct, {}, none, path, NO_ENVELOPE, isPrivate);
        place.pop();
      }
    }
  }

  /** The value at `#place`. */
  value(type: Type, raw: unknown, none: Map<string, true>, isPrivate: boolean): Value {
    const place = this.#place;
    if (place.length > DEPTH_LIMIT) {
      this.report('too-deep', { limit: String(DEPTH_LIMIT) }, [...place]);
      return undefined;
    }
    if (type.kind === 'struct') {
      if (typeof raw === 'object' && raw !== null && !Array.isArray(raw)) {
        return this.struct(
          type.struct,
          raw as Record<string, unknown>,
          none,
          place.join('.'),
          NO_ENVELOPE,
          isPrivate,
        );
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
          const value = this.value(type.items, item, none, isPrivate);
          place.pop();
          return value;
        });
      }
    } else {
      const scalar = isReference(type) && isNamed(raw) ? raw.id : raw;
      const result = readScalar(type, scalar);
      if (result.ok) return result.value;
      const given = isPrivate ? said('value', shapeText(raw)) : printed(raw);
      if (result.outside !== undefined) {
        this.report('out-of-range', { ...given, ...boundParams(result.outside) }, [...place]);
        return undefined;
      }
      this.report('wrong-type', { ...given, ...typeParams(type), hint: result.expected }, [
        ...place,
      ]);
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

/** A struct of which nothing is known: the same for every record that lacks it. */
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

const NO_ENVELOPE: ReadonlySet<string> = new Set();
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
