import type { Explanation } from '@qingdan/core';
import { leavesOf, verdictIf } from './leaves.js';

/** What the tests show of one leaf of one item. */
export interface LeafCount {
  readonly item: string;
  readonly leaf: string;
  /** As the rule names it. */
  readonly id?: string;
  /** Tests that are violated and would not be if this leaf alone were otherwise. */
  readonly turnsOff: number;
  /** Tests that are not violated and would be if this leaf alone were otherwise. */
  readonly turnsOn: number;
  /** Tests that are undetermined for want of this leaf's facts alone. */
  readonly unknown: number;
}

/** Counts, leaf by leaf, the tests in which it alone makes the difference. */
export class ClauseCounter {
  readonly #counts = new Map<
    string,
    { item: string; leaf: string; id?: string; turnsOff: number; turnsOn: number; unknown: number }
  >();

  add(explanation: Explanation): void {
    const item =
      explanation.code === undefined ? explanation.item : `${explanation.item}#${explanation.code}`;
    for (const { key, id, result, missing } of leavesOf(explanation)) {
      const name = `${item} ${key}`;
      const count = this.#counts.get(name) ?? {
        item,
        leaf: key,
        ...(id === undefined ? {} : { id }),
        turnsOff: 0,
        turnsOn: 0,
        unknown: 0,
      };
      this.#counts.set(name, count);
      const otherwise = result === undefined ? undefined : verdictIf(explanation, key, !result);
      const { verdict } = explanation;
      if (verdict === 'violated' && otherwise !== 'violated' && otherwise !== undefined)
        count.turnsOff += 1;
      if ((verdict === 'satisfied' || verdict === 'notApplicable') && otherwise === 'violated')
        count.turnsOn += 1;
      const isAlone = explanation.missing.every(({ fact }) => missing.includes(fact));
      if (verdict === 'undetermined' && result === undefined && isAlone) count.unknown += 1;
    }
  }

  counts(): readonly LeafCount[] {
    return [...this.#counts.values()].sort((a, b) => (a.item + a.leaf < b.item + b.leaf ? -1 : 1));
  }
}

/** A way in which a leaf may make the difference. */
export type Way = 'off' | 'on' | 'unknown';

/** The ways that no test shows. */
export function lackingIn({ turnsOff, turnsOn, unknown }: LeafCount): readonly Way[] {
  const shown: readonly (readonly [Way, number])[] = [
    ['off', turnsOff],
    ['on', turnsOn],
    ['unknown', unknown],
  ];
  return shown.flatMap(([way, count]) => (count === 0 ? [way] : []));
}
