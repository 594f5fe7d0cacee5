import { isReference, type RecordType, type Type } from '@qingdan/core';

/** The field by which the entries of an organisation's register say whose they are: `officer.person`. */
export function belongsField(register: RecordType, to: string): string | undefined {
  if (!register.register || register.shared) return undefined;
  const field = register.fields.field(to);
  return field !== undefined && refersTo(field.type, to) ? field.name : undefined;
}

/** Whether a field holds records of a kind, one or several. */
export function refersTo(type: Type, kind: string): boolean {
  if (type.kind === 'list' || type.kind === 'set') return refersTo(type.items, kind);
  return isReference(type) && type.to === kind;
}
