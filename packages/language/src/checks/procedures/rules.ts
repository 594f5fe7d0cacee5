import type { Constraint, Procedure, ProcedureRule } from '@qingdan/core';

type Kind = ProcedureRule['kind'];
type Rule<K extends Kind> = Extract<ProcedureRule, { kind: K }>;

/** The constraints of a procedure with a rule of one kind. */
export function rulesOf<K extends Kind>(
  { constraints }: Procedure,
  kind: K,
): readonly (Constraint & { readonly rule: Rule<K> })[] {
  return constraints.filter(
    (constraint): constraint is Constraint & { rule: Rule<K> } => constraint.rule.kind === kind,
  );
}
