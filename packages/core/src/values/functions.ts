import type { Calendar } from '../time/calendar.js';
import {
  addMonths,
  boundsOf,
  type CalendarUnit,
  civilOf,
  type Day,
  monthsBetween,
  yearsBetween,
} from './date.js';
import { Duration } from './duration.js';
import { type Exact } from './exact.js';
import {
  between,
  divideQuantities,
  highOf,
  isQuantity,
  lowOf,
  multiplyQuantities,
  type Quantity,
  subtractQuantities,
} from './range.js';
import { compare } from './compare.js';
import { or, type Truth } from './kleene.js';
import { NONE, type Value } from './value.js';

/** The derived values of the language. Unknown in gives unknown out; else none in gives none out. */

export type Arithmetic = 'ratio' | 'difference' | 'product';
export type Elapsed = 'days' | 'workdays' | 'months' | 'years';

export function arithmetic(name: Arithmetic, a: Value, b: Value): Value {
  if (a === undefined || b === undefined) return undefined;
  if (a === NONE || b === NONE) return NONE;
  if (!isQuantity(a) || !isQuantity(b)) return undefined;
  if (name === 'ratio') return divideQuantities(a, b);
  return name === 'difference' ? subtractQuantities(a, b) : multiplyQuantities(a, b);
}

/** Whole units from one day to another; the first day is not counted (Civil Code, article 201). */
export function elapsed(name: Elapsed, from: Value, to: Value, calendar: Calendar): Value {
  if (from === undefined || to === undefined) return undefined;
  if (from === NONE || to === NONE) return NONE;
  if (!isQuantity(from) || !isQuantity(to)) return undefined;
  const count = (start: Exact | undefined, end: Exact | undefined): Exact | undefined => {
    if (typeof start !== 'number' || typeof end !== 'number') return undefined;
    switch (name) {
      case 'days':
        return end - start;
      case 'months':
        return monthsBetween(start, end);
      case 'years':
        return yearsBetween(start, end);
      case 'workdays':
        return calendar.workdaysBetween(start, end);
    }
  };
  return between(count(highOf(from), lowOf(to)), count(lowOf(from), highOf(to)));
}

/** A day moved by a duration; months and years clamp to the month's end. */
export function shift(date: Value, by: Value, backwards: boolean, calendar: Calendar): Value {
  if (date === undefined || by === undefined) return undefined;
  if (date === NONE || by === NONE) return NONE;
  if (!isQuantity(date) || !(by instanceof Duration)) return undefined;
  const move = (day: Exact | undefined) =>
    typeof day === 'number' ? shiftDay(day, by, backwards, calendar) : undefined;
  return between(move(lowOf(date)), move(highOf(date)));
}

export function shiftDay(
  day: Day,
  by: Duration,
  backwards: boolean,
  calendar: Pick<Calendar, 'addWorkdays'>,
): Day | undefined {
  const count = backwards ? -by.count : by.count;
  switch (by.unit) {
    case 'days':
      return day + count;
    case 'months':
      return addMonths(day, count);
    case 'years':
      return addMonths(day, count * 12);
    case 'workdays':
      return calendar.addWorkdays(day, count);
  }
}

export function partOf(date: Value, unit: CalendarUnit): Value {
  if (date === undefined || date === NONE) return date;
  if (!isQuantity(date)) return undefined;
  const low = lowOf(date);
  const high = highOf(date);
  if (typeof low !== 'number' || typeof high !== 'number') return undefined;
  const first = civilOf(low);
  const last = civilOf(high);
  if (unit === 'year') return between(first.year, last.year);
  if (first.year !== last.year) return undefined;
  const number = (month: number): number => (unit === 'month' ? month : Math.ceil(month / 3));
  return between(number(first.month), number(last.month));
}

/** The first and last day of the month, quarter or year of a date; wider where the date is a range. */
export function calendarBounds(
  date: Quantity,
  unit: CalendarUnit,
): { first: Quantity | undefined; last: Quantity | undefined } {
  const low = lowOf(date);
  const high = highOf(date);
  if (typeof low !== 'number' || typeof high !== 'number')
    return { first: undefined, last: undefined };
  const a = boundsOf(low, unit);
  const b = boundsOf(high, unit);
  return { first: between(a.first, b.first), last: between(a.last, b.last) };
}

/**
 * The members of a list that aren't in another; unknown where that can't be told of one of them. Of no list nothing is
 * left, and where none is removed all of it.
 */
export function without(list: Value, removed: Value): Value {
  if (list === NONE) return NONE;
  if (!Array.isArray(list)) return undefined;
  if (list.length === 0 || removed === NONE) return list as readonly Value[];
  if (!Array.isArray(removed)) return undefined;
  const rest: Value[] = [];
  for (const member of list as readonly Value[]) {
    let found: Truth = false;
    for (const other of removed as readonly Value[])
      found = or(found, compare('equal', member, other));
    if (found === undefined) return undefined;
    if (!found) rest.push(member);
  }
  return rest;
}
