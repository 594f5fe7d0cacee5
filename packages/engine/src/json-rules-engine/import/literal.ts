import { isNumeric, isReference, readScalar, type Type } from '@qingdan/core';
import type { Json } from './read-rules.js';
import { Refusal } from './reasons.js';

/** A literal beside a value of a type, if the library and the language find it equal to the same facts. */
export function checkLiteral(raw: Json, type: Type): Json {
  const what = typeof raw === 'string' ? raw : JSON.stringify(raw);
  const sound = readScalar(type, raw).ok;
  if (isNumeric(type)) {
    if (typeof raw === 'string') throw new Refusal('numeric', what);
    if (typeof raw !== 'number' || !sound) throw new Refusal('literal', what);
    return raw;
  }
  switch (type.kind) {
    case 'date':
      if (!sound || !isWholeDate(raw)) throw new Refusal('date', what);
      return raw;
    case 'boolean':
    case 'text':
    case 'enum':
    case 'role':
    case 'body':
      if (!sound) throw new Refusal('literal', what);
      return raw;
    default:
      // One instant, one length of time can be written in more ways than one, and the library compares what is written.
      if (!isReference(type) || !sound) throw new Refusal('literal', what);
      return raw;
  }
}

export function isWholeDate(raw: Json): boolean {
  return typeof raw === 'string' && /^\d{4}-\d\d-\d\d$/.test(raw);
}
