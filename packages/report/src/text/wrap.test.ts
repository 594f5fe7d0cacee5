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

describe('wrap, by the rules of Chinese line breaking', () => {
  const TEXT =
    '如查明“空白文件”不为“是”，依据《实施〈土地管理法〉办法》第三条（条款号待核）、第四条：甲方……乙方——丙方！丁方？戊方；（己）【庚】「辛」5％，12.5%。';

  it('no line begins with a mark that closes, or ends with one that opens', () => {
    for (let width = 12; width < 70; width += 1)
      for (const line of wrap(TEXT, width)) {
        expect(line).not.toMatch(/^[，。、；：？！）》〉】」』”’…％%]/);
        expect(line).not.toMatch(/[（《〈【「『“‘]$/);
        expect(widthOf(line)).toBeLessThanOrEqual(width);
      }
  });

  it('loses nothing', () => {
    for (let width = 4; width < 70; width += 1)
      expect(wrap(TEXT, width).join('').replaceAll(' ', '')).toBe(TEXT.replaceAll(' ', ''));
  });

  it('keeps ids, paths, dates and amounts whole', () => {
    const words = [
      'village.seal-keeper-approver',
      'SU-2025-024',
      'in/a-b/p.jsonl:12',
      '2026-02-03',
      '-1,500.00',
    ];
    const text = words.map((word) => `记录${word}，`).join('');
    for (let width = 32; width < 60; width += 1) {
      const lines = wrap(text, width);
      for (const word of words) expect(lines.some((line) => line.includes(word))).toBe(true);
    }
  });

  it('keeps the marks of a title within a title with what they close', () => {
    expect(wrap('依据《实施〈土地法〉办法》', 8)).not.toContainEqual(
      expect.stringMatching(/^[〉》]/),
    );
    expect(wrap('甲乙丙〈丁〉', 9)).toEqual(['甲乙丙', '〈丁〉']);
  });

  it('cuts no character in two', () => {
    expect(wrap('👩‍👩‍👧‍👧👩‍👩‍👧‍👧é', 2)).toEqual(['👩‍👩‍👧‍👧', '👩‍👩‍👧‍👧', 'é']);
  });
});
