import { type Dated, type Diagnostic, diagnostic, printEnd } from '@qingdan/core';
import type { Library } from '../library.js';
import { inOrderOfTime } from '../resolve/order.js';
import { datedDocuments } from './documents.js';

/** Revisions of one document neither overlap nor leave a gap, unless the later one says why. */
export function checkRevisions(library: Library): Diagnostic[] {
  return datedDocuments(library).flatMap((revisions) => {
    const [first, ...later] = inOrderOfTime(revisions);
    const found: Diagnostic[] = [];
    let longest: Dated | undefined = first;
    for (const revision of later) {
      if (longest === undefined) break;
      found.push(...checkSuccession(longest, revision));
      if ((revision.effective.until ?? Infinity) >= (longest.effective.until ?? Infinity))
        longest = revision;
    }
    return found;
  });
}

function checkSuccession(before: Dated, after: Dated): Diagnostic[] {
  const { id, span, effective } = after;
  const until = before.effective.until ?? Infinity;
  const from = effective.from ?? -Infinity;
  const related = [before.span];
  if (until > from)
    return [
      diagnostic('revision-overlap', { id, date: printEnd(effective.from) }, span, { related }),
    ];
  if (until === from || after.gap !== undefined) return [];
  return [
    diagnostic(
      'revision-gap',
      { id, from: printEnd(before.effective.until), until: printEnd(effective.from) },
      span,
      { related },
    ),
  ];
}
