import { type Item, nearestName, type Policy } from '@qingdan/core';
import type { Packs } from '@qingdan/sdk';

/** The policy in which an item is told: that of a place, else of the place its own pack is for. */
export function policyOfItem(
  name: string,
  packs: Packs,
  jurisdiction?: string,
): Policy | undefined {
  const item = packs.library.items.map(([first]) => first).find((each) => isNamed(each, name));
  if (item === undefined) return undefined;
  const manifest = packs.library.packs.get(item.pack)?.manifest;
  const subject = item.subjects?.[0] ?? manifest?.subjects[0];
  return packs.policyFor({ subject, jurisdiction: jurisdiction ?? manifest?.jurisdiction ?? 'CN' });
}

/** ` → \`village.seal-use\`?` for a name that is nearly one, or lacks its pack. */
export function nearestItem(name: string, packs: Packs): string {
  const ids = new Set(
    packs.library.items.flatMap(([first]) => (first === undefined ? [] : [first.id])),
  );
  const bare = name.slice(name.indexOf(':') + 1);
  // People leave the pack out; then what follows it is compared.
  const byName = new Map([...ids].map((id) => [id.slice(id.indexOf('.') + 1), id]));
  const nearest = nearestName(bare, ids) ?? byName.get(nearestName(bare, byName.keys()) ?? '');
  return nearest === undefined ? '' : ` → \`${nearest}\`?`;
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
