import { dayOfInstant, parseDate, parseInstant } from '@qingdan/core';

/** A point in time as an event has it: with its time of day, or the day alone. */
export interface When {
  readonly day: number;
  readonly instant: number | undefined;
}

/** Reads `2026-01-05`, or `2026-01-05T09:30:00` with or without an offset; undefined for anything else. */
export function parseWhen(text: string): When | undefined {
  const instant = text.length > 10 ? parseInstant(text) : undefined;
  if (instant !== undefined) return { day: dayOfInstant(instant), instant };
  const day = parseDate(text);
  return typeof day === 'number' ? { day, instant: undefined } : undefined;
}
