import {
  Duration,
  type Expression,
  type ExpressionKind,
  type RecordSource,
  type RecordType,
} from '@qingdan/core';
import { describe, expect, it } from 'vitest';
import {
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
  POLICY,
  source,
  SPAN,
  TEXT,
} from '../testing/build.js';
import { createSpeech } from './create-speech.js';
import { sayExpression } from './say-expression.js';

function both(expression: Expression): readonly string[] {
  return (['zh', 'en'] as const).map((lang) =>
    sayExpression(
      expression,
      createSpeech({ lang, policy: POLICY, unmask: false }, EXPENDITURE, 20_000, { cites: true }),
    ),
  );
}

const paidOn = fact('paidOn', DATE);
const amounts = path('amount', MONEY, { root: IN_ELEMENT });
const month = literal(new Duration(30, 'days'), { kind: 'duration' });

const EXPRESSIONS = {
  literal: [literal(100_000, MONEY), ['1,000.00 元', 'CNY 1,000.00']],
  fact: [
    {
      kind: 'fact',
      path: path('decision.heldOn', DATE, {
        steps: [
          { kind: 'field', name: 'decision', slot: 0 },
          { kind: 'follow', to: 'meeting' },
          { kind: 'field', name: 'heldOn', slot: 0 },
        ],
      }),
      type: DATE,
      span: SPAN,
    },
    ['决议会议的召开日期', 'date held of the deciding meeting'],
  ],
  parameter: [
    LIMIT_OF,
    [
      '结算起点（1,000.00 元，《现金管理暂行条例》第五条第二款）',
      'cash settlement limit (CNY 1,000.00, Interim Regulations on Cash Management, art. 5 para. 2)',
    ],
  ],
  table: [
    {
      kind: 'table',
      id: 'matters',
      inputs: new Map([['method', fact('payment.method', METHOD)]]),
      output: 'share',
      type: { kind: 'ratio' },
      span: SPAN,
    },
    [
      '付款方式在“事项与决定机构”中对应的“share”',
      '“share” given by the table “matters and bodies” for payment method',
    ],
  ],
  aggregate: [
    {
      kind: 'aggregate',
      name: 'sum',
      of: amounts,
      source: source('expenditure', {
        match: [{ element: path('payee', TEXT, { root: IN_ELEMENT }), own: path('payee', TEXT) }],
        within: { kind: 'length', direction: 'before', length: month, anchor: paidOn },
        others: true,
        where: compare(fact('amount', MONEY, IN_ELEMENT), 'lessThan', LIMIT_OF),
      }),
      type: MONEY,
      span: SPAN,
    },
    [
      '付款日期前30日内、收款方与本支出相同、金额低于结算起点（1,000.00 元，《现金管理暂行条例》第五条第二款）的其他支出的金额合计',
      'sum of amount over other expenditure records within 30 days before date of payment, with the same payee as this expenditure where its amount is below cash settlement limit (CNY 1,000.00, Interim Regulations on Cash Management, art. 5 para. 2)',
    ],
  ],
  lookup: [
    {
      kind: 'lookup',
      of: amounts,
      source: source('expenditure', { across: true }),
      pick: { which: 'latest', by: path('paidOn', DATE, { root: IN_ELEMENT }) },
      type: MONEY,
      span: SPAN,
    },
    [
      '各组织的支出中付款日期最晚一条的金额',
      'amount of the expenditure record of any organisation with the latest date of payment',
    ],
  ],
  arithmetic: [
    {
      kind: 'arithmetic',
      name: 'ratio',
      left: fact('amount', MONEY),
      right: LIMIT_OF,
      type: { kind: 'ratio' },
      span: SPAN,
    },
    [
      '金额与结算起点（1,000.00 元，《现金管理暂行条例》第五条第二款）之比',
      'ratio of amount to cash settlement limit (CNY 1,000.00, Interim Regulations on Cash Management, art. 5 para. 2)',
    ],
  ],
  elapsed: [
    { kind: 'elapsed', name: 'workdays', from: paidOn, to: run(), type: INTEGER, span: SPAN },
    [
      '付款日期至检查日的工作日数',
      'number of working days from date of payment to the day of the check',
    ],
  ],
  shift: [
    { kind: 'shift', date: paidOn, by: month, backwards: false, type: DATE, span: SPAN },
    ['付款日期后30日', '30 days after date of payment'],
  ],
  part: [
    { kind: 'part', of: paidOn, unit: 'quarter', type: INTEGER, span: SPAN },
    ['付款日期所在季度', 'quarter of date of payment'],
  ],
  without: [
    {
      kind: 'without',
      list: fact('tags', { kind: 'list', items: TEXT }),
      removed: literal(['急'], { kind: 'set', items: TEXT }),
      type: { kind: 'list', items: TEXT },
      span: SPAN,
    },
    ['标签中除去急后的各项', 'tags leaving out 急'],
  ],
} satisfies Record<ExpressionKind, readonly [Expression, readonly string[]]>;

function run(): Expression {
  return {
    kind: 'fact',
    path: { root: { kind: 'run' }, steps: [], type: DATE, text: 'run.date', span: SPAN },
    type: DATE,
    span: SPAN,
  };
}

describe.each(Object.entries(EXPRESSIONS))('the value form %s', (_name, [expression, expected]) => {
  it('is said in both languages', () => {
    expect(both(expression)).toEqual(expected);
  });
});

describe('an aggregate', () => {
  const over = source('approvals');
  const of = path('on', DATE, { root: IN_ELEMENT });
  it.each([
    ['count', '审批记录的数量', 'number of entries in the approvals'],
    [
      'countDistinct',
      '审批记录中不同审批日期的个数',
      'number of different values of date of approval in entries in the approvals',
    ],
    ['min', '审批记录中最早的审批日期', 'earliest date of approval in entries in the approvals'],
    ['max', '审批记录中最晚的审批日期', 'latest date of approval in entries in the approvals'],
    ['collect', '审批记录的全部审批日期', 'every date of approval in entries in the approvals'],
  ] as const)('says %s', (name, zh, en) => {
    const form: Expression = {
      kind: 'aggregate',
      name,
      source: over,
      ...(name === 'count' ? {} : { of }),
      type: DATE,
      span: SPAN,
    };
    expect(both(form)).toEqual([zh, en]);
  });
});

describe('a window', () => {
  it.each<[NonNullable<RecordSource['within']>, string, string]>([
    [
      { kind: 'length', direction: 'around', length: month, anchor: paidOn },
      '付款日期前后30日内',
      'within 30 days before or after date of payment',
    ],
    [
      { kind: 'same', unit: 'year', anchor: paidOn, until: paidOn },
      '与付款日期同年、不晚于付款日期',
      'in the same year as date of payment, not later than date of payment',
    ],
    [{ kind: 'overlaps', period: fact('term', { kind: 'period' }) }, '在期限之内', 'within term'],
  ])('is said', (within, zh, en) => {
    const form: Expression = {
      kind: 'aggregate',
      name: 'count',
      source: source('expenditure', { within }),
      type: INTEGER,
      span: SPAN,
    };
    expect(both(form)).toEqual([`${zh}的支出的数量`, `number of expenditure records ${en}`]);
  });
});

it('calls what a procedure judges cases, and the one at hand this case', () => {
  const works: RecordType = {
    ...EXPENDITURE,
    id: 'village.works',
    label: { zh: '小型工程建设流程', en: 'small works' },
  };
  const own: Expression = { kind: 'fact', path: path('payee', TEXT), type: TEXT, span: SPAN };
  const same = compare(fact('payee', TEXT, IN_ELEMENT), 'equal', own);
  const sum: Expression = {
    kind: 'aggregate',
    name: 'sum',
    of: amounts,
    source: {
      ...source('expenditure', { others: true, where: same }),
      in: { kind: 'records', record: works.id },
    },
    type: MONEY,
    span: SPAN,
  };
  const policy = {
    ...POLICY,
    records: new Map([...POLICY.records, [works.id, works]]),
    procedures: new Map([[works.id, []]]) as unknown as typeof POLICY.procedures,
  };
  const texts = (['zh', 'en'] as const).map((lang) =>
    sayExpression(sum, createSpeech({ lang, policy, unmask: false }, works, 20_000)),
  );
  expect(texts).toEqual([
    '收款方与本案的收款方相同的其他“小型工程建设流程”案件的金额合计',
    'sum of amount over other cases of “small works” where its payee is the same as payee of this case',
  ]);
});
