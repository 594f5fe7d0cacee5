import { NONE, Range, type Value } from '@qingdan/core';
import type { Judged, Judgement } from '@qingdan/engine';

/** The first question on which two evaluators differ, in words; undefined where they say the same. */
function disagreement(expected: Judged, actual: Judged): string | undefined {
  if (!isSame(expected.law, actual.law)) return 'the governing date';
  if (expected.covered !== actual.covered) return 'whether the record is covered';
  if (expected.judgements.length !== actual.judgements.length) return 'the questions asked';
  for (const [index, judgement] of expected.judgements.entries()) {
    const other = actual.judgements[index];
    if (other === undefined || !isSameJudgement(judgement, other))
      return `${describe(judgement)}, but ${other === undefined ? 'nothing' : describe(other)}`;
  }
  return undefined;
}

function isSameJudgement(a: Judgement, b: Judgement): boolean {
  return (
    a.verdict === b.verdict &&
    a.item === b.item &&
    a.code === b.code &&
    a.list === b.list &&
    a.revision === b.revision &&
    a.noLaw === b.noLaw &&
    isSame(a.due, b.due)
  );
}

/** Dates and ranges of them. */
function isSame(a: Value, b: Value): boolean {
  return a instanceof Range && b instanceof Range ? a.low === b.low && a.high === b.high : a === b;
}

function describe({ item, code, verdict, revision, noLaw, due }: Judgement): string {
  const marks = [
    code ?? '',
    `revision ${String(revision)}`,
    noLaw ? 'noLaw' : '',
    due === undefined ? '' : `due ${due === NONE ? 'none' : JSON.stringify(due)}`,
  ].filter((mark) => mark !== '');
  return `${item} ${verdict} (${marks.join(', ')})`;
}

/** What differs, in words; an evaluator that throws differs too. */
export async function differsFrom(
  expected: Judged,
  judge: () => Judged | Promise<Judged>,
): Promise<string | undefined> {
  try {
    return disagreement(expected, await judge());
  } catch (error) {
    return `threw ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
  }
}
