import type { Value, Verdict } from '@qingdan/core';
import type { Judgement, Question } from '../lists/judgement.js';

/** What one revision of a question can answer. Made once, since judging a record must allocate little. */
export type Answers = Readonly<Record<Verdict, Judgement>>;

export function answersOf(question: Question, revision: number | undefined): Answers {
  return {
    violated: answer(question, 'violated', revision, false),
    satisfied: answer(question, 'satisfied', revision, false),
    undetermined: answer(question, 'undetermined', revision, false),
    notApplicable: answer(question, 'notApplicable', revision, false),
  };
}

/** The answer where no revision was in force. */
export function noLawAnswer(question: Question): Judgement {
  return answer(question, 'notApplicable', undefined, true);
}

/** The same answer, with the day on which the duty falls due. */
export function dueAnswer(
  { list, item, code, verdict, revision, noLaw }: Judgement,
  due: Value,
): Judgement {
  return code === undefined
    ? { list, item, verdict, revision, noLaw, due }
    : { list, item, code, verdict, revision, noLaw, due };
}

/**
 * Written out, since V8 gives each object that begins with a spread a hidden class of its own, and what reads the answers
 * must then look up every property.
 */
export function answer(
  { list, item, code }: Question,
  verdict: Verdict,
  revision: number | undefined,
  noLaw: boolean,
): Judgement {
  return Object.freeze(
    code === undefined
      ? { list, item, verdict, revision, noLaw }
      : { list, item, code, verdict, revision, noLaw },
  );
}
