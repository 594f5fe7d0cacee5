import { type Day, dayOf, daysInMonth, isYear } from './date.js';

const MS_PER_DAY = 86_400_000;
const CHINA_OFFSET = 8 * 3_600_000;

/**
 * Reads `2026-02-03T09:30[:15[.250]]`, at +08:00 unless it ends in `Z` or an offset; whole milliseconds since
 * 1970-01-01T00:00Z, or undefined; the years are those of dates.
 */
export function parseInstant(text: string): number | undefined {
  const parts =
    /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3})\d{0,6})?)?(Z|[+-]\d{2}:\d{2})?$/.exec(
      text,
    );
  if (parts === null) return undefined;
  const [year, month, day, hour, minute, second] = parts.slice(1, 7).map(Number);
  if (
    year === undefined ||
    month === undefined ||
    day === undefined ||
    hour === undefined ||
    minute === undefined
  ) {
    return undefined;
  }
  if (!isYear(year)) return undefined;
  const seconds = second === undefined || Number.isNaN(second) ? 0 : second;
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  if (hour > 23 || minute > 59 || seconds > 59) return undefined;
  const ms = Number((parts[7] ?? '0').padEnd(3, '0'));
  const local =
    dayOf(year, month, day) * MS_PER_DAY + hour * 3_600_000 + minute * 60_000 + seconds * 1000 + ms;
  const zone = parts[8];
  if (zone === undefined) return local - CHINA_OFFSET;
  if (zone === 'Z') return local;
  const offsetHours = Number(zone.slice(1, 3));
  const offsetMinutes = Number(zone.slice(4, 6));
  if (offsetHours > 23 || offsetMinutes > 59) return undefined;
  const offset = offsetHours * 60 + offsetMinutes;
  return local - (zone.startsWith('-') ? -offset : offset) * 60_000;
}

/** The day of an instant at +08:00. */
export function dayOfInstant(instant: number): Day {
  return Math.floor((instant + CHINA_OFFSET) / MS_PER_DAY);
}

/** The instant at which a day begins at +08:00. */
export function startOfDay(day: Day): number {
  return day * MS_PER_DAY - CHINA_OFFSET;
}
