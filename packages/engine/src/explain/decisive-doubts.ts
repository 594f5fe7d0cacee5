import type { Doubt } from '@qingdan/core';

/**
 * The doubts without which something would not stand, alone or with others; `stands` tells whether it does to one who shares
 * some of them.
 */
export function decisiveDoubts(
  possible: readonly Doubt[],
  stands: (doubts: readonly Doubt[]) => boolean,
): readonly Doubt[] {
  if (possible.length === 0 || stands(possible)) return NO_DOUBTS;
  // One who shares some doubts still sees a violation, and with this one no more.
  return possible.filter((doubt) =>
    subsets(possible.filter((other) => other !== doubt)).some(
      (others) =>
        stands(others) &&
        !stands(possible.filter((each) => each === doubt || others.includes(each))),
    ),
  );
}

const NO_DOUBTS: readonly Doubt[] = [];

function subsets<T>(items: readonly T[]): readonly (readonly T[])[] {
  return items.reduce<readonly (readonly T[])[]>(
    (some, item) => [...some, ...some.map((each) => [...each, item])],
    [[]],
  );
}
