import type { Parameter, Type } from '@qingdan/core';
import { type Example, EXAMPLE_VALUES } from './example-values.js';
import { quoted } from './quoted.js';

/** A value of a parameter as YAML on one line: that of the example county, else any of its type. */
export function exampleOf({ id, type }: Pick<Parameter, 'id' | 'type'>, day: string): string {
  return print(EXAMPLE_VALUES.get(id) ?? anyOf(type, day));
}

function anyOf(type: Type, day: string): Example {
  switch (type.kind) {
    case 'money':
    case 'number':
    case 'integer':
    case 'ratio':
      return 1;
    case 'boolean':
      return true;
    case 'date':
      return day;
    case 'instant':
      return `${day}T00:00:00+08:00`;
    case 'duration':
      return '10 days';
    case 'enum':
      return [...type.values.keys()][0] ?? '';
    case 'role':
    case 'body':
      return [...(type.ids ?? [])][0] ?? '';
    case 'list':
    case 'set': {
      const item = anyOf(type.items, day);
      return typeof item === 'object' ? item : [String(item)];
    }
    default:
      return '示例';
  }
}

function print(value: Example): string {
  if (typeof value === 'string') return /^\d/.test(value) ? value : quoted(value);
  return typeof value === 'object' ? `[${value.map(print).join(', ')}]` : String(value);
}
