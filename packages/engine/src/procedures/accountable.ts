import type { Explanation, Policy, Procedure } from '@qingdan/core';

/** Those who do a step, and those whose duty guards it (`<procedure>#<step>`), with that duty. */
export function accountableFor(
  step: string,
  procedure: Procedure,
  policy: Policy,
): Explanation['accountable'] {
  const roles = procedure.steps.find(({ id }) => id === step)?.roles ?? [];
  const byRole = new Map<string, Explanation['accountable'][number]>(
    roles.map((role) => [role, { role }]),
  );
  for (const item of policy.items.flat()) {
    if (item.kind !== 'Responsibility' || !item.guards.includes(`${procedure.id}#${step}`))
      continue;
    const { role, duty } = item;
    if (byRole.get(role)?.duty === undefined) byRole.set(role, { role, duty });
  }
  return [...byRole.values()];
}
