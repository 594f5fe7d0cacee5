import { expect, it } from 'vitest';
import { chineseOf } from './chinese-of.js';

it.each([
  ['用印文件', '页数', '用印文件的页数'],
  ['用印文件', '是否空白', '用印文件是否空白'],
  ['用印文件', '已扫描留存', '用印文件已扫描留存'],
])('joins %s and %s', (owner, label, joined) => {
  expect(chineseOf(owner, label)).toBe(joined);
});
