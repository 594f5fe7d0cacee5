import { type CaseResult, compareText } from '@qingdan/core';

/** By organisation, procedure, id and place, whatever came out. */
export function compareCases(a: CaseResult, b: CaseResult): number {
  const placeOf = ({ log }: CaseResult) => log.events[0]?.place;
  return (
    compareText(a.log.organisation ?? '', b.log.organisation ?? '') ||
    compareText(a.procedure.id, b.procedure.id) ||
    compareText(a.log.id, b.log.id) ||
    compareText(placeOf(a)?.file ?? '', placeOf(b)?.file ?? '') ||
    (placeOf(a)?.line ?? 0) - (placeOf(b)?.line ?? 0)
  );
}
