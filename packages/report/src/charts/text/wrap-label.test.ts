import { describe, expect, it } from 'vitest';
import { widthOfText } from './text-width.js';
import { LEADING, wrapLabel } from './wrap-label.js';

describe('the width of a text', () => {
  it.each([
    ['nothing', '', 0],
    ['Chinese, in squares', '编制方案', 40],
    ['Chinese punctuation, in squares, too', '（是）。', 40],
    ['narrow letters', 'il', 6.9],
    ['wide letters', 'WM', 18.8],
    ['a character beyond sixteen bits, once', '𠮷', 10],
    ['a picture, wider than a letter', '🏠', 15],
    ['a mark that no table has, as wide as any', '\u0000', 10],
  ])('is that of %s', (_, text, width) => {
    expect(widthOfText(text, 10)).toBeCloseTo(width);
  });
});

describe('a label', () => {
  it.each([
    ['that fits stays one line', '决议公示', 50, ['决议公示']],
    ['is broken as even as can be', '成员大会或者成员代', 80, ['成员大会或', '者成员代']],
    ['begins no line with what closes', '一二三四五，六七', 50, ['一二三四', '五，六七']],
    ['is broken between English words', 'notice of award', 60, ['notice of', 'award']],
  ])('%s', (_, text, width, lines) => {
    expect(wrapLabel(text, width, 10).lines).toEqual(lines);
  });

  it('fills its lines where it need not be even', () => {
    const { lines } = wrapLabel('成员大会或者成员代', 80, 10, { isEven: false });
    expect(lines).toEqual(['成员大会或者成员', '代']);
  });

  it('takes the room of its longest line, and of all of them', () => {
    const label = wrapLabel('成员大会或者成员代', 80, 10);
    expect(label).toMatchObject({ size: 10, width: 50, height: 2 * 10 * LEADING });
  });
});
