import { VERDICTS, type Verdict } from '@qingdan/core';
import type { Judgement, Question } from '../lists/judgement.js';

/** What one revision of a question can answer. Made once, since judging a record must allocate little. */
export type Answers = Readonly<Record<Verdict, Judgement>>;

export function answersOf(question: Question, revision: number | undefined): Answers {
  return Object.fromEntries(
    VERDICTS.map((verdict) => [
      verdict,
      Object.freeze({ ...question, verdict, revision, noLaw: false }),
    ]),
  ) as Record<Verdict, Judgement>;
}

/** The answer where no revision was in force. */
export function noLawAnswer(question: Question): Judgement {
  return Object.freeze({
    ...question,
    verdict: 'notApplicable',
    revision: undefined,
    noLaw: true,
  });
}
