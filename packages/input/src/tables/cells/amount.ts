import { addExact, type Exact, multiplyExact, negateExact, parseExact } from '@qingdan/core';
import { parseChineseInteger } from './chinese-number.js';
import { plain } from './plain.js';

const UNITS: ReadonlyMap<string, Exact> = new Map<string, Exact>([
  ['元', 1],
  ['圆', 1],
  ['块', 1],
  ['千元', 1000],
  ['万', 10_000],
  ['万元', 10_000],
  ['百万元', 1_000_000],
  ['亿', 100_000_000],
  ['亿元', 100_000_000],
]);

/** How many yuan one of a unit of money is; undefined for what is none. */
export function yuanPerUnit(unit: string): Exact | undefined {
  return UNITS.get(unit);
}

/**
 * Reads an amount of money in yuan, exactly: `1,234.50`, `¥1，234.5元`, `1.5万元`, `(300.00)` for less than nothing, and
 * 大写 such as `壹仟贰佰叁拾肆元伍角整`.
 *
 * @param perUnit how many yuan one is where the cell names no unit.
 */
export function parseAmount(text: string, perUnit: Exact = 1): Exact | undefined {
  const bare = plain(text)
    .replace(/^(人民币|rmb|cny)[:]?/i, '')
    .replace(/^\(?大写\)?:?/, '')
    .replace(/^[¥￥$]/, (mark) => (mark === '$' ? mark : ''));
  const bracketed = /^\((.+)\)$/.exec(bare);
  if (bracketed !== null) {
    const amount = unsigned(bracketed[1] as string, perUnit);
    return amount === undefined ? undefined : negateExact(amount);
  }
  const signed = /^([-\u2212+负])(.+)$/u.exec(bare);
  const amount = unsigned(signed === null ? bare : (signed[2] as string), perUnit);
  if (amount === undefined || signed === null || signed[1] === '+') return amount;
  return negateExact(amount);
}

function unsigned(text: string, perUnit: Exact): Exact | undefined {
  const parts = /^[¥￥]?(\d[\d,]*(?:\.\d+)?)(\D*)$/u.exec(text);
  if (parts === null) return parseChineseAmount(text);
  const number = parsePlainNumber(parts[1] as string);
  if (number === undefined) return undefined;
  const unit = (parts[2] as string).replace(/[整正]$/, '');
  if (unit === '') return multiplyExact(number, perUnit);
  const scale = UNITS.get(unit);
  return scale === undefined ? undefined : multiplyExact(number, scale);
}

/** Digits with decimals; commas only where thousands begin. */
export function parsePlainNumber(text: string): Exact | undefined {
  if (text.includes(',') && !/^\d{1,3}(,\d{3})+(\.\d+)?$/.test(text)) return undefined;
  return parseExact(text.replaceAll(',', ''));
}

/**
 * 大写金额: `壹仟贰佰叁拾肆元伍角陆分`, `叁拾万元整`, `伍角`. Each part is a number in numerals, financial or plain.
 */
export function parseChineseAmount(text: string): Exact | undefined {
  const parts =
    /^(?:([^元圆角分整正]+)[元圆]?)?(?:零?([^元圆角分整正]{1,2})角)?(?:零?([^元圆角分整正]{1,2})分)?[整正]?$/u.exec(
      text,
    );
  if (parts === null) return undefined;
  const [, yuan, jiao, fen] = parts;
  // 二角五: whether five of what is left to guess.
  if (yuan === undefined && jiao === undefined && fen === undefined) return undefined;
  let total: Exact = 0;
  for (const [written, scale] of [
    [yuan, 1],
    [jiao, parseExact('0.1') as Exact],
    [fen, parseExact('0.01') as Exact],
  ] as const) {
    if (written === undefined) continue;
    const number = parseChineseInteger(written);
    if (number === undefined || (scale !== 1 && number > 9n)) return undefined;
    const exact = parseExact(number.toString());
    if (exact === undefined) return undefined;
    total = addExact(total, multiplyExact(exact, scale));
  }
  return total;
}
