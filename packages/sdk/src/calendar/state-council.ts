import { type Calendar, createCalendar, type Day, dayOf, parseDate } from '@qingdan/core';
import { digestFiles } from '@qingdan/language';
import { NOTICES } from './notices.js';

let standard: Calendar | undefined;

/** The working days that the State Council's yearly notices fix; nothing is known beyond the last notice. */
export function stateCouncilCalendar(): Calendar {
  standard ??= createCalendar({
    digest: digestFiles([{ name: 'state-council', content: JSON.stringify(NOTICES) }]),
    first: dayOf(NOTICES[0]?.year ?? 0, 1, 1),
    last: dayOf(NOTICES.at(-1)?.year ?? 0, 12, 31),
    off: daysOf(({ off }) => off),
    working: daysOf(({ working }) => working),
  });
  return standard;
}

function daysOf(part: (notice: (typeof NOTICES)[number]) => string): ReadonlySet<Day> {
  const days = new Set<Day>();
  for (const notice of NOTICES) {
    for (const stretch of part(notice).split(' ').filter(Boolean)) {
      const [first = '', last = first] = stretch.split('..');
      for (let day = read(first, notice.year); day <= read(last, notice.year); day += 1)
        days.add(day);
    }
  }
  return days;
}

function read(text: string, year: number): Day {
  const day = parseDate(text.length === 5 ? `${String(year)}-${text}` : text);
  if (typeof day !== 'number') throw new Error(`no day: ${text}`);
  return day;
}
