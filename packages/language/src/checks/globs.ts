import { type Diagnostic, diagnostic, nearestHint, said } from '@qingdan/core';
import { wordText } from '../documents/words.js';
import type { Library } from '../library.js';
import { matchesGlob } from '../resolve/glob.js';

/** What a power prohibits and what a responsibility guards is a prohibition, or a glob that fits one. */
export function checkGlobs(library: Library): Diagnostic[] {
  const items = library.items.flat();
  const known = items.flatMap(({ kind, id }) => (kind === 'Prohibition' ? id : []));
  return items.flatMap((item) => {
    const globs =
      item.kind === 'Power'
        ? [...item.prohibits, ...item.guards]
        : item.kind === 'Responsibility'
          ? item.guards
          : [];
    return globs
      .filter((glob) => !known.some((id) => matchesGlob(glob, id)))
      .map((glob) =>
        diagnostic(
          'unknown-reference',
          { ...said('kind', wordText('Prohibition')), id: glob, nearest: nearestHint(glob, known) },
          item.span,
        ),
      );
  });
}
