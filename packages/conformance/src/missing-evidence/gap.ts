import { COMPLETE, type Facts, type Question } from './question.js';

/** The ways in which a value is missing. */
export const GAPS = ['absent', 'null', 'wrong type', 'empty list'] as const;
export type Gap = (typeof GAPS)[number];

/** The payment with the question's fact missing in one of the ways. */
export function factsWith({ fact, wrong }: Question, gap: Gap): Facts {
  if (fact === undefined) return COMPLETE;
  if (gap === 'absent')
    return Object.fromEntries(Object.entries(COMPLETE).filter(([name]) => name !== fact));
  const value = { null: null, 'wrong type': wrong, 'empty list': [] }[gap];
  return { ...COMPLETE, [fact]: value };
}

/** Whether the rule can't be decided without what is missing. An empty list of a list's type is evidence: there are none. */
export function isMissing({ fact, idle }: Question, gap: Gap): boolean {
  if (fact === undefined || idle !== undefined) return false;
  return !(gap === 'empty list' && Array.isArray(COMPLETE[fact]));
}
