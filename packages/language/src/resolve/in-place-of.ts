import { compareText, type Constraint, type Procedure, type Revisions } from '@qingdan/core';

/**
 * Procedures that take the place of others: these leave, and what rests on a case of theirs rests on one of those. Of two
 * in the place of one, the first by id takes it: nothing depends on the order of files.
 */
export function putInPlace(
  procedures: ReadonlyMap<string, Revisions<Procedure>>,
): ReadonlyMap<string, Revisions<Procedure>> {
  const instead = new Map<string, string>();
  const inOrder = [...procedures].sort(([a], [b]) => compareText(a, b));
  for (const [id, revisions] of inOrder) {
    for (const { inPlaceOf } of revisions)
      if (inPlaceOf !== undefined && !instead.has(inPlaceOf)) instead.set(inPlaceOf, id);
  }
  if (instead.size === 0) return procedures;
  return new Map(
    [...procedures]
      .filter(([id]) => !instead.has(id))
      .map(([id, revisions]) => [id, revisions.map((each) => led(each, instead))]),
  );
}

/** A procedure whose steps lead to the procedures that stand in the place of others. */
function led(procedure: Procedure, instead: ReadonlyMap<string, string>): Procedure {
  const { steps, constraints } = procedure;
  if (!steps.some(({ via }) => via !== undefined && instead.has(via))) return procedure;
  return {
    ...procedure,
    steps: steps.map((step) =>
      step.via === undefined ? step : { ...step, via: instead.get(step.via) ?? step.via },
    ),
    constraints: constraints.map((constraint): Constraint => {
      const { rule } = constraint;
      if (rule.kind !== 'via') return constraint;
      const other = instead.get(rule.procedure) ?? rule.procedure;
      return { ...constraint, rule: { ...rule, procedure: other } };
    }),
  };
}
