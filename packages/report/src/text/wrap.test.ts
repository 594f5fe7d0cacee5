import { describe, expect, it } from 'vitest';
import { widthOf, wrap } from './wrap.js';

describe('widthOf', () => {
  it.each([
    ['abc', 3],
    ['清单', 4],
    ['１２', 4],
    ['é', 1],
    ['𠮷', 2],
  ])('gives %s its columns', (text, width) => {
    expect(widthOf(text)).toBe(width);
  });
});

describe('wrap', () => {
  it('breaks between Chinese characters, and never before a closing mark', () => {
    expect(wrap('村民委员会，居民委员会', 10)).toEqual(['村民委员', '会，居民委', '员会']);
  });

  it('never ends a line with an opening mark', () => {
    expect(wrap('依据（条例）', 6)).toEqual(['依据', '（条', '例）']);
  });

  it('breaks English between words, and cuts what is longer than a line', () => {
    expect(wrap('the cash limit', 8)).toEqual(['the cash', 'limit']);
    expect(wrap('abcdefghij', 4)).toEqual(['abcd', 'efgh', 'ij']);
  });

  it('fits every line, whatever the text', () => {
    const text =
      '付款方式为现金 (recorded: cash)，金额超过《现金管理暂行条例》第五条第二款的 1,000.00 元。';
    for (let width = 10; width < 60; width += 1)
      for (const line of wrap(text, width)) expect(widthOf(line)).toBeLessThanOrEqual(width);
  });
});

it('keeps the marks of a title within a title with what they close', () => {
  expect(wrap('依据《实施〈土地法〉办法》', 8)).not.toContainEqual(
    expect.stringMatching(/^[〉》]/),
  );
  expect(wrap('甲乙丙〈丁〉', 9)).toEqual(['甲乙丙', '〈丁〉']);
});
