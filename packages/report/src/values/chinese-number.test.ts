import { expect, it } from 'vitest';
import { chineseNumber } from './chinese-number.js';

it.each([
  [0, '零'],
  [5, '五'],
  [10, '十'],
  [15, '十五'],
  [35, '三十五'],
  [105, '一百零五'],
  [110, '一百一十'],
  [1045, '一千零四十五'],
  [2000, '二千'],
  [3006, '三千零六'],
  [10_000, '10000'],
])('writes %d as statutes do', (n, text) => {
  expect(chineseNumber(n)).toBe(text);
});
