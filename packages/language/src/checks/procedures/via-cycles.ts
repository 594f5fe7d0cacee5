import { type Diagnostic, diagnostic, type Span } from '@qingdan/core';
import type { Library } from '../../library.js';

/** No procedure has a step done by a case of one that rests on its own. */
export function checkViaCycles(library: Library): Diagnostic[] {
  const ways = new Map<string, { readonly to: string; readonly span: Span }[]>();
  for (const [id, revisions] of library.procedures) {
    const steps = revisions.flatMap((revision) => revision.steps);
    ways.set(
      id,
      steps.flatMap(({ via, span }) => (via === undefined ? [] : [{ to: via, span }])),
    );
  }
  // Whoever rests on a procedure may rest on the one that takes its place.
  for (const [id, revisions] of library.procedures) {
    for (const { inPlaceOf, span } of revisions) {
      if (inPlaceOf !== undefined && inPlaceOf !== id) ways.get(inPlaceOf)?.push({ to: id, span });
    }
  }
  const told = new Set<string>();
  return [...ways.keys()].flatMap((id) => cyclesFrom(id, [], ways, told));
}

function cyclesFrom(
  id: string,
  way: readonly string[],
  ways: ReadonlyMap<string, readonly { readonly to: string; readonly span: Span }[]>,
  told: Set<string>,
): Diagnostic[] {
  if (told.has(id)) return [];
  const here = [...way, id];
  const found = (ways.get(id) ?? []).flatMap(({ to, span }) => {
    const at = here.indexOf(to);
    if (at === -1) return cyclesFrom(to, here, ways, told);
    return told.has(to)
      ? []
      : [diagnostic('via-cycle', { cycle: [...here.slice(at), to].join(' → ') }, span)];
  });
  told.add(id);
  return found;
}
