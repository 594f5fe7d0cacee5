import type { Truth } from '../values/kleene.js';

export const VERDICTS = ['violated', 'satisfied', 'undetermined', 'notApplicable'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What an item says of a record, from whether it applies and whether it is violated. */
export function verdictOf(applies: Truth, violated: Truth): Verdict {
  if (applies === false) return 'notApplicable';
  // Whether it applies or not, it isn't violated.
  if (violated === false) return 'satisfied';
  return applies === true && violated === true ? 'violated' : 'undetermined';
}

/** A verdict under every law that may govern: what they agree on. */
export function agreedVerdict(verdicts: readonly Verdict[]): Verdict {
  const [first] = verdicts;
  return first !== undefined && verdicts.every((verdict) => verdict === first)
    ? first
    : 'undetermined';
}
