import type { Text } from '../source/text.js';
import type { Exact } from '../values/exact.js';

/** Types whose values are read from one text or number. */
export const SCALAR_TYPES = [
  'money',
  'number',
  'integer',
  'ratio',
  'boolean',
  'text',
  'date',
  'instant',
  'duration',
  'period',
  'enum',
  'person',
  'organisation',
  'role',
  'body',
  'ref',
] as const;

export type ScalarName = (typeof SCALAR_TYPES)[number];

export type Type =
  | {
      readonly kind: 'money' | 'number' | 'integer' | 'ratio';
      readonly min?: Exact;
      readonly max?: Exact;
    }
  | { readonly kind: 'boolean' | 'text' | 'date' | 'instant' | 'duration' | 'period' }
  /** The id of a Role or Body; `ids` are those that the packs declare. */
  | { readonly kind: 'role' | 'body'; readonly ids?: ReadonlySet<string> }
  | { readonly kind: 'enum'; readonly name: string; readonly values: ReadonlyMap<string, Text> }
  /** The id of another record; `to` is its kind. `person` and `organisation` are refs to the registers of that name. */
  | { readonly kind: 'person' | 'organisation' | 'ref'; readonly to: string }
  | { readonly kind: 'list' | 'set'; readonly items: Type }
  | { readonly kind: 'struct'; readonly struct: StructType }
  /** A record reached through a ref, or as the element of a source. */
  | { readonly kind: 'record'; readonly to: string };

export type TypeKind = Type['kind'];

export type Privacy = 'public' | 'personal' | 'secret';

export interface Field {
  readonly name: string;
  readonly type: Type;
  readonly label: Text;
  readonly privacy: Privacy;
  readonly unit?: Text;
}

/** Fields in a fixed order, so that a value is found by its slot. Packs may add fields; slots are never reused. */
export class StructType {
  readonly fields: Field[] = [];
  readonly #slots = new Map<string, number>();

  constructor(fields: Iterable<Field> = []) {
    for (const field of fields) this.add(field);
  }

  /** Adds a field; false where the name is taken. */
  add(field: Field): boolean {
    if (this.#slots.has(field.name)) return false;
    this.#slots.set(field.name, this.fields.length);
    this.fields.push(field);
    return true;
  }

  slotOf(name: string): number | undefined {
    return this.#slots.get(name);
  }

  field(name: string): Field | undefined {
    const slot = this.#slots.get(name);
    return slot === undefined ? undefined : this.fields[slot];
  }

  names(): string[] {
    return this.fields.map((field) => field.name);
  }
}

/** A kind of record: a transaction with a governing date, or a register without one. */
export interface RecordType {
  readonly id: string;
  readonly label: Text;
  readonly fields: StructType;
  /** The slot of the field whose date chooses the law; absent for a register, which is judged by the clock. */
  readonly governingDate?: number;
  readonly register: boolean;
  /** Belongs to no organisation. */
  readonly shared: boolean;
  readonly approvals?: number;
  readonly decision?: number;
  readonly holder?: number;
  /** The field that names the case of a procedure in which it was done. */
  readonly case?: number;
  /** The role that keeps these records, and so can supply what is missing. */
  readonly keptBy?: string;
}

const ORDERED: ReadonlySet<TypeKind> = new Set([
  'money',
  'number',
  'integer',
  'ratio',
  'date',
  'instant',
  'duration',
  'text',
]);

export function isOrdered(type: Type): boolean {
  return ORDERED.has(type.kind);
}

export function isNumeric(type: Type): boolean {
  return (
    type.kind === 'money' ||
    type.kind === 'number' ||
    type.kind === 'integer' ||
    type.kind === 'ratio'
  );
}

export function isReference(type: Type): type is Extract<Type, { to: string }> {
  return type.kind === 'person' || type.kind === 'organisation' || type.kind === 'ref';
}

/** How a type is named in messages. */
export function nameOfType(type: Type): string {
  switch (type.kind) {
    case 'list':
    case 'set':
      return `${type.kind} of ${nameOfType(type.items)}`;
    case 'ref':
      return `ref to ${type.to}`;
    case 'enum':
      return `enum ${type.name}`;
    case 'record':
      return `record ${type.to}`;
    default:
      return type.kind;
  }
}
