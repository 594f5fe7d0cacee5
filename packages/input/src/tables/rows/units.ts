import type { Exact } from '@qingdan/core';
import { yuanPerUnit } from '../cells/amount.js';
import { plain } from '../cells/plain.js';

/** The unit that a header names: `金额（万元）` → 万元, `年租金(元/年)` → 元. */
export function unitOfHeader(header: string): string | undefined {
  const text = plain(header);
  const named =
    /[(\u3014【[]([^()]{1,12})[)\u3015】\]]$/u.exec(text) ?? /[/:]([^/:]{1,6}元)$/u.exec(text);
  return named?.[1]?.replace(/^单位:?/u, '').split(/[/每]/u, 1)[0];
}

/** How many yuan the figures of a table are counted in, where a line above its header says so: `单位：万元`. */
export function perUnitOfTable(above: readonly string[]): Exact {
  for (const text of above) {
    const named = /(?:金额)?单位:(?:人民币)?([百千万亿]{0,2}元)(?![/每])/u.exec(
      plain(text.slice(0, 200)),
    );
    const perUnit = named === null ? undefined : yuanPerUnit(named[1] as string);
    if (perUnit !== undefined) return perUnit;
  }
  return 1;
}

/** Units in which something may be measured; others in a header are remarks. */
const MEASURES = new Set(
  [
    '亩',
    '平方米',
    '㎡',
    'm2',
    '公顷',
    '平方公里',
    '天',
    '日',
    '月',
    '个月',
    '年',
    '小时',
    '人',
    '户',
    '股',
    '份',
    '次',
    '元',
    '万元',
    '%',
  ].map(plain),
);

/** Whether a header's unit and a field's are both measures, and not the same. */
export function unitsDiffer(header: string | undefined, field: string): boolean {
  if (header === undefined || !MEASURES.has(header)) return false;
  return MEASURES.has(plain(field)) && header !== plain(field);
}
