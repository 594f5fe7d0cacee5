import { type Diagnostic, diagnostic, intersect } from '@qingdan/core';
import type { Library } from '../library.js';
import { citingPlaces } from './citations.js';
import { daysOfBasis } from '../resolve/days-of-basis.js';

/** A citation holds on some day of what it supports. */
export function checkBasisInForce(library: Library): Diagnostic[] {
  return citingPlaces(library).flatMap(({ basis, interval }) =>
    basis.flatMap((citation) => {
      const law = library.instruments.get(citation.instrument);
      if (law === undefined) return [];
      const days = daysOfBasis(library, citation);
      if (days !== undefined && intersect(days, interval) !== undefined) return [];
      return [
        diagnostic('basis-not-in-force', { instrument: law.id }, citation.span, {
          related: [law.span],
        }),
      ];
    }),
  );
}
