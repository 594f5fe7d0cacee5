import { type Day, printDate } from '../values/date.js';

/** Half-open [from, until); an absent end is open. */
export interface Interval {
  readonly from: Day | undefined;
  readonly until: Day | undefined;
}

export const ALWAYS: Interval = { from: undefined, until: undefined };

export function contains(interval: Interval, day: Day): boolean {
  return (
    (interval.from === undefined || interval.from <= day) &&
    (interval.until === undefined || day < interval.until)
  );
}

/** The days in both; undefined where there are none. */
export function intersect(a: Interval, b: Interval): Interval | undefined {
  const from =
    a.from === undefined ? b.from : b.from === undefined ? a.from : Math.max(a.from, b.from);
  const until =
    a.until === undefined ? b.until : b.until === undefined ? a.until : Math.min(a.until, b.until);
  return from !== undefined && until !== undefined && from >= until ? undefined : { from, until };
}

/** The parts of `whole` that no interval of `parts` covers, in order. */
export function uncovered(whole: Interval, parts: readonly Interval[]): Interval[] {
  let gaps: Interval[] = [whole];
  for (const part of parts) gaps = gaps.flatMap((gap) => cut(gap, part));
  return gaps.sort((a, b) => (a.from ?? -Infinity) - (b.from ?? -Infinity));
}

function cut(gap: Interval, part: Interval): Interval[] {
  const shared = intersect(gap, part);
  if (shared === undefined) return [gap];
  const rest: Interval[] = [];
  if (shared.from !== undefined && shared.from !== gap.from)
    rest.push({ from: gap.from, until: shared.from });
  if (shared.until !== undefined && shared.until !== gap.until)
    rest.push({ from: shared.until, until: gap.until });
  return rest;
}

export function printEnd(day: Day | undefined): string {
  return day === undefined ? '…' : printDate(day);
}
