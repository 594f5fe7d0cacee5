import type { Value, Verdict } from '@qingdan/core';

export type ListName = 'power' | 'responsibility' | 'negative';
export type PowerCode = 'NO_POWER' | 'HOLDER' | 'AUTHORITY';

/** What is judged: an item of a list, and for powers which of their questions. */
export interface Question {
  readonly list: ListName;
  readonly item: string;
  readonly code?: PowerCode | undefined;
}

export interface Judgement extends Question {
  readonly verdict: Verdict;
  /** The revision in force; undefined where none is, or where the law in force can't be told. */
  readonly revision: number | undefined;
  /** No revision was in force on the governing date. */
  readonly noLaw: boolean;
  /** Of an open duty: when it falls due. */
  readonly due?: Value;
}

/** What an evaluator says of one record. */
export interface Judged {
  /** Undefined where the governing date is unknown. */
  readonly law: Value;
  /** False before the day from which the packs cover anything: the record is not judged. */
  readonly covered: boolean;
  /** In the order of list, item and code. */
  readonly judgements: readonly Judgement[];
}

/** Before the packs' time, and where no law of theirs speaks of such a record on its day, nothing may be said of it. */
export function isJudged({ covered, judgements }: Judged): boolean {
  return covered && judgements.some(({ noLaw }) => !noLaw);
}

/** The name of the question in reports and tests: `village.seal-use` or `village.seal-use#AUTHORITY`. */
export function nameOf(question: Question): string {
  return question.code === undefined ? question.item : `${question.item}#${question.code}`;
}
