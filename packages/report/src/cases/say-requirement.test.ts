import {
  BINARY_TEMPLATES,
  type Constraint,
  Duration,
  type Expression,
  UNARY_TEMPLATES,
} from '@qingdan/core';
import { describe, expect, it } from 'vitest';
import { createSpeech } from '../sentences/create-speech.js';
import { compare, fact, INTEGER, literal, POLICY, text } from '../testing/build.js';
import { constraint, PROCEDURE } from '../testing/cases.js';
import { sayRequirement } from './say-requirement.js';

const days = (count: number): Expression =>
  literal(new Duration(count, 'days'), { kind: 'duration' });
const PAGED = compare(fact('pages', INTEGER), 'lessThanInclusive', literal(9, INTEGER));
const part = (step: string, of: 'start' | 'end' = 'end') => ({ step, part: of });

const counting = { includesFirst: false, rolls: true };
const half = { above: true, share: literal(2, INTEGER) };

const said = (rule: Constraint['rule'], lang: 'zh' | 'en' = 'zh'): string => {
  const voice = { lang, policy: POLICY, unmask: false };
  const speech = createSpeech(voice, POLICY.records.get('expenditure'), 20_500, { cites: true });
  return sayRequirement(
    constraint('id', rule),
    { result: { procedure: PROCEDURE }, voice },
    speech,
  );
};

const CASES: readonly (readonly [zh: string, en: string, rule: Constraint['rule']])[] = [
  [
    '应当办理“付款”',
    '“payment” has to be done',
    { kind: 'existence', step: 'pay', least: 1, most: undefined },
  ],
  [
    '“付款”应当至少办理2次',
    '“payment” has to be done at least 2 times',
    { kind: 'existence', step: 'pay', least: 2, most: undefined },
  ],
  [
    '“付款”只能办理一次',
    '“payment” may be done only once',
    { kind: 'existence', step: 'pay', least: 0, most: 1 },
  ],
  [
    '“付款”至多办理3次',
    '“payment” may be done at most 3 times',
    { kind: 'existence', step: 'pay', least: 0, most: 3 },
  ],
  [
    '“付款”应当办理一次',
    '“payment” has to be done once',
    { kind: 'existence', step: 'pay', least: 1, most: 1 },
  ],
  [
    '“付款”应当办理1次以上、3次以下',
    '“payment” has to be done at least 1 and at most 3 times',
    { kind: 'existence', step: 'pay', least: 1, most: 3 },
  ],
  [
    '“审批”开始之后方可办理“付款”；“付款”之后应当重新办理',
    '“payment” may be done only after the start of “approval”, and after “payment” only once that has been done again',
    {
      kind: 'precedence',
      step: 'pay',
      after: { kind: 'step', ...part('approve', 'start') },
      redoOn: 'pay',
    },
  ],
  [
    '“审批”、（“审批”开始或者“付款”）之后方可办理“付款”',
    '“payment” may be done only after “approval” and (the start of “approval” or “payment”)',
    {
      kind: 'precedence',
      step: 'pay',
      after: {
        kind: 'all',
        of: [
          { kind: 'step', ...part('approve') },
          {
            kind: 'any',
            of: [
              { kind: 'step', ...part('approve', 'start') },
              { kind: 'step', ...part('pay') },
            ],
          },
        ],
      },
      redoOn: undefined,
    },
  ],
  [
    '符合下列条件的，方可办理“付款”：页数不多于9页',
    '“payment” may be done only if pages is at most 9 pages',
    { kind: 'guard', step: 'pay', when: PAGED, decidedBy: undefined },
  ],
  [
    '“付款”应当在“审批”后30日内办理，“付款”所用时间不计算在内',
    '“payment” has to be done within 30 days after “approval”, not counting the time of “payment”',
    {
      kind: 'deadline',
      from: part('approve'),
      to: part('pay'),
      within: { kind: 'length', length: days(30) },
      counting,
      yellow: undefined,
      pausedBy: 'pay',
    },
  ],
  [
    '“付款”应当在“审批”后当月内办理',
    '“payment” has to be done by the end of the month after “approval”',
    {
      kind: 'deadline',
      from: part('approve'),
      to: part('pay'),
      within: { kind: 'end', of: 'month', plus: undefined },
      counting,
      yellow: undefined,
      pausedBy: undefined,
    },
  ],
  [
    '“付款”应当在“审批”后满5日后办理',
    '“payment” may be done not before 5 days after “approval”',
    { kind: 'gap', from: part('approve'), to: part('pay'), least: days(5) },
  ],
  [
    '“付款”持续时间不少于15日，不得因“审批”中断',
    '“payment” has to last at least 15 days, unbroken by “approval”',
    { kind: 'publicity', step: 'pay', least: days(15), interruptedBy: 'approve' },
  ],
  [
    '“付款”应当每7日一次，直至“审批”',
    '“payment” has to be done every 7 days until “approval”',
    { kind: 'recurrence', step: 'pay', every: days(7), until: 'approve' },
  ],
  [
    '“付款”应当由出纳或者村民委员会主任中至少2人办理；“付款”不得由出纳办理',
    '“payment” is for cashier or director to do, at least 2 of them; “payment” must not be done by cashier',
    {
      kind: 'role',
      step: 'pay',
      roles: ['cashier', 'village-director'],
      count: 2,
      not: ['cashier'],
    },
  ],
  [
    '“付款”应当由出纳中至少2人办理',
    '“payment” is for cashier to do, at least 2 of them',
    {
      kind: 'role',
      step: 'pay',
      roles: ['cashier'],
      count: literal(2, INTEGER),
      not: [],
    },
  ],
  [
    '“付款”与“审批”应当由不同的人办理',
    '“payment” must be done by other persons than “approval”',
    { kind: 'apart', step: 'pay', relation: 'different', steps: ['approve'] },
  ],
  [
    '“付款”与“审批”应当由同一人办理',
    '“payment” must be done by the same person as “approval”',
    { kind: 'apart', step: 'pay', relation: 'same', steps: ['approve'] },
  ],
  [
    '办理“付款”的人不得办理“审批”，也不得是其办理人的近亲属',
    'who does “payment” must neither have done “approval” nor be a near relative of who did',
    { kind: 'apart', step: 'pay', relation: 'unrelated', steps: ['approve'] },
  ],
  [
    '“审批”的到会比例应当达到：成年村民超过2或者户代表不低于2；同意比例应当达到：到会有表决权的人员超过2',
    'at “approval” there must be present: of adult villagers more than 2 or of households at least 2; there must agree: of those entitled to vote who are present more than 2',
    {
      kind: 'quorum',
      step: 'approve',
      present: [
        { unit: 'adults', share: half },
        { unit: 'households', share: { ...half, above: false } },
      ],
      yes: { unit: undefined, of: 'present', share: half },
    },
  ],
  [
    '“付款”应当附原始凭证，最迟在5日内补齐',
    '“payment” must come with voucher, within 5 days at the latest',
    { kind: 'evidence', step: 'pay', document: 'voucher', dueWithin: days(5) },
  ],
  [
    '“付款”应当依据已经获准办结的“village.other”案件办理',
    '“payment” must be done by an approved case of “village.other”',
    { kind: 'via', step: 'pay', procedure: 'village.other' },
  ],
  [
    '“付款”应当符合：页数不多于9页',
    '“payment” must keep to this: pages is at most 9 pages',
    { kind: 'limit', step: 'pay', condition: PAGED },
  ],
  [
    '各步骤均应当符合：页数不多于9页',
    'every step must keep to this: pages is at most 9 pages',
    { kind: 'limit', step: undefined, condition: PAGED },
  ],
  [
    '每一步骤应当在办理后3日内登记',
    'every step must be written down within 3 days after it is done',
    { kind: 'backfill', within: days(3) },
  ],
];

describe('what a requirement asks', () => {
  it.each(CASES)('%s', (zh, en, rule) => {
    expect(said(rule)).toBe(zh);
    expect(said(rule, 'en')).toBe(en);
  });

  it('is said of every kind of rule but templates above', () => {
    expect([...new Set(CASES.map(([, , { kind }]) => kind))].sort()).toEqual(
      [
        'apart',
        'backfill',
        'deadline',
        'evidence',
        'existence',
        'gap',
        'guard',
        'limit',
        'precedence',
        'publicity',
        'quorum',
        'recurrence',
        'role',
        'via',
      ].sort(),
    );
  });

  const of = (step: string) => ({ step, when: undefined });
  it.each([
    ...UNARY_TEMPLATES.map((kind) => ({ kind, of: of('pay'), count: 2 })),
    ...BINARY_TEMPLATES.map((kind) => ({
      kind,
      activation: of('approve'),
      target: of('pay'),
      correlation: undefined,
      time: undefined,
    })),
  ])('is said of the template $kind', (template) => {
    for (const lang of ['zh', 'en'] as const) {
      const sentence = said({ kind: 'template', template }, lang);
      expect(sentence).toContain(text('付款', 'payment')[lang]);
      expect(sentence).not.toContain('{');
    }
  });
});
