import { type Item, nearestName, type Policy } from '@qingdan/core';
import { documentNames, documentsNamed } from '@qingdan/report';
import type { Packs } from '@qingdan/sdk';

/** The policy in which a name is told: that of a place, else of the place its own pack is for. */
export function policyOfName(
  name: string,
  packs: Packs,
  jurisdiction?: string,
): Policy | undefined {
  const item = packs.library.items.map(([first]) => first).find((each) => isNamed(each, name));
  if (item === undefined) {
    return policiesOf(packs, jurisdiction).find(
      (policy) => documentsNamed(policy, name).length > 0,
    );
  }
  const manifest = packs.library.packs.get(item.pack)?.manifest;
  const subject = item.subjects?.[0] ?? manifest?.subjects[0];
  return packs.policyFor({ subject, jurisdiction: jurisdiction ?? manifest?.jurisdiction ?? 'CN' });
}

/** ` → \`village.seal-use\`?` for a name that is nearly one, or lacks its pack. */
export function nearestItem(name: string, packs: Packs): string {
  const ids = new Set(
    packs.library.items.flatMap(([first]) => (first === undefined ? [] : [first.id])),
  );
  for (const policy of policiesOf(packs))
    for (const each of documentNames(policy)) ids.add(bareOf(each));
  const bare = bareOf(name);
  // People leave the pack out; then what follows it is compared.
  const byName = new Map([...ids].map((id) => [id.slice(id.indexOf('.') + 1), id]));
  const nearest =
    byName.get(bare) ??
    nearestName(bare, ids) ??
    byName.get(nearestName(bare, byName.keys()) ?? '');
  return nearest === undefined ? '' : ` → \`${nearest}\`?`;
}

/** One policy for each pack: of broad places before narrow ones, and of these with most items to refer to a document. */
function policiesOf(packs: Packs, jurisdiction?: string): Policy[] {
  return [...packs.library.packs.values()]
    .map(({ manifest }) => ({
      breadth: manifest.jurisdiction.length,
      policy: packs.policyFor({
        subject: manifest.subjects[0],
        jurisdiction: jurisdiction ?? manifest.jurisdiction,
      }),
    }))
    .sort((a, b) => a.breadth - b.breadth || b.policy.items.length - a.policy.items.length)
    .map(({ policy }) => policy);
}

function bareOf(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** `power:village.seal-use` names the power, `village.seal-use` whatever is called so. */
function isNamed(item: Item | undefined, name: string): boolean {
  if (item === undefined) return false;
  const at = name.indexOf(':');
  if (at === -1) return item.id === name;
  return (
    item.kind.toLowerCase() === name.slice(0, at).toLowerCase() && item.id === name.slice(at + 1)
  );
}
