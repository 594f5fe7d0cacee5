import {
  divideExact,
  type Exact,
  multiplyExact,
  parseDate,
  parseExact,
  printDate,
} from '@qingdan/core';
import { parsePlainNumber } from './amount.js';
import { parseChineseInteger } from './chinese-number.js';
import { parseCellDate } from './date.js';
import { plain } from './plain.js';

const TRUE = new Set([
  '是',
  '√',
  '✓',
  '✔',
  '☑',
  '✅',
  '是的',
  '有',
  '已',
  '对',
  'true',
  'yes',
  'y',
  '1',
]);
const FALSE = new Set([
  '否',
  '×',
  '✕',
  '✖',
  '✗',
  '✘',
  '❌',
  '错',
  '无',
  '没有',
  '未',
  '不是',
  'false',
  'no',
  'n',
  '0',
]);

/**
 * 是/否, √/×, 有/无 and their like; 已公示/未公示 where it is known that the column is about 公示.
 *
 * @param about the header of the column and the label of its field. Of what says no itself, such as 未入账金额, yes and no
 *   can't be told by such words.
 */
export function parseCellBoolean(text: string, about: readonly string[] = []): boolean | undefined {
  const word = plain(text).toLowerCase();
  if (TRUE.has(word)) return true;
  if (FALSE.has(word)) return false;
  const parts = /^(?:(已经?|有)|尚?未经?|没有|无)(.+)$/u.exec(word);
  if (parts === null) return undefined;
  const subjects = about.map((subject) =>
    plain(subject).replace(/有无|是否|与否|能否|有没有/gu, ''),
  );
  if (subjects.some((subject) => /[未不无没非免]/u.test(subject))) return undefined;
  if (!subjects.some((subject) => subject.includes(parts[2] as string))) return undefined;
  return parts[1] !== undefined;
}

/** A number, in digits or numerals: `1,234.5`, `三十`, `-2`; with the unit of its field, `3天`. */
export function parseCellNumber(text: string, unit?: string): Exact | undefined {
  let bare = plain(text);
  if (unit !== undefined && bare.endsWith(unit)) bare = bare.slice(0, -unit.length);
  const sign = /^[-\u2212负]/u.test(bare) ? '-' : '';
  const digits = sign === '' ? bare : bare.slice(1);
  const number = /^\d/.test(digits) ? parsePlainNumber(digits) : chinese(digits);
  return number === undefined || sign === '' ? number : multiplyExact(number, -1);
}

/** A share: `30%`, `三分之二`, `2/3`, `0.3`. */
export function parseCellRatio(text: string): Exact | undefined {
  const bare = plain(text);
  const hundredth = /^(-?[\d.,]+)([%‰])$/.exec(bare);
  if (hundredth !== null) {
    const number = parsePlainNumber(hundredth[1] as string);
    return number === undefined
      ? undefined
      : divideExact(number, hundredth[2] === '%' ? 100 : 1000);
  }
  const words = /^(.+)分之(.+)$/u.exec(bare);
  if (words !== null) {
    const parts = words[1] as string;
    const whole = parts === '百' ? 100 : parts === '千' ? 1000 : chinese(parts);
    const part = chinese(words[2] as string);
    return whole === undefined || part === undefined ? undefined : divideExact(part, whole);
  }
  // NFKC makes ⅔ of 2⁄3, with a mark of its own.
  return parseExact(bare.replace('\u2044', '/')) ?? parsePlainNumber(bare);
}

const DURATION_UNITS: ReadonlyMap<string, string> = new Map([
  ['天', 'days'],
  ['日', 'days'],
  ['工作日', 'workdays'],
  ['月', 'months'],
  ['年', 'years'],
  ['周年', 'years'],
]);

/** A length of time as our own text: `5天` → `5 days`, `十个工作日`, `半年`. */
export function parseCellDuration(text: string): string | undefined {
  const bare = plain(text);
  if (bare === '半年') return '6 months';
  if (bare === '半个月') return undefined;
  const parts = /^(.+?)个?(工作日|周年|[天日月年])$/u.exec(bare);
  if (parts === null) return /^\d+ [a-z]+$/.test(text.trim()) ? text.trim() : undefined;
  const count = chinese(parts[1] as string);
  const unit = DURATION_UNITS.get(parts[2] as string);
  return typeof count !== 'number' || unit === undefined ? undefined : `${count} ${unit}`;
}

/** `2024.1.1至2028.12.31`: the last day belongs to it, so that it ends before the next. */
export function parseCellPeriod(text: string): { from: string; until: string } | undefined {
  const parts =
    /^(?:自|从)?(.+?)(?:起)?(?:至|到|~|\u2014+|\u2013|--)(.+?)(?:止)?$/u.exec(plain(text)) ??
    /^([\d./年月日]+)-([\d./年月日]+|长期|今)$/u.exec(plain(text));
  if (parts === null) return undefined;
  const from = parseCellDate(parts[1] as string);
  if (from === undefined) return undefined;
  if (/^(长期|今|现在|无固定期限)$/.test(parts[2] as string)) return { from, until: 'none' };
  const until = dayAfter(parts[2] as string);
  return until === undefined ? undefined : { from, until };
}

/** The day after a written one; undefined where no day is said, but a month. */
export function dayAfter(text: string): string | undefined {
  const date = parseCellDate(text);
  const day = date === undefined ? undefined : parseDate(date);
  return typeof day === 'number' ? printDate(day + 1) : undefined;
}

function chinese(text: string): Exact | undefined {
  if (/^\d/.test(text)) return parsePlainNumber(text);
  const number = parseChineseInteger(text);
  return number === undefined ? undefined : parseExact(number.toString());
}
