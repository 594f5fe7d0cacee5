/** The days of a date as it was written: one, or those of a month or a year, from 1970-01-01; of a length, how many. */
export class Days {
  constructor(
    readonly first: number,
    readonly last: number,
  ) {}
}

/** A moment, in milliseconds since 1970-01-01T00:00Z. */
export class Instant {
  constructor(readonly ms: number) {}
}

/** A length of time in one unit. */
export class Duration {
  constructor(
    readonly count: number,
    readonly unit: string,
  ) {}
}

/** From a day until before another; undefined: unknown, null: without end. */
export class Period {
  constructor(
    readonly from: Days | undefined,
    readonly until: Days | null | undefined,
  ) {}
}

const MS_PER_DAY = 86_400_000;

/** Reads `2026-02-03`, `2026-02` or `2026`; undefined for anything else. */
export function readDays(raw: unknown): Days | undefined {
  const parts = typeof raw === 'string' ? /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(raw) : null;
  if (parts === null) return undefined;
  const [year, month, day] = [Number(parts[1]), Number(parts[2] ?? 1), Number(parts[3] ?? 1)];
  const lastMonth = parts[2] === undefined ? 12 : month;
  const lastDay = parts[3] === undefined ? daysInMonth(year, lastMonth) : day;
  if (year < 1800 || year > 2999 || month < 1 || month > 12) return undefined;
  if (day < 1 || day > daysInMonth(year, month)) return undefined;
  return new Days(dayNumber(year, month, day), dayNumber(year, lastMonth, lastDay));
}

/** Reads `2026-02-03T09:30[:15[.250]]`, at +08:00 unless it says otherwise. */
export function readInstant(raw: unknown): Instant | undefined {
  const shape =
    /^(\d{4}-\d\d-\d\d)[T ]([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d{1,3})\d{0,6})?)?(Z|[+-]([01]\d|2[0-3]):([0-5]\d))?$/;
  const parts = typeof raw === 'string' ? shape.exec(raw) : null;
  const days = readDays(parts?.[1]);
  if (parts === null || days === undefined) return undefined;
  const [
    ,
    ,
    hour,
    minute,
    second = '0',
    fraction = '',
    zone = '+08:00',
    zoneHour = '8',
    zoneMinute = '0',
  ] = parts;
  const seconds = Number(hour) * 3600 + Number(minute) * 60 + Number(second);
  const local = days.first * MS_PER_DAY + seconds * 1000 + Number(fraction.padEnd(3, '0'));
  if (zone === 'Z') return new Instant(local);
  const offset = (Number(zoneHour) * 60 + Number(zoneMinute)) * 60_000;
  return new Instant(zone.startsWith('-') ? local + offset : local - offset);
}

/** Reads `5 days`, `10 workdays`, `2 months`, `20 years`. */
export function readDuration(raw: unknown): Duration | undefined {
  const parts = typeof raw === 'string' ? /^(\d{1,6}) (day|workday|month|year)s?$/.exec(raw) : null;
  return parts === null ? undefined : new Duration(Number(parts[1]), String(parts[2]));
}

/** Reads `{ from, until }`; `until: "none"` is without end. */
export function readPeriod(raw: unknown): Period | undefined {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return undefined;
  const { from, until, ...more } = raw as Record<string, unknown>;
  const start = readDays(from);
  const end = until === 'none' ? null : readDays(until);
  const isWrong = (isGiven(from) && start === undefined) || (isGiven(until) && end === undefined);
  if (Object.keys(more).length > 0 || isWrong) return undefined;
  const isEmpty = isDay(start) && isDay(end) && start.first >= end.first;
  return isEmpty ? undefined : new Period(start, end);
}

function isGiven(raw: unknown): boolean {
  return raw !== undefined && raw !== null;
}

export function isDay(value: unknown): value is Days {
  return value instanceof Days && value.first === value.last;
}

/** Two lengths in one unit: months for years, else the days that each may last. */
export function lengths(a: Duration, b: Duration): [Days, Days] {
  const exactly = (count: number): Days => new Days(count, count);
  if (a.unit === b.unit) return [exactly(a.count), exactly(b.count)];
  const [one, other] = [monthsIn(a), monthsIn(b)];
  return one !== undefined && other !== undefined
    ? [exactly(one), exactly(other)]
    : [daysIn(a), daysIn(b)];
}

function monthsIn({ count, unit }: Duration): number | undefined {
  return unit === 'month' ? count : unit === 'year' ? count * 12 : undefined;
}

function daysIn(duration: Duration): Days {
  const { count, unit } = duration;
  const months = monthsIn(duration);
  if (months === undefined)
    return new Days(count, unit === 'day' || count === 0 ? count : Infinity);
  const [years, rest] = [Math.floor(months / 12), months % 12];
  return new Days(365 * years + 28 * rest, 366 * years + 31 * rest);
}

/** A day moved by a duration, clamped to the end of a shorter month; undefined by workdays, which need a calendar. */
export function move(days: Days, { count, unit }: Duration, backwards: boolean): Days | undefined {
  const by = backwards ? -count : count;
  if (unit === 'day') return new Days(days.first + by, days.last + by);
  if (unit === 'workday') return undefined;
  const months = unit === 'year' ? by * 12 : by;
  return new Days(addMonths(days.first, months), addMonths(days.last, months));
}

/** Whole months from one day to another. */
export function monthsBetween(from: number, to: number): number {
  if (to < from) return 0 - monthsBetween(to, from);
  const [a, b] = [civil(from), civil(to)];
  const months = (b.year - a.year) * 12 + b.month - a.month;
  return addMonths(from, months) <= to ? months : months - 1;
}

export function civil(day: number): { year: number; month: number; day: number } {
  const date = new Date(day * MS_PER_DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

function addMonths(from: number, months: number): number {
  const { year, month, day } = civil(from);
  const index = year * 12 + month - 1 + months;
  const [toYear, toMonth] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1];
  return dayNumber(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)));
}

function dayNumber(year: number, month: number, day: number): number {
  return new Date(0).setUTCFullYear(year, month - 1, day) / MS_PER_DAY;
}

function daysInMonth(year: number, month: number): number {
  return new Date(new Date(0).setUTCFullYear(year, month, 0)).getUTCDate();
}
