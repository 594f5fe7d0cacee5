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
 * A last day that is a rest day moves to the next working day (Civil Code, article 203). Unknown where the calendar
 * doesn't say: a guess would be a silent Monday-to-Friday.
 */
export function rollForward(due: Value, length: Value, calendar: Calendar): Value {
  if (!isQuantity(due) || (length instanceof Duration && length.unit === 'workdays')) return due;
  return between(roll(lowOf(due), calendar), roll(highOf(due), calendar));
}

function roll(day: Exact | undefined, calendar: Calendar): Exact | undefined {
  if (typeof day !== 'number') return undefined;
  for (let next = day; ; next += 1) {
    const works = calendar.isWorkday(next);
    if (works === undefined) return undefined;
    if (works) return next;
  }
}
