import {
  between,
  type Calendar,
  Duration,
  type Exact,
  highOf,
  isQuantity,
  lowOf,
  type Value,
} from '@qingdan/core';

/**
 * A last day that is a rest day moves to the next working day (Civil Code, article 203). Where the calendar doesn't say,
 * it is known only that the day isn't earlier: a guess would be a silent Monday-to-Friday.
 */
export function rollForward(due: Value, length: Value, calendar: Calendar): Value {
  if (!isQuantity(due) || (length instanceof Duration && length.unit === 'workdays')) return due;
  const first = roll(lowOf(due), calendar);
  const last = roll(highOf(due), calendar);
  return between(first?.day, last?.isSure === true ? last.day : undefined);
}

/** The first day from one on that is not known to be a rest day. */
function roll(
  day: Exact | undefined,
  calendar: Calendar,
): { readonly day: number; readonly isSure: boolean } | undefined {
  if (typeof day !== 'number') return undefined;
  let next = day;
  while (calendar.isWorkday(next) === false) next += 1;
  return { day: next, isSure: calendar.isWorkday(next) === true };
}
