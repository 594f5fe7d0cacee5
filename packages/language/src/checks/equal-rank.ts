import { type Diagnostic, diagnostic, intersect } from '@qingdan/core';
import type { Library, ParameterDocument } from '../library.js';
import { isAbove, shareOrganisation } from './rank.js';

/** Two packs that an organisation may have, neither above the other, don't both set a parameter for one day. */
export function checkEqualRank(library: Library): Diagnostic[] {
  return [...library.parameters.values()].flatMap((documents) =>
    documents.flatMap((second, index) =>
      documents
        .slice(0, index)
        .filter(
          (first) =>
            first.pack !== second.pack &&
            shareOrganisation(library, first.pack, second.pack) &&
            !isAbove(library, first.pack, second.pack) &&
            !isAbove(library, second.pack, first.pack) &&
            setOneDay(first, second),
        )
        .map((first) =>
          diagnostic(
            'equal-rank',
            { id: second.id, first: first.pack, second: second.pack },
            second.span,
            { related: [first.span] },
          ),
        ),
    ),
  );
}

function setOneDay(first: ParameterDocument, second: ParameterDocument): boolean {
  return first.values.some(
    (a) =>
      !a.unset &&
      second.values.some((b) => !b.unset && intersect(a.interval, b.interval) !== undefined),
  );
}
