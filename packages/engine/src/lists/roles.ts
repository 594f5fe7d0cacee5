import type { Policy } from '@qingdan/core';

/** The roles whose holder fills a place: the role itself, and higher ranks of the same body. */
export function rolesThatFill(role: string, policy: Policy): ReadonlySet<string> {
  const filled = new Set([role]);
  const place = policy.roles.get(role);
  if (place?.body === undefined || place.rank === undefined) return filled;
  for (const other of policy.roles.values()) {
    if (other.body === place.body && other.rank !== undefined && other.rank > place.rank)
      filled.add(other.id);
  }
  return filled;
}

/** The register of who holds which post, and the facts that authority reads from it and from approvals and meetings. */
export const ROSTER = { kind: 'officer', person: 'person', post: 'post', term: 'term' } as const;
export const APPROVAL = {
  person: 'person',
  role: 'role',
  decision: 'decision',
  on: 'on',
  yes: 'yes',
} as const;
export const MEETING = {
  kind: 'meeting',
  body: 'body',
  matter: 'matter',
  matters: 'matters',
  passed: 'passed',
} as const;
