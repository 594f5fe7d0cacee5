import {
  compareText,
  type Interval,
  intersect,
  type Item,
  type Revisions,
  type Subject,
} from '@qingdan/core';
import type { ItemOverlay, Library } from '../library.js';
import type { ApplicablePack } from './applicable-packs.js';
import { inOrderOfTime } from './order.js';
import { piecesOf } from './parameters.js';

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
          .flatMap((item) => withOverlays(library, item, overlays)),
      ),
    )
    .filter((revisions) => revisions.length > 0)
    .sort(byKindAndId);
}

/** Whether an item speaks of organisations of a subject. */
export function fits(
  subjects: readonly Subject[] | undefined,
  subject: Subject | undefined,
): boolean {
  return subjects === undefined || (subject !== undefined && subjects.includes(subject));
}

/**
 * A revision with its overlays. An overlay holds while its basis does, so the revision is cut where one begins or ends:
 * each piece keeps the number of the revision and has what holds on its days.
 */
function withOverlays(library: Library, item: Item, overlays: readonly ItemOverlay[]): Item[] {
  const mine = overlays
    .filter(({ kind, id }) => kind === item.kind && id === item.id)
    .map((overlay) => ({ overlay, days: daysOf(library, overlay) }));
  if (mine.length === 0) return [item];
  const cuts = mine.flatMap(({ days }) => days).concat(item.effective);
  const pieces: { effective: Interval; overlays: ItemOverlay[] }[] = [];
  for (const piece of piecesOf(cuts)) {
    const effective = intersect(piece, item.effective);
    if (effective === undefined) continue;
    const held = mine
      .filter(({ days }) => days.some((interval) => intersect(interval, effective) !== undefined))
      .map(({ overlay }) => overlay);
    const last = pieces.at(-1);
    if (last !== undefined && sameElements(last.overlays, held))
      last.effective = { from: last.effective.from, until: effective.until };
    else pieces.push({ effective, overlays: held });
  }
  return pieces.map((piece) =>
    addOverlays({ ...item, effective: piece.effective }, piece.overlays),
  );
}

/** The days on which some basis of an overlay holds; without a basis every day. */
function daysOf(library: Library, { basis }: ItemOverlay): Interval[] {
  if (basis.length === 0) return [{ from: undefined, until: undefined }];
  return basis.flatMap((citation) => {
    const instrument = library.instruments.get(citation.instrument);
    if (instrument === undefined) return [citation.interval];
    return intersect(citation.interval, instrument.effective) ?? [];
  });
}

function sameElements<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((element, index) => element === b[index]);
}

/** A basis that comes with a branch is the branch's; without one it joins the item's. */
function addOverlays(item: Item, overlays: readonly ItemOverlay[]): Item {
  const basis = overlays
    .filter(({ alsoViolatedWhen }) => alsoViolatedWhen === undefined)
    .flatMap((overlay) => overlay.basis);
  const result = { ...item, basis: [...item.basis, ...basis] };
  if (result.kind === 'Prohibition') {
    const branches = overlays.flatMap(({ alsoViolatedWhen: condition, pack, basis }) =>
      condition === undefined ? [] : [{ condition, pack, basis }],
    );
    return { ...result, also: [...result.also, ...branches] };
  }
  if (result.kind === 'Power') {
    const roles = overlays.flatMap(({ alsoApprovedBy, pack }) =>
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
