import {
  type Field,
  isReference,
  type Privacy,
  type RecordType,
  type StructType,
  type Type,
} from '@qingdan/core';
import { structOf } from '../sentences/walk-path.js';
import { stricter, type Voice } from '../values/voice.js';

/** The type and class of privacy at the end of a dotted path, through groups and references. */
export function factAt(
  fact: string,
  record: RecordType,
  { policy, lang }: Voice,
): { readonly type: Type; readonly privacy: Privacy; readonly unit?: string } {
  const start: Type = { kind: 'record', to: record.id };
  let type: Type = start;
  let privacy: Privacy = 'public';
  let unit: string | undefined;
  for (const name of fact.split('.')) {
    if (isReference(type)) {
      if (name === 'id') continue;
      type = { kind: 'record', to: type.to };
    }
    const struct: StructType | undefined =
      structOf(type, policy) ?? (type === start ? record.fields : undefined);
    const field: Field | undefined = struct?.field(name);
    if (field === undefined) return { type: { kind: 'text' }, privacy };
    type = field.type;
    privacy = stricter(privacy, field.privacy);
    unit = field.unit?.[lang];
  }
  return { type, privacy, ...(unit === undefined ? {} : { unit }) };
}
