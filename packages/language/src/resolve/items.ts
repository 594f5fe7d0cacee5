import { compareText, type Item, type Revisions, type Subject } from '@qingdan/core';
import type { ItemOverlay, Library } from '../library.js';
import type { ApplicablePack } from './applicable-packs.js';
import { inOrderOfTime } from './order.js';

/** The items that the packs bring for a subject, with what lower levels add; powers first, then by id. */
export function resolveItems(
  library: Library,
  packs: readonly ApplicablePack[],
  subject: Subject | undefined,
): Revisions<Item>[] {
  const byName = new Map(packs.map((pack) => [pack.name, pack]));
  const overlays = packs.flatMap(({ name }) =>
    library.overlays.filter((overlay) => overlay.pack === name),
  );
  return library.items
    .map((revisions) =>
      inOrderOfTime(
        revisions
          .filter(({ pack, id }) => byName.get(pack)?.brings(id) === true)
          .filter(({ subjects }) => fits(subjects, subject))
          .map((item) => addOverlays(item, overlays)),
      ),
    )
    .filter((revisions) => revisions.length > 0)
    .sort(byKindAndId);
}

function fits(subjects: readonly Subject[] | undefined, subject: Subject | undefined): boolean {
  return subjects === undefined || (subject !== undefined && subjects.includes(subject));
}

/** A basis that comes with a branch is the branch's; without one it joins the item's. */
function addOverlays<T extends Item>(item: T, overlays: readonly ItemOverlay[]): T {
  const mine = overlays.filter(({ kind, id }) => kind === item.kind && id === item.id);
  if (mine.length === 0) return item;
  const basis = mine
    .filter(({ alsoViolatedWhen }) => alsoViolatedWhen === undefined)
    .flatMap((overlay) => overlay.basis);
  const result = { ...item, basis: [...item.basis, ...basis] };
  if (result.kind === 'Prohibition') {
    const branches = mine.flatMap(({ alsoViolatedWhen: condition, pack, basis }) =>
      condition === undefined ? [] : [{ condition, pack, basis }],
    );
    return { ...result, also: [...result.also, ...branches] };
  }
  if (result.kind === 'Power') {
    const roles = mine.flatMap(({ alsoApprovedBy, pack }) =>
      alsoApprovedBy.map((role) => ({ role, pack })),
    );
    return { ...result, alsoApprovedBy: [...result.alsoApprovedBy, ...roles] };
  }
  return result;
}

const KINDS = ['Power', 'Responsibility', 'Prohibition'] as const satisfies Item['kind'][];

function byKindAndId([a]: Revisions<Item>, [b]: Revisions<Item>): number {
  if (a === undefined || b === undefined) return 0;
  return KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || compareText(a.id, b.id);
}
