import {
  compareExact,
  type Exact,
  Fraction,
  type Language,
  multiplyExact,
  printExact,
} from '@qingdan/core';
import { say } from '../locale/messages.js';
import { chineseNumber } from './chinese-number.js';

/**
 * A share as a statute writes it, `三分之二（2/3）` or `two thirds (2/3)`, where its denominator is small; else in per cent;
 * a multiple from 2 on as `3 倍`.
 */
export function sayRatio(ratio: Exact, lang: Language): string {
  if (ratio instanceof Fraction && ratio.n > 0n && ratio.n < ratio.d && ratio.d <= 10n) {
    const isDecimal = 10n % ratio.d === 0n && ratio.d > 5n;
    const words = isDecimal ? undefined : inWords(Number(ratio.n), Number(ratio.d), lang);
    if (words !== undefined) {
      const digits = `${String(ratio.n)}/${String(ratio.d)}`;
      return say(lang, 'ratio.words', { words, digits });
    }
  }
  if (compareExact(ratio, 2) >= 0 && !printExact(ratio).includes('/'))
    return say(lang, 'number.times', { number: printExact(ratio) });
  const percent = printExact(multiplyExact(ratio, 100));
  return percent.includes('/') ? printExact(ratio) : `${percent}%`;
}

const NUMBERS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const PARTS: Readonly<Record<number, readonly [string, string]>> = {
  2: ['half', 'halves'],
  3: ['third', 'thirds'],
  4: ['quarter', 'quarters'],
  5: ['fifth', 'fifths'],
  6: ['sixth', 'sixths'],
  7: ['seventh', 'sevenths'],
  8: ['eighth', 'eighths'],
  9: ['ninth', 'ninths'],
};

function inWords(n: number, d: number, lang: Language): string | undefined {
  if (lang === 'zh') return `${chineseNumber(d)}分之${chineseNumber(n)}`;
  const parts = PARTS[d];
  return parts === undefined ? undefined : `${String(NUMBERS[n])} ${n === 1 ? parts[0] : parts[1]}`;
}
