import type { Type } from '@qingdan/core';
import type { FieldType } from '../portable/facts.js';

/** How the module reads a field; undefined for what no field holds. */
export function fieldType(type: Type): FieldType {
  switch (type.kind) {
    case 'money':
    case 'number':
    case 'integer':
    case 'ratio':
      return 'number';
    case 'boolean':
    case 'date':
    case 'instant':
    case 'duration':
    case 'period':
      return type.kind;
    case 'person':
    case 'organisation':
    case 'ref':
      return 'id';
    case 'list':
    case 'set':
      return [fieldType(type.items)];
    case 'struct':
      return Object.fromEntries(
        type.struct.fields.map((field) => [field.name, fieldType(field.type)]),
      );
    case 'text':
    case 'enum':
    case 'role':
    case 'body':
    case 'record':
      return 'text';
  }
}
