import {
  ALWAYS,
  type Basis,
  type Branch,
  type Condition,
  type Constraint,
  type Dated,
  type Interval,
  type Item,
  type Procedure,
  type Span,
} from '@qingdan/core';
import type { Library } from '../library.js';

/** What cites: some words of a document, with the days for which they speak. */
export interface Citing {
  readonly id: string;
  readonly basis: readonly Basis[];
  readonly interval: Interval;
  readonly span: Span;
}

/** Every place of a library that cites an instrument. */
export function citingPlaces(library: Library): Citing[] {
  const tables = [...library.tables.values()].flat();
  return [
    ...library.items.flat().map(citing),
    ...branchesOfItems(library).flatMap(({ item, branch, span }) =>
      branch.basis === undefined
        ? []
        : [{ id: item.id, basis: branch.basis, interval: item.effective, span }],
    ),
    ...[...library.definitions.values()].flat().map(citing),
    ...tables.map(citing),
    ...tables.flatMap((table) => table.rows.map((row) => ({ ...citing(table), ...row }))),
    ...[...library.parameters.values()]
      .flat()
      .flatMap(({ id, values }) => values.map((value) => ({ id, ...value }))),
    ...library.overlays.map((overlay) => ({ ...overlay, interval: ALWAYS })),
    ...[...library.procedures.values()]
      .flat()
      .flatMap((procedure) => [
        citing(procedure),
        ...ownWeights(procedure).map(({ basis, span }) => ({ ...citing(procedure), basis, span })),
      ]),
  ];
}

function citing(document: Dated & { readonly basis: readonly Basis[] }): Citing {
  const { id, basis, effective: interval, span } = document;
  return { id, basis, interval, span };
}

/** The branches of the root `any` that have a nature, a severity or a basis of their own. */
function branchesOfItems(
  library: Library,
): { readonly item: Item; readonly branch: Branch; readonly span: Span }[] {
  return library.items
    .flat()
    .flatMap((item) =>
      item.kind === 'Prohibition'
        ? rootBranches(item.violatedWhen).flatMap(({ branch, span }) =>
            branch === undefined ? [] : [{ item, branch, span }],
          )
        : [],
    );
}

/** The branches of a root `any`; any other condition is one branch. */
export function rootBranches(condition: Condition): readonly Condition[] {
  return condition.kind === 'any' ? condition.of : [condition];
}

/** The constraints of a procedure that have another basis or nature than it, one for each step that says so. */
export function ownWeights({ constraints, basis, nature }: Procedure): readonly Constraint[] {
  const own: Constraint[] = [];
  for (const constraint of constraints) {
    if (constraint.basis === basis && constraint.nature === nature) continue;
    const isKnown = own.some(
      (other) => other.basis === constraint.basis && other.nature === constraint.nature,
    );
    if (!isKnown) own.push(constraint);
  }
  return own;
}
