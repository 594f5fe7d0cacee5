import { Duration, fraction, NONE, Period, Range, type Type, type Value } from '@qingdan/core';
import { describe, expect, it } from 'vitest';
import {
  BOOLEAN,
  DATE,
  EXPENDITURE,
  INTEGER,
  METHOD,
  MONEY,
  PERSON,
  POLICY,
  record,
  TEXT,
} from '../testing/build.js';
import { plainValue } from './plain-value.js';
import { sayRecord, sayValue, type ValueHints } from './say-value.js';

const RATIO: Type = { kind: 'ratio' };
const NUMBER: Type = { kind: 'number' };
const ratio = (n: number, d: number): Value => fraction(BigInt(n), BigInt(d));
const list: Type = { kind: 'list', items: METHOD };

const CASES: readonly [string, Value, Type, string, string, unknown, ValueHints?][] = [
  ['money', 100_000, MONEY, '1,000.00 元', 'CNY 1,000.00', '1000.00'],
  ['money below zero', -105, MONEY, '-1.05 元', 'CNY -1.05', '-1.05'],
  ['money of a fraction', ratio(100_000, 3), MONEY, '约 333.33 元', 'about CNY 333.33', '1000/3'],
  ['money with a unit', 8000, MONEY, '80.00 元每天', '80.00 元每天', '80.00', { unit: '元每天' }],
  [
    'at least',
    new Range(100_000, undefined),
    MONEY,
    '不少于1,000.00 元',
    'at least CNY 1,000.00',
    { atLeast: '1000.00' },
  ],
  ['a day', 20_487, DATE, '2026年2月3日', '3 February 2026', '2026-02-03'],
  ['a month', new Range(20_485, 20_512), DATE, '2026年2月', 'February 2026', '2026-02'],
  ['a year', new Range(20_454, 20_818), DATE, '2026年', '2026', '2026'],
  [
    'some days',
    new Range(20_485, 20_486),
    DATE,
    '2026年2月1日至2026年2月2日',
    '1 February 2026 to 2 February 2026',
    { atLeast: '2026-02-01', atMost: '2026-02-02' },
  ],
  [
    'an instant',
    1_770_082_200_000,
    { kind: 'instant' },
    '2026年2月3日 09:30',
    '3 February 2026, 09:30',
    '2026-02-03T09:30:00+08:00',
  ],
  ['days', new Duration(15, 'days'), { kind: 'duration' }, '15日', '15 days', '15 days'],
  [
    'a working day',
    new Duration(1, 'workdays'),
    { kind: 'duration' },
    '1个工作日',
    '1 working day',
    '1 workday',
  ],
  ['a share', ratio(2, 3), RATIO, '三分之二（2/3）', 'two thirds (2/3)', '2/3'],
  ['a half', ratio(1, 2), RATIO, '二分之一（1/2）', 'one half (1/2)', '0.5'],
  ['per cent', ratio(1, 20), RATIO, '5%', '5%', '0.05'],
  ['a multiple', 3, RATIO, '3 倍', '3 times', 3],
  ['a number with a unit', 1234, INTEGER, '1,234人', '1,234 人', 1234, { unit: '人' }],
  ['a count of months', 3, INTEGER, '3个月', '3 months', 3, { counts: 'months' }],
  ['a decimal', ratio(5, 4), NUMBER, '1.25', '1.25', '1.25'],
  ['yes', true, BOOLEAN, '是', 'yes', true],
  ['a label', 'cash', METHOD, '现金', 'cash', 'cash'],
  ['a label nobody knows', 'gold', METHOD, 'gold', 'gold', 'gold'],
  [
    'a role',
    'village-director',
    { kind: 'role' },
    '村民委员会主任',
    'director',
    'village-director',
  ],
  ['a list', ['cash', 'bank'], list, '现金、转账', 'cash and bank transfer', ['cash', 'bank']],
  ['an empty list', [], list, '无', 'none', []],
  ['none', NONE, MONEY, '无', 'none', { none: true }],
  ['unknown', undefined, MONEY, '未知', 'unknown', null],
  [
    'a period without end',
    new Period(20_487, NONE),
    { kind: 'period' },
    '2026年2月3日起，无终止日',
    'from 3 February 2026, without end',
    { from: '2026-02-03', until: 'none' },
  ],
  [
    'a record',
    record('E-2'),
    { kind: 'record', to: 'expenditure' },
    '支出 E-2',
    'expenditure E-2',
    { kind: 'expenditure', id: 'E-2' },
  ],
  ['the id of a person', 'P-1', PERSON, 'P-1', 'P-1', 'P-1', { privacy: 'personal' }],
  [
    'a name in place of an id',
    '张三丰',
    PERSON,
    '张***',
    '张***',
    '张***',
    { privacy: 'personal' },
  ],
  [
    'an identity number in place of an id',
    '11010119900307001X',
    PERSON,
    '1***X',
    '1***X',
    '1***X',
    { privacy: 'personal' },
  ],
  [
    'a personal text',
    '住在东村三组 12 号',
    TEXT,
    '住***号',
    '住***号',
    '住***号',
    { privacy: 'personal' },
  ],
  ['a personal date', 20_487, DATE, '***', '***', '***', { privacy: 'personal' }],
  ['a personal label', 'cash', METHOD, '***', '***', '***', { privacy: 'personal' }],
  ['a secret', '6222020200012345678', TEXT, '（保密）', '(withheld)', '***', { privacy: 'secret' }],
  [
    'a card number in a public text',
    '付 6222020200012345678 收',
    TEXT,
    '付 6***8 收',
    '付 6***8 收',
    '付 6***8 收',
  ],
];

describe.each(CASES)('%s', (_name, value, type, zh, en, plain, hints = {}) => {
  it('is said in both languages and written in JSON', () => {
    expect(sayValue(value, type, { lang: 'zh', policy: POLICY, unmask: false }, hints)).toBe(zh);
    expect(sayValue(value, type, { lang: 'en', policy: POLICY, unmask: false }, hints)).toBe(en);
    expect(plainValue(value, type, hints.privacy)).toEqual(plain);
  });
});

describe('unmasking', () => {
  const voice = { lang: 'zh', policy: POLICY, unmask: true } as const;
  it('shows what is personal, and never what is secret', () => {
    expect(sayValue('张三丰', PERSON, voice, { privacy: 'personal' })).toBe('张三丰');
    expect(sayValue('622202', TEXT, voice, { privacy: 'secret' })).toBe('（保密）');
    expect(plainValue('622202', TEXT, 'secret', true)).toBe('***');
  });
});

it('masks mobile numbers in free text as it does identity and card numbers', () => {
  const said = (value: string): string =>
    sayValue(value, { kind: 'text' }, { lang: 'zh', policy: POLICY, unmask: false });
  expect(said('联系13812345678办理')).toBe('联系1***8办理');
  expect(said('单号23812345678、138123456789')).toBe('单号23812345678、138123456789');
});

it('masks the id of a person that gives the person away, and of nothing else', () => {
  const voice = { lang: 'zh', policy: POLICY, unmask: false } as const;
  const type = { ...EXPENDITURE, id: 'person', label: { zh: '人员', en: 'person' } };
  expect(sayRecord(record('11010119900307001X', {}, type), voice)).toBe('人员 1***X');
  expect(sayRecord(record('P-001', {}, type), voice)).toBe('人员 P-001');
  expect(sayRecord(record('11010119900307001X', {}, type), { ...voice, unmask: true })).toBe(
    '人员 11010119900307001X',
  );
  expect(sayRecord(record('202602030000001234'), voice)).toBe('支出 202602030000001234');
});
