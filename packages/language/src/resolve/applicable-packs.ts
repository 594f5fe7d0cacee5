import { compareText, matchesGlob } from '@qingdan/core';
import type { Library, LoadedPack, Manifest } from '../library.js';
import { depthOf, type Place, standsAtOrAbove } from './jurisdiction.js';

/** A pack that holds for a place, and how it came in. */
export interface ApplicablePack {
  readonly name: string;
  readonly pack: LoadedPack;
  /** It holds there by its own jurisdiction and subjects, and not only because another pack extends it. */
  readonly own: boolean;
  /** Whether an item of the pack holds there, its own subjects apart. */
  readonly brings: (id: string) => boolean;
}

/**
 * The packs that hold for a place, those above first. A pack holds by its own jurisdiction and subjects, and then with
 * all its items; or because such a pack extends it, and then with the items that each `use` on the way lets through.
 * A `use` therefore never takes away an item that holds in its own right.
 */
export function applicablePacks(library: Library, place: Place): ApplicablePack[] {
  const own = new Set<string>();
  for (const [name, { manifest }] of library.packs) if (fits(manifest, place)) own.add(name);

  // Each way by which a pack is extended is a list of globs lists: an item must fit one of each.
  const ways = new Map<string, (readonly (readonly string[])[])[]>();
  const follow = (name: string, way: readonly (readonly string[])[], path: readonly string[]) => {
    for (const { pack, use } of library.packs.get(name)?.manifest.extends ?? []) {
      if (path.includes(pack)) continue;
      const longer = use === undefined ? way : [...way, use];
      ways.set(pack, [...(ways.get(pack) ?? []), longer]);
      follow(pack, longer, [...path, pack]);
    }
  };
  for (const name of own) follow(name, [], [name]);

  return [...new Set([...own, ...ways.keys()])]
    .flatMap((name) => {
      const pack = library.packs.get(name);
      if (pack === undefined) return [];
      const brings = (id: string): boolean =>
        own.has(name) ||
        (ways.get(name) ?? []).some((way) =>
          way.every((globs) => globs.some((glob) => matchesGlob(glob, id))),
        );
      return [{ name, pack, own: own.has(name), brings }];
    })
    .sort((a, b) => fromAbove(library, a, b));
}

/** The names of all packs that a pack extends, directly or not. */
export function extendedBy(library: Library, name: string): Set<string> {
  const found = new Set<string>();
  const visit = (at: string): void => {
    for (const { pack } of library.packs.get(at)?.manifest.extends ?? []) {
      if (found.has(pack)) continue;
      found.add(pack);
      visit(pack);
    }
  };
  visit(name);
  return found;
}

function fits({ jurisdiction, subjects }: Manifest, place: Place): boolean {
  return (
    standsAtOrAbove(jurisdiction, place.jurisdiction) &&
    (subjects.length === 0 || (place.subject !== undefined && subjects.includes(place.subject)))
  );
}

/** By level, then the extended before what extends it; names only settle what has no meaning. */
function fromAbove(library: Library, a: ApplicablePack, b: ApplicablePack): number {
  return (
    depthOf(a.pack.manifest.jurisdiction) - depthOf(b.pack.manifest.jurisdiction) ||
    extendedBy(library, a.name).size - extendedBy(library, b.name).size ||
    compareText(a.name, b.name)
  );
}
