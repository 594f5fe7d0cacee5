import { type RecordType, StructType, type Type } from '@qingdan/core';
import { label } from './marks.js';

/** The types that random policies and cases are made of. */
export const MONEY: Type = { kind: 'money', min: 0 };
export const BALANCE: Type = { kind: 'money' };
export const COUNT: Type = { kind: 'integer', min: 0, max: 100 };
export const NUMBER: Type = { kind: 'number' };
export const RATIO: Type = { kind: 'ratio', min: 0, max: 1 };
export const BOOLEAN: Type = { kind: 'boolean' };
export const TEXT: Type = { kind: 'text' };
export const DATE: Type = { kind: 'date' };
export const INSTANT: Type = { kind: 'instant' };
export const DURATION: Type = { kind: 'duration' };
export const PERIOD: Type = { kind: 'period' };
export const ROLE: Type = { kind: 'role' };
export const BODY: Type = { kind: 'body' };
export const PERSON: Type = { kind: 'person', to: 'person' };

export function enumOf(name: string, values: readonly string[]): Type {
  return { kind: 'enum', name, values: new Map(values.map((value) => [value, label(value)])) };
}

export function refTo(to: string): Type {
  return { kind: 'ref', to };
}

export function listOf(items: Type): Type {
  return { kind: 'list', items };
}

export function structOf(fields: Readonly<Record<string, Type>>): Type {
  return { kind: 'struct', struct: structType(fields) };
}

function structType(fields: Readonly<Record<string, Type>>): StructType {
  return new StructType(
    Object.entries(fields).map(([name, type]) => ({
      name,
      type,
      label: label(name),
      privacy: 'public',
    })),
  );
}

export interface RecordOptions {
  readonly governingDate?: string;
  readonly shared?: boolean;
  readonly approvals?: string;
  readonly decision?: string;
  readonly holder?: string;
}

/** A kind of record; without `governingDate` it is a register. Options name fields. */
export function recordOf(
  id: string,
  fields: Readonly<Record<string, Type>>,
  options: RecordOptions = {},
): RecordType {
  const type = structType(fields);
  const { shared = false, ...named } = options;
  const slots: Partial<Record<keyof typeof named, number>> = {};
  for (const [option, name] of Object.entries(named)) {
    const slot = type.slotOf(name);
    if (slot === undefined) throw new Error(`${id} has no field ${name}`);
    slots[option as keyof typeof named] = slot;
  }
  return {
    id,
    label: label(id),
    fields: type,
    register: options.governingDate === undefined,
    shared,
    ...slots,
  };
}

/** What may be compared with what: numbers with numbers, a list with a list of the same. */
export function comparableKey(type: Type): string {
  switch (type.kind) {
    case 'number':
    case 'integer':
    case 'ratio':
      return 'number';
    case 'enum':
      return `enum ${type.name}`;
    case 'person':
    case 'organisation':
    case 'ref':
      return `ref ${type.to}`;
    case 'list':
    case 'set':
      return `list ${comparableKey(type.items)}`;
    case 'record':
      return `record ${type.to}`;
    default:
      return type.kind;
  }
}
