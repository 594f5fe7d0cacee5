export type DurationUnit = 'days' | 'workdays' | 'months' | 'years';

/** A length of time in one unit; years and months are not converted to days. */
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
