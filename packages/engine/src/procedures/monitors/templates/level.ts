import type { CaseVerdict } from '@qingdan/core';

/** How one part of a template, or one activation of it, may stand; a template stands as its worst part. */
export const LEVELS = { absent: 0, kept: 1, open: 2, broken: 3 } as const;
export type Level = (typeof LEVELS)[keyof typeof LEVELS];

/** From the best to the worst that it may be, as what isn't known turns out. */
export interface Range {
  readonly least: Level;
  readonly most: Level;
}

export const NOTHING: Range = { least: LEVELS.absent, most: LEVELS.absent };

/** Of several parts: as bad as the worst of them. */
export function worst(a: Range, b: Range): Range {
  const max = (x: Level, y: Level): Level => (x > y ? x : y);
  return { least: max(a.least, b.least), most: max(a.most, b.most) };
}

/** One part of which it isn't known which of these it is. */
export function oneOf(levels: readonly Level[]): Range {
  return {
    least: Math.min(...levels) as Level,
    most: Math.max(...levels) as Level,
  };
}

/** What is kept so far is kept for good where `final`. */
export function verdictOf({ least, most }: Range, final: boolean): CaseVerdict {
  if (least !== most) return 'undetermined';
  switch (least) {
    case LEVELS.absent:
      return 'notApplicable';
    case LEVELS.kept:
      return final ? 'permanentlySatisfied' : 'temporarilySatisfied';
    case LEVELS.open:
      return 'temporarilyViolated';
    case LEVELS.broken:
      return 'permanentlyViolated';
  }
}
