import { type Day, dayOf, daysInMonth, isYear } from './date.js';

const MS_PER_DAY = 86_400_000;
const CHINA_OFFSET = 8 * 3_600_000;

/**
 * Reads `2026-02-03T09:30[:15[.250]]`, at +08:00 unless it ends in `Z` or an offset; whole milliseconds since
 * 1970-01-01T00:00Z, or undefined; the years are those of dates.
 */
export function parseInstant(text: string): number | undefined {
  // By places: a pattern takes four times as long, and a large log has a time in every event.
  const hasShape =
    text[4] === '-' &&
    text[7] === '-' &&
    (text[10] === 'T' || text[10] === ' ') &&
    text[13] === ':' &&
    text.length <= LONGEST;
  if (!hasShape) return undefined;
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 7);
  const day = digits(text, 8, 10);
  const hour = digits(text, 11, 13);
  const minute = digits(text, 14, 16);
  let end = 16;
  let seconds = 0;
  let ms = 0;
  if (text[end] === ':') {
    seconds = digits(text, 17, 19);
    end = 19;
    if (text[end] === '.') {
      const start = end + 1;
      for (end = start; isDigit(text, end);) end += 1;
      if (end === start || end - start > 9) return undefined;
      ms = Number(text.slice(start, Math.min(end, start + 3)).padEnd(3, '0'));
    }
  }
  if (!(isYear(year) && month >= 1 && month <= 12)) return undefined;
  if (!(day >= 1 && day <= daysInMonth(year, month))) return undefined;
  if (!(hour <= 23 && minute <= 59 && seconds <= 59)) return undefined;
  const offset = offsetOf(text, end);
  if (offset === undefined) return undefined;
  const time = hour * 3_600_000 + minute * 60_000 + seconds * 1000 + ms;
  return dayOf(year, month, day) * MS_PER_DAY + time - offset;
}

/** `2026-02-03T09:30:15.123456789+08:00` */
const LONGEST = 35;

/** What is to be taken off for the zone that the rest of a text is: +08:00 for none; undefined where it is no zone. */
function offsetOf(text: string, start: number): number | undefined {
  if (text.length === start) return CHINA_OFFSET;
  const sign = text[start];
  if (sign === 'Z') return text.length === start + 1 ? 0 : undefined;
  const hasShape =
    (sign === '+' || sign === '-') && text[start + 3] === ':' && text.length === start + 6;
  if (!hasShape) return undefined;
  const hours = digits(text, start + 1, start + 3);
  const minutes = digits(text, start + 4, start + 6);
  if (!(hours <= 23 && minutes <= 59)) return undefined;
  const offset = (hours * 60 + minutes) * 60_000;
  return sign === '-' ? -offset : offset;
}

/** The number that some characters are; NaN where one of them is no digit. */
function digits(text: string, start: number, end: number): number {
  let number = 0;
  for (let at = start; at < end; at += 1) {
    if (!isDigit(text, at)) return NaN;
    number = number * 10 + text.charCodeAt(at) - ZERO;
  }
  return number;
}

const ZERO = 0x30;

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= ZERO && code <= ZERO + 9;
}

/** The day of an instant at +08:00. */
export function dayOfInstant(instant: number): Day {
  return Math.floor((instant + CHINA_OFFSET) / MS_PER_DAY);
}

/** The instant at which a day begins at +08:00. */
export function startOfDay(day: Day): number {
  return day * MS_PER_DAY - CHINA_OFFSET;
}
