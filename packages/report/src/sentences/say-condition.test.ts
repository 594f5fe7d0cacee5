import {
  type Condition,
  type ConditionKind,
  type Expression,
  type Operator,
  type Quantifier,
} from '@qingdan/core';
import { describe, expect, it } from 'vitest';
import {
  BOOLEAN,
  compare,
  DATE,
  EXPENDITURE,
  fact,
  IN_ELEMENT,
  INTEGER,
  LIMIT_OF,
  literal,
  METHOD,
  MONEY,
  path,
  PERIOD,
  PERSON,
  POLICY,
  source,
  SPAN,
  TEXT,
  text,
} from '../testing/build.js';
import { createSpeech } from './create-speech.js';
import { sayCondition } from './say-condition.js';

const LAW = 20_000;

function both(condition: Condition): readonly string[] {
  return (['zh', 'en'] as const).flatMap((lang) => {
    const speech = createSpeech({ lang, policy: POLICY, unmask: false }, EXPENDITURE, LAW);
    return [sayCondition(condition, speech), sayCondition(condition, speech, { negated: true })];
  });
}

const amount = fact('amount', MONEY);
const method = fact('payment.method', METHOD);
const cash = literal('cash', METHOD);
const term = fact('term', PERIOD);
const payee = fact('payee', TEXT);
const tags = fact('tags', { kind: 'list', items: TEXT });
const words = literal(['慰问', '礼品'], { kind: 'set', items: TEXT });

/** Each with what it says in Chinese, its opposite, and the same in English. */
const OPERATORS = {
  equal: [
    compare(method, 'equal', cash),
    ['付款方式为现金', '付款方式不是现金', 'payment method is cash', 'payment method is not cash'],
  ],
  notEqual: [
    compare(fact('refused', BOOLEAN), 'notEqual', literal(true, BOOLEAN)),
    ['“已退回”不为“是”', '“已退回”为“是”', '“sent back” is not yes', '“sent back” is yes'],
  ],
  lessThan: [
    compare(fact('paidOn', DATE), 'lessThan', literal(20_487, DATE)),
    [
      '付款日期早于2026年2月3日',
      '付款日期不早于2026年2月3日',
      'date of payment is before 3 February 2026',
      'date of payment is not before 3 February 2026',
    ],
  ],
  lessThanInclusive: [
    compare(fact('pages', INTEGER), 'lessThanInclusive', literal(3, INTEGER)),
    ['页数不多于3页', '页数多于3页', 'pages is at most 3 pages', 'pages is more than 3 pages'],
  ],
  greaterThan: [
    compare(amount, 'greaterThan', LIMIT_OF),
    [
      '金额超过结算起点（1,000.00 元）',
      '金额不超过结算起点（1,000.00 元）',
      'amount is above cash settlement limit (CNY 1,000.00)',
      'amount is not above cash settlement limit (CNY 1,000.00)',
    ],
  ],
  greaterThanInclusive: [
    compare(amount, 'greaterThanInclusive', literal(50_000_050, MONEY)),
    [
      '金额不低于500,000.50 元',
      '金额低于500,000.50 元',
      'amount is not below CNY 500,000.50',
      'amount is below CNY 500,000.50',
    ],
  ],
  in: [
    compare(method, 'in', literal(['cash', 'bank'], { kind: 'set', items: METHOD })),
    [
      '付款方式为现金、转账之一',
      '付款方式不是现金、转账中的任何一项',
      'payment method is one of cash and bank transfer',
      'payment method is none of cash and bank transfer',
    ],
  ],
  notIn: [
    compare(method, 'notIn', LIMIT_OF),
    [
      '付款方式不属于结算起点（1,000.00 元）',
      '付款方式属于结算起点（1,000.00 元）',
      'payment method is not among cash settlement limit (CNY 1,000.00)',
      'payment method is among cash settlement limit (CNY 1,000.00)',
    ],
  ],
  contains: [
    compare(tags, 'contains', literal('急', TEXT)),
    ['标签包含急', '标签不包含急', 'tags includes 急', 'tags does not include 急'],
  ],
  doesNotContain: [
    compare(tags, 'doesNotContain', payee),
    ['标签不包含收款方', '标签包含收款方', 'tags does not include payee', 'tags includes payee'],
  ],
  overlaps: [
    compare(tags, 'overlaps', words),
    [
      '标签与慰问、礼品有相同的项',
      '标签与慰问、礼品没有相同的项',
      'tags and 慰问 and 礼品 have something in common',
      'tags and 慰问 and 礼品 have nothing in common',
    ],
  ],
  subsetOf: [
    compare(tags, 'subsetOf', words),
    [
      '标签均在慰问、礼品之内',
      '标签不全在慰问、礼品之内',
      'all of tags is within 慰问 and 礼品',
      'not all of tags is within 慰问 and 礼品',
    ],
  ],
  covers: [
    compare(term, 'covers', fact('paidOn', DATE)),
    [
      '期限涵盖付款日期',
      '期限未涵盖付款日期',
      'term covers date of payment',
      'term does not cover date of payment',
    ],
  ],
  overlapsPeriod: [
    compare(term, 'overlapsPeriod', term),
    ['期限与期限有重叠', '期限与期限没有重叠', 'term overlaps term', 'term does not overlap term'],
  ],
  startsWith: [
    compare(payee, 'startsWith', literal('99', TEXT)),
    ['收款方以99开头', '收款方不以99开头', 'payee begins with 99', 'payee does not begin with 99'],
  ],
  mentions: [
    compare(payee, 'mentions', words),
    [
      '收款方提及“慰问”或者“礼品”',
      '收款方未提及“慰问”或者“礼品”',
      'payee mentions “慰问” or “礼品”',
      'payee does not mention “慰问” or “礼品”',
    ],
  ],
  present: [
    compare(payee, 'present'),
    ['有收款方', '没有收款方', 'payee is given', 'payee is not given'],
  ],
  absent: [
    compare(payee, 'absent'),
    ['没有收款方', '有收款方', 'payee is not given', 'payee is given'],
  ],
} satisfies Record<Operator, readonly [Condition, readonly string[]]>;

describe.each(Object.entries(OPERATORS))('the operator %s', (_name, [condition, expected]) => {
  it('is said, and its opposite, in both languages', () => {
    expect(both(condition)).toEqual(expected);
  });
});

const isCash = compare(method, 'equal', cash);
const isLarge = compare(amount, 'greaterThan', literal(100, MONEY));
const sameHandler = compare(fact('person', PERSON, IN_ELEMENT), 'equal', fact('handler', PERSON));

const CONDITIONS = {
  all: [
    { kind: 'all', of: [isCash, { kind: 'any', of: [isLarge, isCash], span: SPAN }], span: SPAN },
    [
      '付款方式为现金，且（金额超过1.00 元，或者付款方式为现金）',
      '付款方式不是现金，或者（金额不超过1.00 元，且付款方式不是现金）',
      'payment method is cash, and (amount is above CNY 1.00, or payment method is cash)',
      'payment method is not cash, or (amount is not above CNY 1.00, and payment method is not cash)',
    ],
  ],
  any: [
    { kind: 'any', of: [isCash, isLarge], span: SPAN },
    [
      '付款方式为现金，或者金额超过1.00 元',
      '付款方式不是现金，且金额不超过1.00 元',
      'payment method is cash, or amount is above CNY 1.00',
      'payment method is not cash, and amount is not above CNY 1.00',
    ],
  ],
  not: [
    { kind: 'not', of: isCash, span: SPAN },
    ['付款方式不是现金', '付款方式为现金', 'payment method is not cash', 'payment method is cash'],
  ],
  named: [
    { kind: 'named', name: 'is-large', span: SPAN },
    [
      '“大额支出”成立',
      '“大额支出”不成立',
      '“a large payment” holds',
      '“a large payment” does not hold',
    ],
  ],
  compare: [
    compare(fact('handler', PERSON), 'equal', fact('cashier', PERSON)),
    [
      '经手人与出纳为同一人',
      '经手人与出纳不是同一人',
      'handler and cashier are the same person',
      'handler and cashier are not the same person',
    ],
  ],
  quantified: [
    {
      kind: 'quantified',
      quantifier: 'some',
      source: source('approvals', { where: sameHandler }),
      span: SPAN,
    },
    [
      '存在审批人与本支出的经手人为同一人的审批记录',
      '没有审批人与本支出的经手人为同一人的审批记录',
      'there is at least one entry in the approvals where its approver and handler of this expenditure are the same person',
      'there are no entries in the approvals where its approver and handler of this expenditure are the same person',
    ],
  ],
  kin: [
    {
      kind: 'kin',
      of: fact('handler', PERSON),
      with: fact('cashier', PERSON),
      relations: 'near',
      span: SPAN,
    },
    [
      '出纳是经手人的亲属（近亲属）',
      '出纳不是经手人的亲属（近亲属）',
      'cashier is a relative of handler (near relatives)',
      'cashier is no relative of handler (near relatives)',
    ],
  ],
  path: [
    {
      kind: 'path',
      from: fact('handler', PERSON),
      to: fact('cashier', PERSON),
      through: [
        {
          kind: 'record',
          source: source('expenditure'),
          from: path('handler', PERSON, { root: IN_ELEMENT }),
          to: path('cashier', PERSON, { root: IN_ELEMENT }),
        },
        { kind: 'kin', relations: 'near' },
      ],
      max: 3,
      span: SPAN,
    },
    [
      '从经手人经支出（由经手人到出纳）、亲属关系（近亲属），在3环以内可追溯到出纳',
      '从经手人经支出（由经手人到出纳）、亲属关系（近亲属），在3环以内不能追溯到出纳',
      'cashier can be reached from handler in at most 3 links through expenditure records (from handler to cashier), kinship (near relatives)',
      'cashier cannot be reached from handler in at most 3 links through expenditure records (from handler to cashier), kinship (near relatives)',
    ],
  ],
  outlier: [
    {
      kind: 'outlier',
      value: amount,
      of: path('amount', MONEY, { root: IN_ELEMENT }),
      source: source('expenditure'),
      above: literal(3, { kind: 'number' }),
      span: SPAN,
    },
    [
      '金额与支出的金额平均数相差超过3个标准差',
      '金额与支出的金额平均数相差不超过3个标准差',
      'amount lies more than 3 standard deviations from the mean amount of expenditure records',
      'amount lies at most 3 standard deviations from the mean amount of expenditure records',
    ],
  ],
} satisfies Record<ConditionKind, readonly [Condition, readonly string[]]>;

describe.each(Object.entries(CONDITIONS))('the condition %s', (_name, [condition, expected]) => {
  it('is said, and its opposite, in both languages', () => {
    expect(both(condition)).toEqual(expected);
  });
});

const QUANTIFIERS = {
  some: ['存在支出', '没有支出'],
  exists: ['存在支出', '没有支出'],
  none: ['没有支出', '存在支出'],
  every: ['支出均满足：其金额超过1.00 元', '支出中有不满足“其金额超过1.00 元”的'],
} satisfies Record<Quantifier, readonly string[]>;

describe.each(Object.entries(QUANTIFIERS))('the quantifier %s', (name, expected) => {
  it('is said, and its opposite', () => {
    const quantifier = name as Quantifier;
    const where = compare(fact('amount', MONEY, IN_ELEMENT), 'greaterThan', literal(100, MONEY));
    const over = source('expenditure', quantifier === 'every' ? { where } : {});
    expect(both({ kind: 'quantified', quantifier, source: over, span: SPAN }).slice(0, 2)).toEqual(
      expected,
    );
  });
});

describe('what the author has a clause say', () => {
  it('overrides, and is turned round as a whole', () => {
    const own = compare(method, 'equal', cash, { says: text('用现金付的', 'it was paid in cash') });
    expect(both(own)).toEqual([
      '用现金付的',
      '并非“用现金付的”',
      'it was paid in cash',
      'it is not so that it was paid in cash',
    ]);
  });
});

describe('a group inside a source', () => {
  const its = fact('amount', MONEY, IN_ELEMENT);
  const where: Condition = {
    kind: 'any',
    of: [
      compare(its, 'greaterThan', literal(100, MONEY)),
      compare(its, 'lessThan', literal(10, MONEY)),
    ],
    span: SPAN,
  };
  const said = (quantifier: 'every' | 'some', lang: 'zh' | 'en'): string => {
    const over: Condition = {
      kind: 'quantified',
      quantifier,
      source: source('expenditure', { where }),
      span: SPAN,
    };
    const isCash = compare(method, 'equal', cash);
    const group: Condition = { kind: 'all', of: [over, isCash], span: SPAN };
    const voice = { lang, policy: POLICY, unmask: false } as const;
    return sayCondition(group, createSpeech(voice, EXPENDITURE, undefined));
  };

  it('stands in brackets among other parts', () => {
    expect(said('every', 'zh')).toBe(
      '支出均满足：（其金额超过1.00 元，或者其金额低于0.10 元），且付款方式为现金',
    );
    expect(said('some', 'en')).toContain('(its amount is above CNY 1.00, or its amount is below');
  });
});

it('calls no more than nothing nothing, of what can’t be negative', () => {
  const amount = fact('amount', MONEY);
  const zero = literal(0, MONEY);
  const above = ['金额大于零', '金额为零', 'amount is above zero', 'amount is zero'];
  expect(both(compare(amount, 'greaterThan', zero))).toEqual(above);
  const [yes, no, isAbove, isZero] = above;
  expect(both(compare(amount, 'lessThanInclusive', zero))).toEqual([no, yes, isZero, isAbove]);
});

it('quotes the yes or no that a table gives', () => {
  const major: Expression = {
    kind: 'table',
    id: 'matters',
    inputs: new Map(),
    output: 'major',
    type: BOOLEAN,
    span: SPAN,
  };
  expect(both(compare(major, 'equal', literal(true, BOOLEAN)))).toEqual([
    '“事项与决定机构”所定的“须经会议同意”为“是”',
    '“事项与决定机构”所定的“须经会议同意”不为“是”',
    '“needs a meeting” given by the table “matters and bodies” is yes',
    '“needs a meeting” given by the table “matters and bodies” is not yes',
  ]);
});
