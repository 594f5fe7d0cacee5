import type { Policy } from '@qingdan/core';
import type { Reference, ReferredKind } from '../item/references.js';

export const DOCUMENT_KINDS = [
  'procedure',
  'parameter',
  'table',
  'record',
  'role',
  'body',
  'instrument',
  'definition',
  'condition',
] as const satisfies readonly ReferredKind[];

/** What a policy declares besides list items: its kind and id. */
export interface Named {
  readonly kind: ReferredKind;
  readonly id: string;
}

/** The documents called so: `seal-use` is whatever has this id, `record:seal-use` the record kind. */
export function documentsNamed(policy: Policy, name: string): Named[] {
  const at = name.indexOf(':');
  const asked = name.slice(0, Math.max(at, 0)).toLowerCase();
  const id = name.slice(at + 1);
  return DOCUMENT_KINDS.filter(
    (kind) => (at === -1 || kind === asked) && idsOf(policy)[kind].has(id),
  ).map((kind) => ({ kind, id }));
}

/** Every name by which a document can be asked for. */
export function documentNames(policy: Policy): readonly Reference[] {
  const ids = idsOf(policy);
  return DOCUMENT_KINDS.flatMap((kind) =>
    [...ids[kind].keys()].map((id): Reference => `${kind}:${id}`),
  );
}

function idsOf(policy: Policy): Readonly<Record<ReferredKind, ReadonlyMap<string, unknown>>> {
  return {
    procedure: policy.procedures,
    parameter: policy.parameters,
    table: policy.tables,
    record: policy.records,
    role: policy.roles,
    body: policy.bodies,
    instrument: policy.instruments,
    definition: policy.definitions,
    condition: policy.conditions,
  };
}
