import { type Basis, SUBJECTS } from '@qingdan/core';
import type { Library } from '../library.js';
import { extendedBy } from '../resolve/applicable-packs.js';
import { standsAbove, standsAtOrAbove } from '../resolve/jurisdiction.js';

/** Whether a pack stands above another: by its level, or because the other, of the same level, extends it. */
export function isAbove(library: Library, upper: string, lower: string): boolean {
  const high = jurisdictionOf(library, upper);
  const low = jurisdictionOf(library, lower);
  if (high === undefined || low === undefined || upper === lower) return false;
  return standsAbove(high, low) || (high === low && extendedBy(library, lower).has(upper));
}

/** Whether some organisation may have both packs. */
export function shareOrganisation(library: Library, a: string, b: string): boolean {
  const first = library.packs.get(a)?.manifest;
  const second = library.packs.get(b)?.manifest;
  if (first === undefined || second === undefined) return false;
  const places =
    standsAtOrAbove(first.jurisdiction, second.jurisdiction) ||
    standsAtOrAbove(second.jurisdiction, first.jurisdiction);
  return (
    places &&
    (extendedBy(library, a).has(b) ||
      extendedBy(library, b).has(a) ||
      SUBJECTS.some(
        (subject) =>
          (first.subjects.length === 0 || first.subjects.includes(subject)) &&
          (second.subjects.length === 0 || second.subjects.includes(subject)),
      ))
  );
}

/** The levels that made something: those of the instruments it cites, or else that of the pack that says it. */
export function makersOf(library: Library, basis: readonly Basis[], pack: string): string[] {
  const levels = basis.flatMap(
    ({ instrument }) => library.instruments.get(instrument)?.level ?? [],
  );
  return levels.length > 0 ? [...new Set(levels)] : [jurisdictionOf(library, pack) ?? 'CN'];
}

function jurisdictionOf(library: Library, pack: string): string | undefined {
  return library.packs.get(pack)?.manifest.jurisdiction;
}
