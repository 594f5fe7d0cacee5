import { printExact } from '@qingdan/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAmount, parseChineseAmount } from './amount.js';
import { parseChineseInteger } from './chinese-number.js';
import { parseCellDate, parseCellInstant } from './date.js';
import {
  dayAfter,
  parseCellBoolean,
  parseCellDuration,
  parseCellNumber,
  parseCellPeriod,
  parseCellRatio,
} from './small-types.js';

const exact = (value: ReturnType<typeof parseAmount>) =>
  value === undefined ? undefined : printExact(value);

describe('an amount', () => {
  it.each([
    ['1234.5', '1234.5'],
    ['1,234.50', '1234.5'],
    ['１，２３４．５０', '1234.5'],
    ['¥ 1,234', '1234'],
    ['￥1234元', '1234'],
    ['人民币1234元整', '1234'],
    ['1.5万元', '15000'],
    ['3万', '30000'],
    ['0.02亿元', '2000000'],
    ['(300.00)', '-300'],
    ['（300）', '-300'],
    ['-300', '-300'],
    ['−300', '-300'],
    ['－３００', '-300'],
    ['壹仟贰佰叁拾肆元伍角陆分', '1234.56'],
    ['人民币（大写）：壹仟贰佰叁拾肆元整', '1234'],
    ['叁拾万圆整', '300000'],
    ['一万二千元', '12000'],
    ['伍角', '0.5'],
    ['壹佰元零伍分', '100.05'],
    ['负壹佰元整', '-100'],
    ['零元整', '0'],
    ['壹仟零伍', '1005'],
  ])('%s is %s', (text, yuan) => {
    expect(exact(parseAmount(text))).toBe(yuan);
  });

  it.each([
    '',
    '约300',
    '1,23',
    '12,34.5',
    '1.2.3',
    '300美元',
    '300元/亩',
    '壹仟伍元',
    '壹元伍陆分',
    '元',
    '角',
    '一千五',
    '1e5元',
    '=1+1',
    'NaN',
  ])('%s is none', (text) => {
    expect(parseAmount(text)).toBeUndefined();
  });

  it('is counted in the unit of its table, unless the cell has its own', () => {
    expect(exact(parseAmount('1.5', 10_000))).toBe('15000');
    expect(exact(parseAmount('1.5元', 10_000))).toBe('1.5');
    expect(exact(parseAmount('壹佰元', 10_000))).toBe('100');
  });
});

describe('numerals', () => {
  it.each([
    ['十', 10n],
    ['十五', 15n],
    ['二十', 20n],
    ['两百零三', 203n],
    ['三千零四十', 3040n],
    ['一万零五', 10005n],
    ['壹亿贰仟万', 120000000n],
    ['三万亿', 3000000000000n],
    ['〇', 0n],
  ])('%s are %s', (text, value) => {
    expect(parseChineseInteger(text)).toBe(value);
  });

  it.each(['', '万', '百', '一二', '百五', '一百五', '一十百', '零零', '一万五', '五万三万'])(
    '%s are none, or could be read in two ways',
    (text) => {
      expect(parseChineseInteger(text)).toBeUndefined();
    },
  );

  it('read back what was written, in financial and in plain letters', () => {
    const fen = fc.bigInt({ min: 1n, max: 99_999_999_999_999n });
    fc.assert(
      fc.property(fen, fc.constantFrom(FINANCIAL, PLAIN), (value, letters) => {
        const written = writtenAmount(value, letters);
        const read = parseChineseAmount(written);
        expect(read, written).toBeDefined();
        expect(exact(read), written).toBe(yuanOf(value));
      }),
      { numRuns: 2000 },
    );
  });
});

const FINANCIAL = { digits: '零壹贰叁肆伍陆柒捌玖', units: ['', '拾', '佰', '仟'] };
const PLAIN = { digits: '〇一二三四五六七八九', units: ['', '十', '百', '千'] };
type Letters = typeof FINANCIAL;

function yuanOf(fen: bigint): string {
  const [whole, rest] = [fen / 100n, fen % 100n];
  const decimals = String(rest).padStart(2, '0').replace(/0+$/, '');
  return decimals === '' ? String(whole) : `${whole}.${decimals}`;
}

/** As cheques are written: 支付结算办法, annex 1. */
function writtenAmount(fen: bigint, letters: Letters): string {
  const [yuan, jiao, rest] = [fen / 100n, (fen / 10n) % 10n, fen % 10n];
  const digit = (n: bigint) => letters.digits[Number(n)]!;
  let text = yuan === 0n ? '' : `${writtenInteger(yuan, letters)}元`;
  if (jiao > 0n) text += `${digit(jiao)}角`;
  else if (rest > 0n && yuan > 0n) text += digit(0n);
  text += rest > 0n ? `${digit(rest)}分` : '整';
  return text;
}

function writtenInteger(value: bigint, letters: Letters): string {
  let text = '';
  let needsZero = false;
  for (const [power, name] of [
    [12n, '万亿'],
    [8n, '亿'],
    [4n, '万'],
    [0n, ''],
  ] as const) {
    const part = (value / 10n ** power) % 10_000n;
    if (part === 0n) {
      needsZero ||= text !== '';
      continue;
    }
    if (text !== '' && (needsZero || part < 1000n)) text += letters.digits[0]!;
    needsZero = false;
    const inner = writtenSection(part, letters);
    // 万亿 stands once: the 亿 of a following part takes it over.
    text += power === 12n && (value / 10n ** 8n) % 10_000n !== 0n ? `${inner}万` : inner + name;
  }
  return text;
}

function writtenSection(part: bigint, letters: Letters): string {
  let text = '';
  let zero = false;
  for (let power = 3; power >= 0; power -= 1) {
    const digit = Number((part / 10n ** BigInt(power)) % 10n);
    if (digit === 0) zero ||= text !== '';
    else {
      text += (zero ? letters.digits[0]! : '') + letters.digits[digit]! + letters.units[power]!;
      zero = false;
    }
  }
  return text;
}

describe('a date', () => {
  it.each([
    ['2026-01-05', '2026-01-05'],
    ['2026年1月5日', '2026-01-05'],
    ['２０２６年１月５日', '2026-01-05'],
    ['2026 年 1 月 5 日', '2026-01-05'],
    ['2026.1.5', '2026-01-05'],
    ['2026/1/5', '2026-01-05'],
    ['20260105', '2026-01-05'],
    ['二〇二六年一月五日', '2026-01-05'],
    ['二〇二六年十二月二十三日', '2026-12-23'],
    ['2026/1/5 9:30', '2026-01-05'],
    ['2026-01-05 星期一', '2026-01-05'],
    ['2026年1月', '2026-01'],
    ['2026年1月份', '2026-01'],
    ['2026/1', '2026-01'],
    ['202601', '2026-01'],
    ['2026.10', '2026-10'],
    ['2026年', '2026'],
    ['2026年度', '2026'],
    ['2026', '2026'],
  ])('%s is %s', (text, date) => {
    expect(parseCellDate(text)).toBe(date);
  });

  it.each(['', '26.1.5', '1月5日', '2026.1', '2026-1.5', '2026年1月5日至8日', '昨天', '5/1/2026'])(
    '%s is none',
    (text) => {
      expect(parseCellDate(text)).toBeUndefined();
    },
  );

  it('with a time of day is an instant', () => {
    expect(parseCellInstant('2026年1月5日 9:30')).toBe('2026-01-05T09:30:00');
    expect(parseCellInstant('2026-01-05T09:30:00Z')).toBe('2026-01-05T09:30:00Z');
    expect(parseCellInstant('2026-01-05')).toBeUndefined();
  });
});

describe('other cells', () => {
  it.each([
    ['是', true],
    ['√', true],
    ['有', true],
    ['否', false],
    ['×', false],
    ['无', false],
    ['也许', undefined],
    ['', undefined],
  ])('%s says %s', (text, value) => {
    expect(parseCellBoolean(text)).toBe(value);
  });

  it.each([
    ['已公示', ['公示情况', ''], true],
    ['未公示', ['公示情况', ''], false],
    ['尚未公示', ['是否公示', ''], false],
    ['已审核', ['状态', '经过审核'], true],
    ['未盖章', ['盖章', '加盖公章'], false],
    ['已签字', ['签字', ''], true],
    ['有合同', ['有无合同', '附有合同'], true],
    ['无合同', ['有无合同', '附有合同'], false],
    ['没有异议', ['异议', '有异议'], false],
    // What it says nothing about, or says no itself.
    ['已审核', ['公示情况', '已公示'], undefined],
    ['未公示', ['状态', ''], undefined],
    ['未缴存', ['未缴存即支用', ''], undefined],
    ['无异议', ['无异议', '有异议'], undefined],
    ['有异议', ['异议', '公示无异议'], undefined],
    ['未', ['公示', ''], false],
    ['有点', ['公示', ''], undefined],
  ])('%s in a column about %j says %s', (text, about, value) => {
    expect(parseCellBoolean(text, about)).toBe(value);
  });

  it.each([
    ['30%', '0.3'],
    ['30％', '0.3'],
    ['三分之二', '2/3'],
    ['百分之三十', '0.3'],
    ['2/3', '2/3'],
    ['⅔', '2/3'],
    ['0.3', '0.3'],
    ['零分之一', undefined],
    ['多数', undefined],
  ])('%s is the share %s', (text, value) => {
    expect(exact(parseCellRatio(text))).toBe(value);
  });

  it.each([
    ['1,200', undefined, '1200'],
    ['三十', undefined, '30'],
    ['12.5亩', '亩', '12.5'],
    ['12.5亩', '天', undefined],
    ['-2', undefined, '-2'],
  ])('%s with the unit %s is the number %s', (text, unit, value) => {
    expect(exact(parseCellNumber(text, unit))).toBe(value);
  });

  it.each([
    ['5天', '5 days'],
    ['十个工作日', '10 workdays'],
    ['2个月', '2 months'],
    ['20年', '20 years'],
    ['半年', '6 months'],
    ['3 years', '3 years'],
    ['很久', undefined],
  ])('%s is the length %s', (text, value) => {
    expect(parseCellDuration(text)).toBe(value);
  });

  it.each([
    ['2024年1月1日至2028年12月31日', '2024-01-01', '2029-01-01'],
    ['2024.1.1-2028.12.31', '2024-01-01', '2029-01-01'],
    ['2024-01-01～2028-12-31', '2024-01-01', '2029-01-01'],
    ['自2021年3月1日起至今', '2021-03-01', 'none'],
    ['2021-03-01至长期', '2021-03-01', 'none'],
  ])('%s is from %s until %s', (text, from, until) => {
    expect(parseCellPeriod(text)).toEqual({ from, until });
  });

  it.each(['2024-01-01', '五年', '2024年1月至2028年12月'])('%s is no period', (text) => {
    expect(parseCellPeriod(text)).toBeUndefined();
  });

  it('takes the day after a last day', () => {
    expect(dayAfter('2028年2月28日')).toBe('2028-02-29');
    expect(dayAfter('2028年2月')).toBeUndefined();
  });
});
