import type { Range } from '@qingdan/core';
import {
  civilOf,
  type Day,
  dayOfInstant,
  daysInMonth,
  type Interval,
  type Language,
} from '@qingdan/core';
import { say } from '../locale/messages.js';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `2026年2月3日`, `3 February 2026` */
export function sayDay(day: Day, lang: Language): string {
  const { year, month, day: date } = civilOf(day);
  return say(lang, 'date.day', {
    year: yearOf(year),
    month: monthOf(month, lang),
    day: String(date),
  });
}

/** A month or a year where the range is one, else from when until when. */
export function sayDays(range: Range, lang: Language): string {
  const { low, high } = range;
  if (typeof low !== 'number' || typeof high !== 'number') {
    if (typeof low === 'number') return say(lang, 'range.date.low', { low: sayDay(low, lang) });
    if (typeof high === 'number') return say(lang, 'range.date.high', { high: sayDay(high, lang) });
    return say(lang, 'value.unknown');
  }
  const first = civilOf(low);
  const last = civilOf(high);
  const year = yearOf(first.year);
  if (
    first.year === last.year &&
    first.day === 1 &&
    last.day === daysInMonth(last.year, last.month)
  ) {
    if (first.month === last.month)
      return say(lang, 'date.month', { year, month: monthOf(first.month, lang) });
    if (first.month === 1 && last.month === 12) return say(lang, 'date.year', { year });
  }
  return say(lang, 'range.both', { low: sayDay(low, lang), high: sayDay(high, lang) });
}

/** An instant at +08:00, to the minute. */
export function sayInstant(instant: number, lang: Language): string {
  const time = timeOf(instant).slice(0, 5);
  return say(lang, 'date.instant', { date: sayDay(dayOfInstant(instant), lang), time });
}

/** `09:30:15` at +08:00. */
export function timeOf(instant: number): string {
  const seconds = Math.floor((instant + 8 * 3_600_000) / 1000) - dayOfInstant(instant) * 86_400;
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

/** From when until when something is in force. */
export function sayInterval({ from, until }: Interval, lang: Language): string {
  if (from === undefined)
    return until === undefined
      ? say(lang, 'interval.always')
      : say(lang, 'interval.until', { until: sayDay(until, lang) });
  return until === undefined
    ? say(lang, 'interval.from', { from: sayDay(from, lang) })
    : say(lang, 'interval.both', { from: sayDay(from, lang), until: sayDay(until, lang) });
}

function yearOf(year: number): string {
  return String(year);
}

function monthOf(month: number, lang: Language): string {
  return lang === 'zh' ? String(month) : String(MONTHS[month - 1]);
}
