import { type Diagnostic, diagnostic } from '@qingdan/core';
import type { Library } from '../library.js';

/** A parameter that says `tighten: none` is set by the pack that declares it, and by no other. */
export function checkNotTightenable(library: Library): Diagnostic[] {
  return [...library.parameters.values()].flatMap((documents) => {
    const declaration = documents.find(({ declares }) => declares);
    if (declaration?.tighten !== 'none') return [];
    return documents
      .filter(({ declares }) => !declares)
      .map(({ id, span }) =>
        diagnostic('not-tightenable', { id }, span, { related: [declaration.span] }),
      );
  });
}
