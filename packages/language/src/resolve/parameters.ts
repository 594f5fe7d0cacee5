import { type Interval, intersect, type Parameter, type ParameterValue } from '@qingdan/core';
import type { ParameterDocument } from '../library.js';
import { isStricter } from './stricter.js';

/**
 * One parameter out of what the packs that hold say of it, those above first: on each day the strictest value in force,
 * and of equally strict ones the one from above. Undefined where the pack that declares it isn't among them.
 */
export function resolveParameter(documents: readonly ParameterDocument[]): Parameter | undefined {
  const declaration = documents.find(({ declares }) => declares);
  if (declaration === undefined) return undefined;
  const { id, label, type, tighten, pack, span } = declaration;
  const setting = tighten === 'none' ? [declaration] : documents;
  const values = setting.flatMap((document) => document.values);

  const pieces: { value: ParameterValue; interval: Interval }[] = [];
  for (const interval of piecesOf(values.map((value) => value.interval))) {
    let best: ParameterValue | undefined;
    for (const value of values) {
      if (intersect(value.interval, interval) === undefined) continue;
      if (
        best === undefined ||
        (best.unset && !value.unset) ||
        (!value.unset && isStricter(tighten, value.value, best.value))
      )
        best = value;
    }
    if (best === undefined) continue;
    const last = pieces.at(-1);
    if (last?.value === best && last.interval.until === interval.from)
      last.interval = { from: last.interval.from, until: interval.until };
    else pieces.push({ value: best, interval });
  }
  return {
    id,
    label,
    type,
    tighten,
    values: pieces.map(({ value, interval }) => ({ ...value, interval })),
    pack,
    span,
  };
}

/** The line of time, cut at every end of the intervals; empty intervals cut nothing. */
export function piecesOf(intervals: readonly Interval[]): Interval[] {
  const days = new Set<number>();
  for (const { from, until } of intervals) {
    if (from !== undefined && until !== undefined && from >= until) continue;
    if (from !== undefined) days.add(from);
    if (until !== undefined) days.add(until);
  }
  const cuts = [...days].sort((a, b) => a - b);
  return [undefined, ...cuts].map((from, index) => ({ from, until: cuts[index] }));
}
