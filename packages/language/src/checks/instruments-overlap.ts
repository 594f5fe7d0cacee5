import { type Diagnostic, diagnostic, intersect, printEnd } from '@qingdan/core';
import type { Library } from '../library.js';

/** An instrument begins no earlier than the one it replaces ends. */
export function checkInstrumentsOverlap(library: Library): Diagnostic[] {
  return [...library.instruments.values()].flatMap(({ id, effective, replaces, span }) =>
    replaces.flatMap((other) => {
      const replaced = library.instruments.get(other);
      const both = replaced && intersect(effective, replaced.effective);
      return replaced === undefined || both === undefined
        ? []
        : [
            diagnostic('instrument-overlap', { id, other, date: printEnd(both.from) }, span, {
              related: [replaced.span],
            }),
          ];
    }),
  );
}
