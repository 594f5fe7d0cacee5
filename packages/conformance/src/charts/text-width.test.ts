import { widthOfText } from '@qingdan/report/charts';
import { describe, expect, it } from 'vitest';
import { loadPinnedFont } from './pinned-font.js';
import { shippedProcedures } from './shipped.js';

const shipped = await shippedProcedures();
const ascii = Array.from({ length: 95 }, (_, index) => String.fromCharCode(0x20 + index)).join('');
const marks = '，。、；：？！（）《》“”‘’—…·〔〕【】￥％①②③';
const texts = shipped.flatMap(({ procedure }) =>
  procedure.steps.flatMap(({ title }) => [title.zh, title.en]),
);
const characters = [...new Set(ascii + marks + texts.join(''))];
const font = await loadPinnedFont(characters);

describe('the width that labels are taken to have', () => {
  it.each([
    ['regular', 400],
    ['bold', 700],
  ])('is never less than that in the pinned font, %s', (_, weight) => {
    const narrower = characters.filter((character) => {
      const advance = font.glyphOf(character, weight)?.advance;
      return advance === undefined || widthOfText(character, 1) < advance - 1e-9;
    });
    expect(narrower).toEqual([]);
  });

  it('is exact for Chinese', () => {
    for (const character of '村民委员会，。“”（）')
      expect(widthOfText(character, 13)).toBe((font.glyphOf(character, 400)?.advance ?? 0) * 13);
  });

  it('is not much more than that for English', () => {
    const sentence = 'decision of the members’ assembly or its deputies';
    const drawn = Array.from(sentence)
      .map((character) => font.glyphOf(character, 700)?.advance ?? 1)
      .reduce((sum, each) => sum + each, 0);
    expect(widthOfText(sentence, 1)).toBeLessThan(drawn * 1.2);
  });
});
