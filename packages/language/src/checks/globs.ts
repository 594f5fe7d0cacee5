import { type Diagnostic, diagnostic, matchesGlob, nearestHint, said } from '@qingdan/core';
import { wordText } from '../documents/words.js';
import type { Library } from '../library.js';

/**
 * What a power prohibits and what a power or a responsibility guards is a prohibition, or a glob that fits one; a responsibility
 * guards steps of procedures as well.
 */
export function checkGlobs(library: Library): Diagnostic[] {
  const items = library.items.flat();
  const known = items.flatMap(({ kind, id }) => (kind === 'Prohibition' ? id : []));
  const steps = [...library.procedures.values()]
    .flat()
    .flatMap(({ id, steps: own }) => own.map((step) => `${id}#${step.id}`));
  return items.flatMap((item) => {
    const globs =
      item.kind === 'Power'
        ? [...item.prohibits, ...item.guards]
        : item.kind === 'Responsibility'
          ? item.guards
          : [];
    const isStep = (glob: string): boolean =>
      item.kind === 'Responsibility' && steps.includes(glob);
    return globs
      .filter((glob) => !isStep(glob) && !known.some((id) => matchesGlob(glob, id)))
      .map((glob) =>
        diagnostic(
          'unknown-reference',
          {
            ...said('kind', wordText('Prohibition')),
            id: glob,
            nearest: nearestHint(glob, glob.includes('#') ? steps : known),
          },
          item.span,
        ),
      );
  });
}
