import { type Constraint, GRAVITIES, NATURES } from '@qingdan/core';
import { get, type Node } from '../../read/node.js';
import { choiceOf, localizedOf } from '../../read/read-values.js';
import { bindBasis } from '../bind-basis.js';
import type { Context } from '../names.js';

/** How grave what departs from a constraint is, and on what the constraint rests. */
export type Weight = Pick<Constraint, 'severity' | 'nature' | 'basis' | 'remedy'>;

/** What a step or a constraint says of its weight; where it says nothing, what the procedure does. */
export function weightOf(node: Node, procedure: Weight, context: Context): Weight {
  const basis = get(node, 'basis');
  return {
    severity: choiceOf(get(node, 'severity'), GRAVITIES) ?? procedure.severity,
    nature: choiceOf(get(node, 'nature'), NATURES) ?? procedure.nature,
    basis: basis === undefined ? procedure.basis : bindBasis(basis, context),
    remedy: localizedOf(get(node, 'remedy')) ?? procedure.remedy,
  };
}
