import {
  type Calendar,
  calendarBounds,
  type CaseEvent,
  type Counting,
  type Day,
  Duration,
  type Due,
  type Exact,
  fraction,
  isExact,
  multiplyExact,
  shiftDay,
  type Value,
  weekdayOf,
} from '@qingdan/core';

/** Nine tenths, where nobody says otherwise. */
const YELLOW = fraction(9n, 10n) as Exact;

/**
 * A calendar for days that no notice speaks of yet: Monday to Friday, and it remembers that it was asked of one. What
 * rests on it is provisional and told so.
 */
class ProvisionalCalendar {
  readonly #calendar: Calendar;
  /** Whether a day was asked for that no notice speaks of. */
  wasAsked = false;

  constructor(calendar: Calendar) {
    this.#calendar = calendar;
  }

  isWorkday(day: Day): boolean {
    const published = this.#calendar.isWorkday(day);
    if (published !== undefined) return published;
    this.wasAsked = true;
    return weekdayOf(day) < 5;
  }

  addWorkdays(day: Day, n: number): Day {
    const step = n < 0 ? -1 : 1;
    let at = day;
    for (let left = Math.abs(n); left > 0;) {
      at += step;
      if (this.isWorkday(at)) left -= 1;
    }
    return at;
  }

  /** The working days after one day, up to and with another. */
  workdaysIn(after: Day, until: Day): number {
    let count = 0;
    for (let day = after + 1; day <= until; day += 1) if (this.isWorkday(day)) count += 1;
    return count;
  }
}

/** A time that doesn't run, from the day it begins until the day it goes on; undefined while it lasts. */
export interface Pause {
  readonly from: Day;
  readonly until: Day | undefined;
}

export interface Term {
  readonly from: CaseEvent;
  readonly length: Value;
  readonly counting: Counting;
  /** The share of the time after which it is yellow; nine tenths if absent. */
  readonly yellow: Value;
  readonly pauses: readonly Pause[];
}

/**
 * When a time that runs from an event ends. As civil law counts: the day of the event is left out, and a last day that is a
 * rest day moves to the next working day. The yellow card is shown from the day on which its share of the time, rounded
 * up, is gone: of 20 working days the 18th.
 */
export function dueOf({ from, length, counting, yellow, pauses }: Term, calendar: Calendar): Due {
  const days = new ProvisionalCalendar(calendar);
  const unknown: Due = {
    from,
    length,
    counted: undefined,
    day: undefined,
    yellowFrom: undefined,
    provisional: false,
  };
  if (!(length instanceof Duration)) return unknown;
  const start = counting.includesFirst ? from.day - 1 : from.day;
  const counted = endOf(start, length, pauses, days);
  if (counted === undefined) return unknown;
  let day = counted;
  if (counting.rolls) while (!days.isWorkday(day)) day += 1;
  return {
    from,
    length,
    counted,
    day,
    yellowFrom: yellowFrom(start, counted, length, isExact(yellow) ? yellow : YELLOW, pauses, days),
    provisional: days.wasAsked,
  };
}

/** The last day of a length, with as many days more as a pause took out of it; undefined while one lasts. */
function endOf(
  start: Day,
  length: Duration,
  pauses: readonly Pause[],
  days: ProvisionalCalendar,
): Day | undefined {
  const ordered = [...pauses].sort((a, b) => a.from - b.from);
  let end = add(start, length, days);
  for (const { from, until } of ordered) {
    if (from > end) break;
    if (until === undefined) return undefined;
    const begin = Math.max(from, start);
    if (until <= begin) continue;
    end =
      length.unit === 'workdays'
        ? days.addWorkdays(end, days.workdaysIn(begin, until))
        : end + (until - begin);
  }
  return end;
}

function add(start: Day, length: Duration, days: ProvisionalCalendar): Day {
  // Days beyond the calendar are counted as well, so that there is always one.
  return shiftDay(start, length, false, days) as Day;
}

function yellowFrom(
  start: Day,
  end: Day,
  length: Duration,
  share: Exact,
  pauses: readonly Pause[],
  days: ProvisionalCalendar,
): Day {
  const whole = length.unit === 'workdays' ? length.count : add(start, length, days) - start;
  const part = ceil(multiplyExact(whole, share));
  const used: Duration = new Duration(part, length.unit === 'workdays' ? 'workdays' : 'days');
  return Math.min(end, endOf(start, used, pauses, days) ?? end);
}

function ceil(value: Exact): number {
  return typeof value === 'number' ? value : Number((value.n + value.d - 1n) / value.d);
}

/**
 * The day with which the month, quarter or year of an event ends, or so much time after it. That time ends as any other
 * does, on a working day; months end where months end.
 */
export function endOfPeriod(
  { from, length, counting, yellow }: Omit<Term, 'pauses'>,
  unit: 'month' | 'quarter' | 'year',
  isAfter: boolean,
  calendar: Calendar,
): Due {
  const { last } = calendarBounds(from.day, unit);
  const ending = (day: Day | undefined): Due => ({
    from,
    endOf: unit,
    length,
    counted: day,
    day,
    yellowFrom: undefined,
    provisional: false,
  });
  if (typeof last !== 'number') return ending(undefined);
  if (!isAfter) return ending(last);
  if (!(length instanceof Duration)) return ending(undefined);
  const days = new ProvisionalCalendar(calendar);
  const counted = add(last, length, days);
  // Months that begin with a month end with one, of however many days.
  const isWhole = length.unit === 'months' || length.unit === 'years';
  if (isWhole) {
    const end = calendarBounds(counted, 'month').last;
    return { ...ending(typeof end === 'number' ? end : undefined), provisional: days.wasAsked };
  }
  let day = counted;
  if (counting.rolls) while (!days.isWorkday(day)) day += 1;
  return {
    ...ending(counted),
    day,
    yellowFrom: yellowFrom(last, counted, length, isExact(yellow) ? yellow : YELLOW, [], days),
    provisional: days.wasAsked,
  };
}

/** The first day on which so much time has gone since an event; such a time has no last day that would move. */
export function earliestAfter(from: CaseEvent, length: Value, calendar: Calendar): Due {
  const days = new ProvisionalCalendar(calendar);
  const day = length instanceof Duration ? shiftDay(from.day, length, false, days) : undefined;
  return { from, length, counted: day, day, yellowFrom: undefined, provisional: days.wasAsked };
}
