import {
  ALWAYS,
  type ClauseTrace,
  type Condition,
  dayOf,
  type Definition,
  type Expression,
  NONE,
  type OperandTrace,
  type Truth,
} from '@qingdan/core';
import { describe, expect, it } from 'vitest';
import {
  BOOLEAN,
  compare,
  DATE,
  EXPENDITURE,
  fact,
  LIMIT_OF,
  LIMIT_VALUE,
  literal,
  METHOD,
  MONEY,
  path,
  PERSON,
  POLICY,
  record,
  source,
  SPAN,
  TEXT,
  text,
} from '../testing/build.js';
import { POWER } from '../testing/items.js';
import { createSpeech } from './create-speech.js';
import { sayFact, sayMet } from './say-met.js';

const at = createSpeech({ lang: 'zh', policy: POLICY, unmask: false }, EXPENDITURE, 20_000, {
  cites: true,
  record: record('E-2', { exercisedBy: 'villagers-committee' }),
});

function trace(
  condition: Condition,
  result: Truth,
  operands: { readonly left?: OperandTrace['value']; readonly right?: OperandTrace['value'] } = {},
  more: Partial<ClauseTrace> = {},
): ClauseTrace {
  const isComparison = condition.kind === 'compare';
  return {
    clause: condition,
    result,
    ...(isComparison ? { left: { expression: condition.left, value: operands.left } } : {}),
    ...(isComparison && condition.right !== undefined
      ? { right: { expression: condition.right, value: operands.right } }
      : {}),
    children: [],
    missing: [],
    ...more,
  };
}

const isCash = compare(fact('payment.method', METHOD), 'equal', literal('cash', METHOD));
const same = compare(fact('handler', PERSON), 'equal', fact('cashier', PERSON));
const over = compare(fact('amount', MONEY), 'greaterThan', LIMIT_OF);
const inTime = compare(fact('paidOn', DATE), 'lessThan', {
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
});

describe('a rule as it met a record', () => {
  it.each<[string, ClauseTrace, string]>([
    [
      'what was read',
      trace(isCash, true, { left: 'cash', right: 'cash' }),
      '付款方式为现金（记录为：现金）',
    ],
    ['that nothing was', trace(isCash, undefined, { right: 'cash' }), '付款方式为现金（记录未载）'],
    [
      'that there is none',
      trace(isCash, false, { left: NONE, right: 'cash' }),
      '付款方式为现金（记录为：无）',
    ],
    [
      'one value of two facts',
      trace(same, true, { left: 'P-1', right: 'P-1' }),
      '经手人与出纳为同一人（均为P-1）',
    ],
    [
      'two values of two facts',
      trace(same, false, { left: 'P-1', right: '张三' }),
      '经手人与出纳为同一人（分别为P-1、张***）',
    ],
    [
      'two days',
      trace(inTime, true, { left: dayOf(2026, 2, 1), right: dayOf(2026, 2, 3) }),
      '付款日期早于决议会议的召开日期（分别为2026年2月1日、2026年2月3日）',
    ],
    [
      'nothing of a secret',
      trace(compare(fact('payment.account', TEXT), 'equal', literal('x', TEXT)), false, {
        left: '6222',
        right: 'x',
      }),
      '付款账号为x（记录为：（保密））',
    ],
    [
      'the figure in force then',
      {
        ...trace(over, true, { left: 150_000 }),
        right: {
          expression: LIMIT_OF,
          value: 200,
          parameter: { id: 'cash.limit', inForce: { ...LIMIT_VALUE, value: 200 } },
        },
      },
      '金额超过结算起点（2.00 元，《现金管理暂行条例》第五条第二款）（记录为：1,500.00 元）',
    ],
    [
      'what own words stand for',
      {
        ...trace({ ...over, says: text('金额过大', 'too much') }, true, { left: 150_000 }),
        right: { expression: LIMIT_OF, value: 100_000 },
      },
      '金额过大（记录为：1,500.00 元，对照值：结算起点（1,000.00 元，《现金管理暂行条例》第五条第二款））',
    ],
    [
      'what was looked through',
      trace(
        { kind: 'quantified', quantifier: 'exists', source: source('expenditure'), span: SPAN },
        true,
        {},
        {
          looked: {
            certain: [record('E-3'), record('E-1')],
            possible: [record('E-4')],
            certainCount: 7,
            possibleCount: 1,
            open: true,
          },
        },
      ),
      '存在支出（查到7条：E-1、E-3 等，另有1条不能确定：E-4，台账未声明完整，可能还有）',
    ],
    [
      'whose records were looked through, where several have one id',
      trace(
        { kind: 'quantified', quantifier: 'exists', source: source('expenditure'), span: SPAN },
        true,
        {},
        {
          looked: {
            certain: [
              { ...record('E-3'), organisation: 'V2' },
              { ...record('E-2'), organisation: 'V3' },
              { ...record('E-2'), organisation: 'V2' },
            ],
            possible: [],
            certainCount: 3,
            possibleCount: 0,
            open: false,
          },
        },
      ),
      '存在支出（查到3条：E-2（V2）、E-2（V3）、E-3）',
    ],
    [
      'that nothing was found',
      trace(
        { kind: 'quantified', quantifier: 'none', source: source('approvals'), span: SPAN },
        true,
        {},
        { looked: { certain: [], possible: [], certainCount: 0, possibleCount: 0, open: false } },
      ),
      '没有审批记录（未查到记录）',
    ],
    [
      'which body acted',
      {
        clause: { kind: 'holder', power: POWER, span: SPAN },
        result: true,
        children: [],
        missing: [],
      },
      '行权主体是有权主体（村民委员会）（记录为：村民委员会）',
    ],
    [
      'the negation of a comparison in one sentence',
      trace(
        { kind: 'not', of: isCash, span: SPAN },
        false,
        {},
        { children: [trace(isCash, true, { left: 'cash', right: 'cash' })] },
      ),
      '付款方式不是现金（记录为：现金）',
    ],
    [
      'only the heading of a group',
      trace({ kind: 'any', of: [isCash, over], span: SPAN }, true),
      '以下至少一项成立',
    ],
  ])('says %s', (_name, met, expected) => {
    expect(sayMet(met, at)).toBe(expected);
  });
});

describe('a fact', () => {
  it.each<[string, ClauseTrace, string]>([
    [
      'needs no note where it names what was read',
      trace(isCash, true, { left: 'cash', right: 'cash' }),
      '付款方式为现金',
    ],
    [
      'is the opposite of what is false',
      trace(isCash, false, { left: 'bank', right: 'cash' }),
      '付款方式不是现金（记录为：转账）',
    ],
    [
      'is the answer to a question of yes or no',
      trace(compare(fact('refused', BOOLEAN), 'notEqual', literal(true, BOOLEAN)), true, {
        left: false,
        right: true,
      }),
      '“已退回”为“否”',
    ],
  ])('%s', (_name, met, expected) => {
    expect(sayFact(met, at)).toBe(expected);
  });
});

describe('a comparison with what is known not to exist', () => {
  const later = trace(inTime, false, { left: dayOf(2026, 2, 3), right: NONE });
  const negated = trace({ kind: 'not', of: inTime, span: SPAN }, true, {}, { children: [later] });
  const none = createSpeech({ lang: 'zh', policy: POLICY, unmask: false }, EXPENDITURE, 20_000, {
    record: record('E-2', { decision: NONE }),
  });
  const en = { ...none, lang: 'en' } as const;

  it('says that there is none, not that it is late', () => {
    expect(sayFact(later, at)).toBe('没有决议会议的召开日期');
    expect(sayFact(later, none)).toBe('没有决议会议');
    expect(sayFact(later, en)).toBe('there is no deciding meeting');
    expect(sayFact(negated, none)).toBe('没有决议会议');
    expect(sayMet(negated, none)).toBe('没有决议会议');
  });

  it('also where the comparison is itself a negation', () => {
    const other = compare(fact('handler', PERSON), 'notEqual', fact('cashier', PERSON));
    expect(sayFact(trace(other, true, { left: NONE, right: 'p' }), none)).toBe('没有经手人');
  });
});

it('masks what a definition takes from a personal or secret field', () => {
  const expression = (field: string) => fact(field, TEXT);
  const definition = (is: Expression): Definition => ({
    id: 'copied',
    revision: 1,
    effective: ALWAYS,
    pack: 'national',
    span: SPAN,
    record: 'expenditure',
    fact: 'copied',
    type: TEXT,
    label: text('抄录', 'copy'),
    basis: [],
    is: { kind: 'value', value: is },
  });
  const steps = [{ kind: 'definition', id: 'copied' }] as const;
  const copied = {
    kind: 'fact',
    path: path('copied', TEXT, { steps }),
    type: TEXT,
    span: SPAN,
  } as const;
  const said = (field: string): string => {
    const definitions = new Map([['copied', [definition(expression(field))]]]);
    const speech = { ...at, policy: { ...POLICY, definitions } };
    const mentions = compare(copied, 'mentions', literal(['甲'], { kind: 'set', items: TEXT }));
    return sayMet(trace(mentions, false, { left: '王小明家中用款' }), speech);
  };
  expect(said('note')).toContain('王***');
  expect(said('note')).not.toContain('小明');
  expect(said('payment.account')).toContain('保密');
  expect(said('payee')).toContain('王小明');
});
