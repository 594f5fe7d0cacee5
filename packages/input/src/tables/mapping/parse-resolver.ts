import {
  type Diagnostic,
  diagnostic,
  nearestHint,
  type RecordType,
  type Span,
} from '@qingdan/core';
import type { Resolver } from './mapping.js';
import { belongsField } from './refers-to.js';

/** Reads `person by name within organisation`, and checks it against the kinds of record there are. */
export function parseResolver(
  written: string,
  kinds: ReadonlyMap<string, RecordType>,
  span: Span,
): { readonly resolver: Resolver } | { readonly fault: Diagnostic } {
  const parts = /^([\w-]+) by ([\w-]+)( within organisation)?$/.exec(written);
  const [, kind = '', field = '', within] = parts ?? [];
  const register = kinds.get(kind);
  if (register === undefined) {
    const known = [...kinds.keys()];
    const params = { kind, nearest: nearestHint(kind, known), known: known.join(', ') };
    return { fault: diagnostic('unknown-record-kind', params, span) };
  }
  if (register.fields.field(field)?.type.kind !== 'text') {
    const names = register.fields.fields.filter((each) => each.type.kind === 'text');
    const nearest = nearestHint(
      field,
      names.map(({ name }) => name),
    );
    return { fault: diagnostic('bad-target', { kind, field, nearest }, span) };
  }
  if (within !== undefined && !knowsWithin(register, kinds))
    return { fault: diagnostic('resolve-not-within', { kind, field }, span) };
  const { label } = register;
  return { resolver: { kind, label, field, withinOrganisation: within !== undefined } };
}

/** Whether registers say of which organisation the records of a kind are. */
function knowsWithin(register: RecordType, kinds: ReadonlyMap<string, RecordType>): boolean {
  return (
    !register.shared ||
    [...kinds.values()].some((kind) => belongsField(kind, register.id) !== undefined)
  );
}
