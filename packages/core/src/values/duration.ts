import { between, type Quantity } from './range.js';

export type DurationUnit = 'days' | 'workdays' | 'months' | 'years';

/** A length of time in one unit, as it was written. */
export class Duration {
  constructor(
    readonly count: number,
    readonly unit: DurationUnit,
  ) {}
}

/** Reads `5 days`, `10 workdays`, `2 months`, `20 years` (singular too); undefined for anything else. */
export function parseDuration(text: string): Duration | undefined {
  const parts = /^(\d{1,6}) (day|workday|month|year)s?$/.exec(text);
  return parts === null
    ? undefined
    : new Duration(Number(parts[1]), `${parts[2] as string}s` as DurationUnit);
}

export function printDuration({ count, unit }: Duration): string {
  return `${String(count)} ${count === 1 ? unit.slice(0, -1) : unit}`;
}

/**
 * Two lengths as numbers that can be compared: months and years as months; of units that no number of days makes equal, the
 * days that each may last.
 */
export function inOneUnit(
  a: Duration,
  b: Duration,
): readonly [Quantity | undefined, Quantity | undefined] {
  if (a.unit === b.unit) return [a.count, b.count];
  const [one, other] = [monthsIn(a), monthsIn(b)];
  return one !== undefined && other !== undefined ? [one, other] : [daysIn(a), daysIn(b)];
}

function monthsIn({ count, unit }: Duration): number | undefined {
  return unit === 'months' ? count : unit === 'years' ? count * 12 : undefined;
}

/** From the shortest months and years to the longest; so many working days last at least as many days. */
function daysIn(duration: Duration): Quantity | undefined {
  const months = monthsIn(duration);
  // No working days are no time; of others only a calendar says how long they last.
  if (months === undefined)
    return duration.unit === 'days' || duration.count === 0
      ? duration.count
      : between(duration.count, undefined);
  const [years, rest] = [Math.floor(months / 12), months % 12];
  return between(365 * years + 28 * rest, 366 * years + 31 * rest);
}
