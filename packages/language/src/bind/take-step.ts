import { type PathStep, type StructType, type Type } from '@qingdan/core';
import type { Context } from './names.js';

export type Taken =
  | { readonly kind: 'step'; readonly steps: readonly PathStep[]; readonly type: Type }
  /** What it names couldn't be bound, which was reported there. */
  | { readonly kind: 'broken' }
  | { readonly kind: 'list' }
  | { readonly kind: 'unknown'; readonly owner?: string; readonly known: readonly string[] };

const TEXT: Type = { kind: 'text' };
const DATE: Type = { kind: 'date' };

/** Where one name of a path leads from a value of a type. */
export function takeStep(type: Type, name: string, context: Context): Taken {
  switch (type.kind) {
    case 'record':
      return fromRecord(type.to, name, context);
    case 'struct':
      return fromStruct(type.struct, name, context);
    case 'person':
    case 'organisation':
    case 'ref':
      return fromReference(type.to, name, context);
    case 'period':
      return name === 'from' || name === 'until'
        ? step({ kind: 'periodEnd', end: name }, DATE)
        : { kind: 'unknown', known: ['from', 'until'] };
    case 'list':
    case 'set':
      return { kind: 'list' };
    default:
      return { kind: 'unknown', known: [] };
  }
}

function fromReference(to: string, name: string, context: Context): Taken {
  if (name === 'id') return step({ kind: 'id' }, TEXT);
  const taken = fromRecord(to, name, context);
  return taken.kind === 'step'
    ? { ...taken, steps: [{ kind: 'follow', to }, ...taken.steps] }
    : taken;
}

function fromRecord(kind: string, name: string, context: Context): Taken {
  const { names, pack } = context;
  const record = names.records.get(kind);
  // A register that no pack describes: nothing is known of it but ids.
  if (record === undefined)
    return names.declaration('Record', kind) === undefined
      ? { kind: 'unknown', owner: kind, known: ['id'] }
      : { kind: 'broken' };
  const field = fromStruct(record.fields, name, context);
  if (field.kind !== 'unknown') return field;
  const definitions = names.definitions.get(kind);
  const definition = definitions?.get(name);
  if (definition !== undefined && names.sees(pack, definition.pack))
    return step({ kind: 'definition', id: definition.id }, definition.type);
  if (name === 'id') return step({ kind: 'id' }, TEXT);
  if (name === 'organisation' && !record.shared)
    return step({ kind: 'organisation' }, { kind: 'organisation', to: 'organisation' });
  const facts = [...(definitions ?? [])].flatMap(([fact, { pack: owner }]) =>
    names.sees(pack, owner) ? [fact] : [],
  );
  const known = [
    ...record.fields.names(),
    ...facts,
    'id',
    ...(record.shared ? [] : ['organisation']),
  ];
  return { kind: 'unknown', owner: kind, known };
}

function fromStruct(struct: StructType, name: string, { names }: Context): Taken {
  const slot = struct.slotOf(name);
  const field = struct.field(name);
  if (slot !== undefined && field !== undefined)
    return step({ kind: 'field', name, slot }, field.type);
  return names.isBroken(struct, name)
    ? { kind: 'broken' }
    : { kind: 'unknown', known: struct.names() };
}

function step(taken: PathStep, type: Type): Taken {
  return { kind: 'step', steps: [taken], type };
}
