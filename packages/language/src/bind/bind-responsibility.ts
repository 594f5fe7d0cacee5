import type { Basis, Responsibility } from '@qingdan/core';
import { get, textsOf } from '../read/node.js';
import type { DocumentText } from '../read/read-pack.js';
import { localizedOf } from '../read/read-values.js';
import { bindCondition } from './bind-condition.js';
import { bindDeadline } from './bind-deadline.js';
import { itemBaseOf } from './dated.js';
import type { Context } from './names.js';
import { idAt } from './references.js';
import { scopeOf } from './scope.js';

/** A duty under a power; without a basis of its own it rests on the power's. */
export function bindResponsibility(
  document: DocumentText,
  basisOfPower: (id: string) => readonly Basis[],
  context: Context,
): Responsibility | undefined {
  const { node } = document;
  const base = itemBaseOf(document, 'minor', context);
  const power = idAt(get(node, 'power'), 'Power', context);
  const role = idAt(get(node, 'role'), 'Role', context);
  const duty = localizedOf(get(node, 'duty'));
  const record = power === undefined ? undefined : context.names.powers.get(power);
  if (power === undefined || record === undefined) return undefined;
  const scope = scopeOf(record);
  const when = get(node, 'appliesWhen');
  const appliesWhen = when === undefined ? undefined : bindCondition(when, scope, context);
  const dueNode = get(node, 'due');
  const due = dueNode === undefined ? undefined : bindDeadline(dueNode, scope, context);
  const fulfilled = get(node, 'fulfilledWhen');
  const fulfilledWhen =
    fulfilled === undefined
      ? undefined
      : bindCondition(fulfilled, scopeOf(record, dueNode !== undefined), context);
  if (base === undefined || role === undefined || duty === undefined) return undefined;
  if (fulfilledWhen === undefined) return undefined;
  if (when !== undefined && appliesWhen === undefined) return undefined;
  if (dueNode !== undefined && due === undefined) return undefined;
  return {
    kind: 'Responsibility',
    ...base,
    basis: get(node, 'basis') === undefined ? basisOfPower(power) : base.basis,
    power,
    role,
    duty,
    fulfilledWhen,
    guards: textsOf(get(node, 'guards')).map(({ text }) => text),
    ...(appliesWhen === undefined ? {} : { appliesWhen }),
    ...(due === undefined ? {} : { due }),
  };
}
