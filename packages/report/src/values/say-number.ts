import {
  compareExact,
  divideExact,
  type Exact,
  Fraction,
  type Language,
  multiplyExact,
  printExact,
} from '@qingdan/core';
import { say } from '../locale/messages.js';

/** `1,234.5`; `n/d` where there is no exact decimal. */
export function sayExact(value: Exact): string {
  const text = printExact(value);
  return text.includes('/') ? text : grouped(text);
}

/** Fen as `1,000.00 元` or `CNY 1,000.00`; with the unit of a field, as `80.00 元每天`. */
export function sayMoney(fen: Exact, lang: Language, unit?: string): string {
  const whole = roundHalfUp(fen);
  const amount = twoPlaces(whole);
  if (unit !== undefined) return say(lang, 'money.unit', { amount, unit });
  const exact = compareExact(fen, Number(whole)) === 0;
  return say(lang, exact ? 'money.plain' : 'money.about', { amount });
}

function roundHalfUp(value: Exact): bigint {
  if (typeof value === 'number') return BigInt(value);
  const doubled = multiplyExact(value, 2);
  const { n, d } = doubled instanceof Fraction ? doubled : { n: BigInt(doubled), d: 1n };
  const shifted = n + d;
  const floor = shifted >= 0n ? shifted / (2n * d) : -((-shifted + 2n * d - 1n) / (2n * d));
  return floor;
}

function twoPlaces(fen: bigint): string {
  const digits = (fen < 0n ? -fen : fen).toString().padStart(3, '0');
  return `${fen < 0n ? '-' : ''}${grouped(digits.slice(0, -2))}.${digits.slice(-2)}`;
}

function grouped(text: string): string {
  const [whole = '', decimals] = text.split('.');
  const sign = whole.startsWith('-') ? '-' : '';
  let rest = whole.slice(sign.length);
  let separated = '';
  for (; rest.length > 3; rest = rest.slice(0, -3)) separated = `,${rest.slice(-3)}${separated}`;
  separated = sign + rest + separated;
  return decimals === undefined ? separated : `${separated}.${decimals}`;
}

/** The yuan of an amount in fen, as a record writes them: `1000.00`. */
export function printMoney(fen: Exact): string {
  return typeof fen === 'number'
    ? twoPlaces(BigInt(fen)).replaceAll(',', '')
    : printExact(divideExact(fen, 100) ?? fen);
}
