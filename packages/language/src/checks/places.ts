import { SUBJECTS } from '@qingdan/core';
import type { Library } from '../library.js';
import { NATION, type Place } from '../resolve/jurisdiction.js';

/** Every sort of organisation for which the packs of a library may say something of its own. */
export function placesOf(library: Library): Place[] {
  const levels = new Set([NATION]);
  for (const { manifest } of library.packs.values()) levels.add(manifest.jurisdiction);
  return [...levels].flatMap((jurisdiction) =>
    SUBJECTS.map((subject) => ({ subject, jurisdiction })),
  );
}
