import type { RecordSource, Window } from '@qingdan/core';
import { either, flip, type Use } from './sign.js';
import type { Signs } from './create-signs.js';
import { usesInPath } from './path.js';

/** How the parameters in a source move the number of its elements. */
export function usesInElements(source: RecordSource, signs: Signs): Use[] {
  return [...signs.condition(source.where), ...usesInExtent(source, signs)];
}

/** The same, without its `where`. */
function usesInExtent({ in: from, match, within }: RecordSource, signs: Signs): Use[] {
  return [
    ...(from.kind === 'list' ? either(usesInPath(from.list, signs)) : []),
    ...match.flatMap(({ element, own }) =>
      either([...usesInPath(element, signs), ...usesInPath(own, signs)]),
    ),
    ...(within === undefined ? [] : usesInWindow(within, signs)),
  ];
}

/** A longer window lets more in. */
function usesInWindow(window: Window, signs: Signs): Use[] {
  switch (window.kind) {
    case 'length':
      return [...signs.expression(window.length), ...either(signs.expression(window.anchor))];
    case 'same':
      return [...either(signs.expression(window.anchor)), ...signs.expression(window.until)];
    case 'overlaps':
      return either(signs.expression(window.period));
  }
}

/** The source of a claim about each of its elements: more of them make it harder to hold. */
export function usesInClaim(source: RecordSource, signs: Signs): Use[] {
  return [...signs.condition(source.where), ...flip(usesInExtent(source, signs))];
}
