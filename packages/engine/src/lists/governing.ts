import { type Day, highOf, isQuantity, lowOf, type RecordNode, type Value } from '@qingdan/core';

/** The date that chooses the law for a record: its governing date, or the clock for a register. */
export function governingDate(record: RecordNode, clock: Day): Value {
  const slot = record.record.governingDate;
  return slot === undefined ? clock : record.fields.values[slot];
}

/**
 * One day for each law that may govern a date: a day alone, or for a month or year its first day and every change of
 * law within it. Undefined where the date is not known.
 */
export function lawDays(date: Value, changes: readonly Day[]): readonly Day[] | undefined {
  if (typeof date === 'number') return [date];
  if (!isQuantity(date)) return undefined;
  const low = lowOf(date);
  const high = highOf(date);
  if (typeof low !== 'number' || typeof high !== 'number') return undefined;
  return [low, ...changes.filter((day) => low < day && day <= high)];
}

/** The last day of a window without end: after every date that can be read, and past any clock. */
export const FOREVER: Day = Number.MAX_SAFE_INTEGER;
