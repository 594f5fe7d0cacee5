import { parseChineseInteger, plainDigits } from './chinese-number.js';

const TIME = /^(\d{1,2})[:时](\d{1,2})(?:[:分](\d{1,2})秒?)?分?$/;

/**
 * A date as people write it, as our own text: `2026年1月5日`, `2026.1.5`, `2026/1/5`, `20260105`, `二〇二六年一月五日`; a
 * month or a year where that is all that is said. A time of day after it is left out. `2026.1` is none: a spreadsheet
 * makes it of `2026.10`.
 */
export function parseCellDate(text: string): string | undefined {
  const { day, time } = split(text);
  return time === undefined || TIME.test(time) ? printed(day) : undefined;
}

/** A date with its time of day: `2026-01-05T09:30:00`. */
export function parseCellInstant(text: string): string | undefined {
  const compact = text.normalize('NFKC').trim();
  // Our own form, its offset and all.
  if (/^\d{4}-\d{2}-\d{2}T/.test(compact)) return compact;
  const { day, time } = split(text);
  const date = printed(day);
  const clock = time === undefined ? null : TIME.exec(time);
  if (date?.length !== 10 || clock === null) return undefined;
  const [hour, minute, second] = clock.slice(1, 4).map((part: string | undefined) => pad(part));
  return `${date}T${String(hour)}:${String(minute)}:${String(second)}`;
}

function split(text: string): { readonly day: string; readonly time: string | undefined } {
  const whole = text.normalize('NFKC').trim();
  const cut = /^(.*?)\s+(?:(?:星期|周)[一二三四五六日天]\s*)?(\d{1,2}[:时].*)$/u.exec(whole);
  const day = cut === null ? whole.replace(/\(?(星期|周)[一二三四五六日天]\)?$/u, '') : cut[1];
  return { day: String(day).replace(/\s+/g, ''), time: cut?.[2] };
}

function printed(compact: string): string | undefined {
  const text = /[年月]/.test(compact) ? withPlainDigits(compact.replace(/份$/, '')) : compact;
  const day =
    /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(text) ??
    /^(\d{4})(年)(\d{1,2})月(\d{1,2})[日号]?$/.exec(text) ??
    /^(\d{4})()(\d{2})(\d{2})$/.exec(text);
  if (day !== null) return [day[1], pad(day[3]), pad(day[4])].join('-');
  const month =
    /^(\d{4})年(\d{1,2})月$/.exec(text) ??
    /^(\d{4})[-/](\d{1,2})$/.exec(text) ??
    /^(\d{4})\.(\d{2})$/.exec(text) ??
    /^(\d{4})(\d{2})$/.exec(text);
  if (month !== null) return [month[1], pad(month[2])].join('-');
  return /^(\d{4})年?(?:度)?$/.exec(text)?.[1];
}

/** 二〇二六年十二月三日: the year is written by digits, month and day as numbers. */
function withPlainDigits(text: string): string {
  const parts = /^([^年]{4})年(?:([^月]{1,3})月(?:([^日号]{1,3})([日号]?))?)?$/u.exec(text);
  if (parts === null) return text;
  const [, year, month, day] = parts;
  const number = (written: string | undefined): string =>
    written === undefined ? '' : (parseChineseInteger(written)?.toString() ?? written);
  return [
    `${plainDigits(String(year))}年`,
    month === undefined ? '' : `${number(month)}月`,
    day === undefined ? '' : `${number(day)}日`,
  ].join('');
}

function pad(part: string | undefined): string {
  return (part ?? '0').padStart(2, '0');
}
