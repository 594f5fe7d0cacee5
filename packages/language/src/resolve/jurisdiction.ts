import type { Subject } from '@qingdan/core';

/** The organisations that a policy is for. */
export interface Place {
  /** Absent: only what holds for every subject. */
  readonly subject: Subject | undefined;
  /** `CN`, or 2, 4, 6, 9 or 12 digits. */
  readonly jurisdiction: string;
}

/** The whole country, above every code. */
export const NATION = 'CN';

export function isJurisdiction(code: string): boolean {
  return code === NATION || /^(?:\d{2}|\d{4}|\d{6}|\d{9}|\d{12})$/.test(code);
}

/** A province stands above its prefectures because its code begins theirs; `CN` stands above all. */
export function standsAtOrAbove(upper: string, lower: string): boolean {
  return upper === NATION || (lower !== NATION && lower.startsWith(upper));
}

export function standsAbove(upper: string, lower: string): boolean {
  return upper !== lower && standsAtOrAbove(upper, lower);
}

/** 0 for the nation, then the length of the code: less is higher. */
export function depthOf(jurisdiction: string): number {
  return jurisdiction === NATION ? 0 : jurisdiction.length;
}
