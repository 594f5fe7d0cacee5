import { type Branch, type ClauseMarks, type Condition, GRAVITIES, NATURES } from '@qingdan/core';
import { get, type MapNode, textOf, startOf } from '../read/node.js';
import { choiceOf, localizedOf } from '../read/read-values.js';
import { bindBasis } from './bind-basis.js';
import type { Context } from './names.js';

type Unmarked<T> = T extends Condition ? Omit<T, keyof ClauseMarks> : never;

/** A condition without what any clause may carry. */
export type Bare = Unmarked<Condition>;

/** Adds to a clause its place, its name and its words, and to a branch how grave it is. */
export function marked(bare: Bare, node: MapNode, isBranch: boolean, context: Context): Condition {
  const id = textOf(get(node, 'id'));
  const says = localizedOf(get(node, 'says'));
  const branch = isBranch ? branchOf(node, context) : undefined;
  return {
    ...bare,
    span: startOf(node),
    ...(id === undefined ? {} : { id }),
    ...(says === undefined ? {} : { says }),
    ...(branch === undefined ? {} : { branch }),
  };
}

function branchOf(node: MapNode, context: Context): Branch | undefined {
  const nature = choiceOf(get(node, 'nature'), NATURES);
  const severity = choiceOf(get(node, 'severity'), GRAVITIES);
  const remedy = localizedOf(get(node, 'remedy'));
  const basis = get(node, 'basis');
  const branch: Branch = {
    ...(nature === undefined ? {} : { nature }),
    ...(severity === undefined ? {} : { severity }),
    ...(basis === undefined ? {} : { basis: bindBasis(basis, context) }),
    ...(remedy === undefined ? {} : { remedy }),
  };
  return Object.keys(branch).length === 0 ? undefined : branch;
}
