import type { Day } from '../values/date.js';

/**
 * Working days, from a dated table with sources. Where the table ends the answer is unknown: never a silent
 * Monday-to-Friday.
 */
export interface Calendar {
  /** `sha256:…` of the table; goes into reports. */
  readonly digest: string;
  readonly first: Day;
  readonly last: Day;
  isWorkday(day: Day): boolean | undefined;
  /** The number of working days in (from, to]; negative where `to` is before `from`. */
  workdaysBetween(from: Day, to: Day): number | undefined;
  /** The n-th working day after a day (before it, if n is negative). */
  addWorkdays(day: Day, n: number): Day | undefined;
}

/** Exceptions to Monday-to-Friday within [first, last]: days off and make-up working days. */
export interface CalendarTable {
  readonly digest: string;
  readonly first: Day;
  readonly last: Day;
  readonly off: ReadonlySet<Day>;
  readonly working: ReadonlySet<Day>;
}

/** 1970-01-01 was a Thursday: 0 is Monday. */
export function weekdayOf(day: Day): number {
  return (((day + 3) % 7) + 7) % 7;
}

export function createCalendar(table: CalendarTable): Calendar {
  const isWorkday = (day: Day): boolean | undefined => {
    if (day < table.first || day > table.last) return undefined;
    return weekdayOf(day) < 5 ? !table.off.has(day) : table.working.has(day);
  };
  const calendar: Calendar = {
    digest: table.digest,
    first: table.first,
    last: table.last,
    isWorkday,
    workdaysBetween(from, to) {
      if (to < from) {
        const count = calendar.workdaysBetween(to, from);
        return count === undefined || count === 0 ? count : -count;
      }
      if (to > from && (from + 1 < table.first || to > table.last)) return undefined;
      let count = 0;
      for (let day = from + 1; day <= to; day += 1) if (isWorkday(day) === true) count += 1;
      return count;
    },
    addWorkdays(day, n) {
      const step = n < 0 ? -1 : 1;
      let left = Math.abs(n);
      while (left > 0) {
        day += step;
        const works = isWorkday(day);
        if (works === undefined) return undefined;
        if (works) left -= 1;
      }
      return day;
    },
  };
  return calendar;
}

/** Knows no day. */
export const NO_CALENDAR: Calendar = createCalendar({
  digest: 'none',
  first: 0,
  last: -1,
  off: new Set(),
  working: new Set(),
});
