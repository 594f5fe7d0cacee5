import { Range } from './range.js';

/**
 * A day is a whole number: days since 1970-01-01 in the civil calendar of +08:00. There is no `Date` in the arithmetic
 * (the algorithm is the usual era-based one for the proleptic Gregorian calendar).
 */
export type Day = number;

export interface CivilDate {
  readonly year: number;
  /** 1–12 */
  readonly month: number;
  /** 1–31 */
  readonly day: number;
}

export function dayOf(year: number, month: number, day: number): Day {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

export function civilOf(date: Day): CivilDate {
  const shifted = date + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36524) -
      Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  };
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Years beyond these are slips of the pen. */
export function isYear(year: number): boolean {
  return year >= 1800 && year <= 2999;
}

/**
 * Reads `2026-02-03`, or the days of `2026-02` or of `2026`, as a day or the range of its days; undefined for anything
 * else, days that don't exist and years outside 1800–2999 included.
 */
export function parseDate(text: string): Day | Range | undefined {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (parts === null) return undefined;
  const year = Number(parts[1]);
  if (!isYear(year)) return undefined;
  if (parts[2] === undefined) return new Range(dayOf(year, 1, 1), dayOf(year, 12, 31));
  const month = Number(parts[2]);
  if (month < 1 || month > 12) return undefined;
  if (parts[3] === undefined) {
    return new Range(dayOf(year, month, 1), dayOf(year, month, daysInMonth(year, month)));
  }
  const day = Number(parts[3]);
  return day < 1 || day > daysInMonth(year, month) ? undefined : dayOf(year, month, day);
}

/** `2026-02-03` */
export function printDate(date: Day): string {
  const { year, month, day } = civilOf(date);
  return `${String(year).padStart(4, '0')}-${pad(month)}-${pad(day)}`;
}

/** `2026-02` or `2026` where the range is that month or year, else `first..last`. */
export function printDateRange(range: Range): string {
  if (typeof range.low !== 'number' || typeof range.high !== 'number') return '…';
  const first = civilOf(range.low);
  const last = civilOf(range.high);
  if (
    first.year === last.year &&
    first.day === 1 &&
    last.day === daysInMonth(last.year, last.month)
  ) {
    if (first.month === last.month) return `${String(first.year)}-${pad(first.month)}`;
    if (first.month === 1 && last.month === 12) return String(first.year);
  }
  return `${printDate(range.low)}..${printDate(range.high)}`;
}

export type CalendarUnit = 'month' | 'quarter' | 'year';

/** The first and the last day of the month, quarter or year that holds a day. */
export function boundsOf(date: Day, unit: CalendarUnit): { first: Day; last: Day } {
  const { year, month } = civilOf(date);
  if (unit === 'year') return { first: dayOf(year, 1, 1), last: dayOf(year, 12, 31) };
  const length = unit === 'quarter' ? 3 : 1;
  const start = month - ((month - 1) % length);
  const end = start + length - 1;
  return { first: dayOf(year, start, 1), last: dayOf(year, end, daysInMonth(year, end)) };
}

/** Whole months later (or earlier, if negative), clamped to the end of a shorter month (Civil Code, article 202). */
export function addMonths(date: Day, months: number): Day {
  const { year, month, day } = civilOf(date);
  const index = year * 12 + (month - 1) + months;
  const targetYear = Math.floor(index / 12);
  const targetMonth = index - targetYear * 12 + 1;
  return dayOf(targetYear, targetMonth, Math.min(day, daysInMonth(targetYear, targetMonth)));
}

/** How many whole months lie between two days; negative where `to` is before `from`. */
export function monthsBetween(from: Day, to: Day): number {
  if (to < from) return negative(monthsBetween(to, from));
  const a = civilOf(from);
  const b = civilOf(to);
  const months = (b.year - a.year) * 12 + (b.month - a.month);
  return addMonths(from, months) <= to ? months : months - 1;
}

export function yearsBetween(from: Day, to: Day): number {
  const months = monthsBetween(from, to);
  return months < 0 ? negative(Math.floor(-months / 12)) : Math.floor(months / 12);
}

// -0 would differ from 0 for Object.is and in JSON.
function negative(n: number): number {
  return n === 0 ? 0 : -n;
}

function pad(n: number): string {
  return String(n).padStart(2, '0');
}
