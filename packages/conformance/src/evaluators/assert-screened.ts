import type { Judged, Judgement } from '@qingdan/engine';

/**
 * Screening has a way of its own: it must give what judging finds violated or undetermined, in the same order. Undefined
 * leaves it to judging.
 *
 * @throws Error where it gives anything else
 */
export function assertScreened(
  screened: readonly Judgement[] | undefined,
  { covered, judgements }: Judged,
): void {
  if (screened === undefined) return;
  const wanted = (covered ? judgements : [])
    .filter(({ verdict }) => verdict === 'violated' || verdict === 'undetermined')
    .map(inWords);
  const given = screened.map(inWords);
  if (given.length !== wanted.length || given.some((words, index) => words !== wanted[index]))
    throw new Error(`screened: ${given.join(', ')}; judged: ${wanted.join(', ')}`);
}

function inWords({ list, item, code, verdict }: Judgement): string {
  return `${list} ${item} ${code ?? ''} ${verdict}`;
}
