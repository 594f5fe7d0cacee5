import { type Diagnostic, diagnostic, intersect, printEnd } from '@qingdan/core';
import type { Library } from '../library.js';

/** One pack gives a parameter one value a day. */
export function checkValuesOverlap(library: Library): Diagnostic[] {
  return [...library.parameters.values()].flat().flatMap(({ id, values }) =>
    values.flatMap((value, index) =>
      values.slice(0, index).flatMap((earlier) => {
        const both = intersect(earlier.interval, value.interval);
        return both === undefined
          ? []
          : [
              diagnostic('values-overlap', { id, date: printEnd(both.from) }, value.span, {
                related: [earlier.span],
              }),
            ];
      }),
    ),
  );
}
