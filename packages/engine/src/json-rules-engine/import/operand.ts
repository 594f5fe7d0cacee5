import type { StructType, Type } from '@qingdan/core';
import { isObject, type Json, type JsonObject } from './read-rules.js';
import { Refusal } from './reasons.js';

/** One side of a comparison: a fact, an element of a list, or a literal. */
export type Operand =
  | { readonly kind: 'fact'; readonly names: readonly string[]; readonly type: Type }
  | { readonly kind: 'element'; readonly name: string; readonly type: Type }
  | { readonly kind: 'literal'; readonly raw: Json };

/** The names of a fact and of a plain path inside it. */
export function namesOf({ fact, path, params }: JsonObject): readonly string[] {
  if (typeof fact !== 'string' || fact === '') throw new Refusal('shape', JSON.stringify(fact));
  if (isObject(params) && Object.keys(params).length > 0) throw new Refusal('params', fact);
  return [...fact.split('.'), ...(path === undefined || path === '' ? [] : plainPath(path))];
}

/** `$.a.b` and `$['a'].b`; anything else of JSONPath is refused. */
function plainPath(path: Json): string[] {
  const refused = new Refusal('path', typeof path === 'string' ? path : JSON.stringify(path));
  if (typeof path !== 'string' || !path.startsWith('$')) throw refused;
  const names: string[] = [];
  let rest = path.slice(1);
  while (rest !== '') {
    const step = /^(?:\.([^.[\]*?()@'"`~^,:\s]+)|\['([^'\\]+)'\]|\["([^"\\]+)"\])/.exec(rest);
    const name = step?.[1] ?? step?.[2] ?? step?.[3];
    if (step === null || name === undefined) throw refused;
    names.push(name);
    rest = rest.slice(step[0].length);
  }
  if (names.length === 0) throw refused;
  return names;
}

/** Where names lead from the fields of a record; undefined where there is no such field. */
export function typeAt(names: readonly string[], fields: StructType): Type | undefined {
  const [first = '', ...others] = names;
  const own: Type | undefined = first === 'id' ? { kind: 'text' } : undefined;
  return others.reduce<Type | undefined>(
    (type, name) => (type === undefined ? undefined : stepInto(type, name)),
    fields.field(first)?.type ?? own,
  );
}

function stepInto(type: Type, name: string): Type | undefined {
  if (type.kind === 'struct') return type.struct.field(name)?.type;
  if (type.kind === 'period' && (name === 'from' || name === 'until')) return { kind: 'date' };
  return undefined;
}
