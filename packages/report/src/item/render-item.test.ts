import { dayOf } from '@qingdan/core';
import { describe, expect, it } from 'vitest';
import { LISTS } from '../testing/items.js';
import { renderNamed } from '../document/render-named.js';

const options = { lang: 'zh', asOf: dayOf(2026, 2, 3) } as const;

describe('one item', () => {
  it.each([
    ['prohibition', 'village.exp-cash-over'],
    ['power', 'village.routine-expense'],
    ['duty', 'village.routine-expense.review'],
  ])('is shown whole: a %s', async (name, id) => {
    const text = [
      renderNamed(LISTS, id, options),
      renderNamed(LISTS, id, { ...options, lang: 'en' }),
    ].join('\n');
    await expect(text).toMatchFileSnapshot(`__snapshots__/${name}.txt`);
  });

  it('is found by its kind', () => {
    expect(renderNamed(LISTS, 'prohibition:village.exp-cash-over', options)).toContain('负面清单');
    expect(renderNamed(LISTS, 'power:village.exp-cash-over', options)).toBeUndefined();
  });

  it('shows the revision of the day', () => {
    const text = renderNamed(LISTS, 'village.exp-cash-over', {
      ...options,
      asOf: dayOf(2000, 1, 1),
    });
    expect(text).toContain('第1版（自1988年10月1日起，至2011年1月8日前）——当日有效');
    const before = renderNamed(LISTS, 'village.exp-cash-over', {
      ...options,
      asOf: dayOf(1980, 1, 1),
    });
    expect(before).toContain('在1980年1月1日没有有效的版本。');
  });
});
