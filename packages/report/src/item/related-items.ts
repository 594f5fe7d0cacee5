import {
  type Item,
  matchesGlob,
  type Policy,
  type Power,
  type Prohibition,
  type Responsibility,
} from '@qingdan/core';

/** Items that hang together with one item. */
export interface RelatedItems {
  readonly powers: readonly Power[];
  readonly duties: readonly Responsibility[];
  readonly prohibitions: readonly Prohibition[];
}

/** The powers an item stands under, the duties under them or guarding it, the prohibitions that belong to them. */
export function relatedItems(item: Item, policy: Policy): RelatedItems {
  const latest = policy.items
    .map((revisions) => revisions.at(-1))
    .filter((other): other is Item => other !== undefined && other.id !== item.id);
  const powers = latest.filter(
    (other): other is Power =>
      other.kind === 'Power' &&
      ((item.kind === 'Responsibility' && item.power === other.id) ||
        (item.kind === 'Prohibition' && matchesAny(item.id, other.prohibits))),
  );
  const duties = latest.filter(
    (other): other is Responsibility =>
      other.kind === 'Responsibility' &&
      ((item.kind === 'Power' && other.power === item.id) ||
        (item.kind === 'Prohibition' && matchesAny(item.id, other.guards))),
  );
  const globs =
    item.kind === 'Power' ? item.prohibits : item.kind === 'Responsibility' ? item.guards : [];
  const prohibitions = latest.filter(
    (other): other is Prohibition => other.kind === 'Prohibition' && matchesAny(other.id, globs),
  );
  return { powers, duties, prohibitions };
}

/** `village.exp-*` matches every id that begins so. */
function matchesAny(id: string, globs: readonly string[]): boolean {
  return globs.some((glob) => matchesGlob(glob, id));
}
