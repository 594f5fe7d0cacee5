import {
  compareExact,
  type Constraint,
  type Diagnostic,
  diagnostic,
  type Exact,
  isExact,
  type Policy,
  printExact,
  type Procedure,
  type Share,
  sortDiagnostics,
} from '@qingdan/core';
import type { Library } from '../../library.js';
import { resolvePolicy } from '../../resolve/resolve-policy.js';
import { placesOf } from '../places.js';
import { rulesOf } from './rules.js';

/** No quorum or majority asks for more than the whole body, by any figure that a parameter or a table gives somewhere. */
export function checkQuorumTooHigh(library: Library): Diagnostic[] {
  const found = placesOf(library).flatMap((place) => {
    const { value: policy } = resolvePolicy(library, place);
    return [...policy.procedures.values()]
      .flat()
      .flatMap((procedure) => tooHigh(policy, procedure));
  });
  // Organisations of several kinds and places have the same procedures.
  return sortDiagnostics(found);
}

function tooHigh(policy: Policy, procedure: Procedure): Diagnostic[] {
  return rulesOf(procedure, 'quorum').flatMap((constraint) => {
    const shares = sharesOf(constraint).flatMap((share) =>
      figuresOf(share, policy)
        .filter((figure) => compareExact(figure, 1) > (share.above ? -1 : 0))
        .map((figure) => `${share.above ? '>' : '≥'}${printExact(figure)}`),
    );
    const [share] = shares;
    if (share === undefined) return [];
    const params = { id: procedure.id, constraint: constraint.id, share };
    return [diagnostic('quorum-too-high', params, constraint.span)];
  });
}

function sharesOf({ rule }: Constraint): readonly Share[] {
  if (rule.kind !== 'quorum') return [];
  const wanted = rule.present.map(({ share }) => share);
  return rule.yes === undefined ? wanted : [...wanted, rule.yes.share];
}

/** What a share may be. Which row of a table decides hangs on the case, and is asked for by name where it is known. */
function figuresOf({ share }: Share, policy: Policy): readonly Exact[] {
  if (share.kind === 'literal') return [share.value].filter(isExact);
  if (share.kind === 'parameter')
    return (policy.parameters.get(share.id)?.values ?? [])
      .map(({ value }) => value)
      .filter(isExact);
  if (share.kind !== 'table') return [];
  const { inputs, output } = share;
  return [...(policy.tables.get(share.id) ?? [])]
    .flatMap(({ rows }) => rows)
    .filter(({ when }) =>
      [...inputs].every(([name, input]) => {
        const cell = when.get(name);
        if (input.kind !== 'literal' || cell?.kind !== 'values') return true;
        return cell.values.includes(input.value);
      }),
    )
    .map(({ then }) => then.get(output))
    .filter(isExact);
}
