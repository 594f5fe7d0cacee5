import type { Path } from '@qingdan/core';
import type { Maker } from '../random/maker.js';

const TRIES = 12;

/** Draws again until what is drawn speaks of the record alone: no other records, and nothing reached through a ref. */
export function ownFactsOnly(made: Maker): Maker {
  const drawn = <T>(draw: () => T, fits: (drawn: T) => boolean): T => {
    let last = draw();
    for (let tries = 0; tries < TRIES && !fits(last); tries += 1) last = draw();
    return last;
  };
  const fact = (draw: () => Path | undefined): Path | undefined => {
    const path = drawn(draw, isOwn);
    return isOwn(path) ? path : undefined;
  };
  return {
    ...made,
    source: (scope) =>
      drawn(
        () => made.source(scope),
        ({ source }) => source.in.kind === 'list',
      ),
    fact: (scope, key) => fact(() => made.fact(scope, key)),
    factOfElement: (scope, key) => fact(() => made.factOfElement(scope, key)),
  };
}

function isOwn(path: Path | undefined): boolean {
  return path?.steps.some(({ kind }) => kind === 'follow') !== true;
}
