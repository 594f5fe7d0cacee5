import type { Step } from '@qingdan/core';
import type { DraftNode, Way } from './draft.js';
import type { Term } from './terms.js';

/** A part of a chart that is only come to when the way that a decision opens is taken. */
export interface Region {
  /** Absent: the whole chart. */
  readonly outer: Region | undefined;
  /** What is so in it; undefined where a step is done that may be left out. */
  readonly term: Term | undefined;
  /** Whether it is come to when something breaks in: what follows that follows it there. */
  readonly isBreak: boolean;
  /** Where its ways go when nothing else follows. */
  readonly meets: DraftNode | undefined;
  /** How it goes on outside, whether the way was taken or not. */
  readonly after: Way | undefined;
}

export const WHOLE: Region = {
  outer: undefined,
  term: undefined,
  isBreak: false,
  meets: undefined,
  after: undefined,
};

/** A region with those around it, the innermost first. */
export function aroundOf(region: Region): readonly Region[] {
  const around: Region[] = [];
  for (let each: Region | undefined = region; each !== undefined; each = each.outer)
    around.push(each);
  return around;
}

/** What a step waits for, seen from a region. */
export interface Waits {
  /** It waits for one step alone, for which the region is there. */
  readonly isDirect: boolean;
  /** All that it waits for is in the region. */
  readonly isWhole: boolean;
}

/** Whether a step that waits for one in the region is only done where the way there is taken. */
export function belongsIn(
  { optional, ends }: Step,
  terms: readonly Term[],
  region: Region,
  { isDirect, isWhole }: Waits,
): boolean {
  let isImplied = false;
  for (const { outer, term, isBreak } of aroundOf(region)) {
    if (outer === undefined || isBreak) continue;
    // What need not be done at all isn't asked for beside a way that wasn't taken.
    if (optional && terms.length === 0) continue;
    if (term === undefined) {
      // A step with the same terms as another that stands here stands here, too.
      if (!isImplied && !(isDirect && terms.length > 0)) return false;
      continue;
    }
    if (terms.some((each) => isSame(each, term))) isImplied = true;
    // What closes a case only does so where what it waits for was done.
    else if (ends === undefined || terms.length === 0 || !isWhole) return false;
  }
  return true;
}

/** The terms that aren't settled by being in the region. */
export function leftIn(region: Region, terms: readonly Term[]): readonly Term[] {
  const settled = aroundOf(region).flatMap(({ term }) => (term === undefined ? [] : [term]));
  return terms.filter((term) => !settled.some((each) => isSame(each, term)));
}

function isSame(one: Term, other: Term): boolean {
  return one.subject === other.subject && one.answer === other.answer;
}
