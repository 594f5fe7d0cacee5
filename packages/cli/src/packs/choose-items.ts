import { type Diagnostic, diagnostic, matchesGlob } from '@qingdan/core';
import type { Packs } from '@qingdan/sdk';
import type { ChosenItem } from '../export/format.js';
import { nearestItem, policyOfName } from './find-item.js';

/** The items of some names (`village.exp-*`, `prohibition:village.seal-use`), each with a policy in which it holds. */
export function chooseItems(
  names: readonly string[],
  packs: Packs,
  jurisdiction: string | undefined,
): { items: readonly ChosenItem[]; diagnostics: readonly Diagnostic[] } {
  const known = packs.library.items.flatMap(([first]) => (first === undefined ? [] : [first]));
  const isMeant = ({ kind, id }: (typeof known)[number], name: string): boolean => {
    const at = name.indexOf(':');
    const isKind = at === -1 || kind.toLowerCase() === name.slice(0, at).toLowerCase();
    return isKind && matchesGlob(name.slice(at + 1), id);
  };
  const chosen = known.filter(
    (item) => names.length === 0 || names.some((name) => isMeant(item, name)),
  );
  const diagnostics = names
    .filter((name) => !known.some((item) => isMeant(item, name)))
    .map((id) => diagnostic('no-such-item', { id, nearest: nearestItem(id, packs) }));
  const items = chosen.flatMap(({ kind, id }) => {
    const policy = policyOfName(`${kind}:${id}`, packs, jurisdiction);
    const revisions = policy?.items.find(([first]) => first?.kind === kind && first.id === id);
    return policy === undefined || revisions === undefined ? [] : [{ policy, revisions }];
  });
  return { items, diagnostics };
}
