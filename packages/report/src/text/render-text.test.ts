import { describe, expect, it } from 'vitest';
import { REPORT } from '../testing/items.js';
import { renderText } from './render-text.js';
import { widthOf } from './wrap.js';

describe('the text report', () => {
  it.each(['zh', 'en'] as const)('is as it was agreed, in %s', async (lang) => {
    await expect(renderText(REPORT, { lang, all: true })).toMatchFileSnapshot(
      `__snapshots__/report.${lang}.txt`,
    );
  });

  it('shows only what is worth a look', () => {
    const text = renderText(REPORT, { lang: 'zh' });
    expect(text).toContain('支出 E-2');
    expect(text).not.toContain('支出 E-9');
    expect(text).toContain('其余1条记录：可判断的各项未发现问题。');
    expect(text).toContain('1条记录未作判断。');
  });

  it('keeps to its width', () => {
    for (const width of [40, 72, 120])
      for (const line of renderText(REPORT, { lang: 'zh', width, all: true }).split('\n'))
        expect(widthOf(line)).toBeLessThanOrEqual(width);
  });

  it('lets no escape of a record reach the terminal', () => {
    expect(renderText(REPORT, { lang: 'zh', all: true })).not.toMatch(/[\u0000-\u0009\u001b]/);
  });

  it('colours only where asked, and the words stay', () => {
    const plain = renderText(REPORT, { lang: 'zh' });
    const coloured = renderText(REPORT, { lang: 'zh', colour: true });
    expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(plain);
    expect(coloured).not.toBe(plain);
  });

  it('does not depend on the order of results', () => {
    const results = [...REPORT.results].reverse();
    expect(renderText({ ...REPORT, results }, { lang: 'zh' })).toBe(
      renderText(REPORT, { lang: 'zh' }),
    );
  });
});
