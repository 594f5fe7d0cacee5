import type { Dated, Revisions } from '@qingdan/core';

export function inOrderOfTime<T extends Dated>(revisions: readonly T[]): Revisions<T> {
  return [...revisions].sort(
    (a, b) =>
      (a.effective.from ?? -Infinity) - (b.effective.from ?? -Infinity) || a.revision - b.revision,
  );
}
