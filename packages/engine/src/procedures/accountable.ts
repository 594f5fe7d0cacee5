import type { Explanation, Policy, Procedure } from '@qingdan/core';

/** Those who do the step, with the duty that the responsibility list gives them under the procedure's powers. */
export function accountableFor(
  id: string,
  procedure: Procedure,
  policy: Policy,
): Explanation['accountable'] {
  const items = policy.items.flat();
  const powers = new Set(
    items.flatMap((item) =>
      item.kind === 'Power' && item.procedure === procedure.id ? [item.id] : [],
    ),
  );
  const roles = procedure.steps.find((step) => step.id === id)?.roles ?? [];
  return roles.map((role) => {
    const duty = items.find(
      (item) => item.kind === 'Responsibility' && item.role === role && powers.has(item.power),
    );
    return duty?.kind === 'Responsibility' ? { role, duty: duty.duty } : { role };
  });
}
