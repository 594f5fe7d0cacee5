import type { Path } from '@qingdan/core';
import { either, type Use } from './sign.js';
import type { Signs } from './create-signs.js';

/** A derived fact at the end of a path moves as its definition does; one on the way leads to another record. */
export function usesInPath({ steps }: Path, signs: Signs): Use[] {
  return steps.flatMap((step, index) => {
    if (step.kind !== 'definition') return [];
    const uses = signs.definition(step.id);
    return index === steps.length - 1 ? [...uses] : either(uses);
  });
}
