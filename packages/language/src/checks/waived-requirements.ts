import { type Diagnostic, diagnostic, nearestHint, said } from '@qingdan/core';
import { wordText } from '../documents/words.js';
import type { Library } from '../library.js';

/** What a waiver lifts of a procedure is one of its requirements: `<procedure>#<requirement>`. */
export function checkWaivedRequirements(library: Library): Diagnostic[] {
  return [...library.packs.values()].flatMap(({ manifest }) =>
    manifest.waivers.flatMap(({ item, span }) => {
      const [procedure = '', requirement] = item?.split('#') ?? [];
      if (requirement === undefined) return [];
      const known = (library.procedures.get(procedure) ?? []).flatMap(({ constraints }) =>
        constraints.map(({ id }) => id),
      );
      if (known.includes(requirement)) return [];
      const params = {
        ...said('kind', wordText('constraint')),
        id: requirement,
        nearest: nearestHint(requirement, known),
      };
      return [diagnostic('unknown-reference', params, span)];
    }),
  );
}
