import type { ParameterValue, Policy } from '@qingdan/core';
import { expect, it } from 'vitest';
import {
  compare,
  EXPENDITURE,
  fact,
  LIMIT_OF,
  literal,
  MONEY,
  POLICY,
  source,
} from '../testing/build.js';
import { createSpeech } from './create-speech.js';
import { sayCondition } from './say-condition.js';
import { sayExpression } from './say-expression.js';
import type { Speech } from './speech.js';

const RAISED = 20_000;

/** The limit is 1,000 yuan before a day, and 2,000 from it on. */
const policy: Policy = { ...POLICY, parameters: new Map([['cash.limit', raised()]]) };

function raised() {
  const limit = POLICY.parameters.get('cash.limit');
  const [value] = limit?.values ?? [];
  if (limit === undefined || value === undefined) throw new Error('no limit');
  const values: ParameterValue[] = [
    { ...value, interval: { from: undefined, until: RAISED } },
    { ...value, value: 200_000, interval: { from: RAISED, until: undefined } },
  ];
  return { ...limit, values };
}

function speechOn(day: number | undefined, lang: 'zh' | 'en' = 'zh', cites = false): Speech {
  return createSpeech({ lang, policy, unmask: false }, EXPENDITURE, day, { cites });
}

const isAbove = compare(fact('amount', MONEY), 'greaterThan', LIMIT_OF);

it('says the same rule anew under another law, in another language, with or without articles', () => {
  const before = speechOn(RAISED - 1);
  const from = speechOn(RAISED);
  for (const times of [1, 2]) {
    expect(sayCondition(isAbove, before), String(times)).toBe('金额超过结算起点（1,000.00 元）');
    expect(sayCondition(isAbove, from), String(times)).toBe('金额超过结算起点（2,000.00 元）');
  }
  expect(sayCondition(isAbove, speechOn(undefined))).toBe('金额超过结算起点');
  expect(sayCondition(isAbove, from, { negated: true })).toBe('金额不超过结算起点（2,000.00 元）');
  expect(sayCondition(isAbove, speechOn(RAISED, 'en'))).toBe(
    'amount is above cash settlement limit (CNY 2,000.00)',
  );
  expect(sayExpression(LIMIT_OF, speechOn(RAISED, 'zh', true))).toBe(
    '结算起点（2,000.00 元，《现金管理暂行条例》第五条第二款）',
  );
});

it('is in one setting on all days of one law, in another for another kind of record', () => {
  const { setting } = speechOn(RAISED);
  expect(speechOn(RAISED + 300).setting).toBe(setting);
  expect(speechOn(RAISED - 1).setting).not.toBe(setting);
  const meeting = POLICY.records.get('meeting');
  const ofMeetings = createSpeech({ lang: 'zh', policy, unmask: false }, meeting, RAISED);
  expect(ofMeetings.setting).not.toBe(setting);
});

it('keeps nothing for a copy, which may have another policy', () => {
  const large = compare(fact('amount', MONEY), 'greaterThan', literal(1, MONEY));
  const speech = speechOn(RAISED);
  expect(sayCondition(large, speech)).toBe('金额超过0.01 元');
  expect(sayCondition(large, { ...speech, lang: 'en' })).toBe('amount is above CNY 0.01');
  expect(sayExpression(LIMIT_OF, { ...speech, policy: POLICY, inForce: () => undefined })).toBe(
    '结算起点',
  );
});

it('says a rule otherwise inside a source, where its element has a name', () => {
  const speech = speechOn(RAISED);
  const large = compare(fact('amount', MONEY), 'greaterThan', literal(1, MONEY));
  const own = sayCondition(large, speech);
  const some = { kind: 'quantified', quantifier: 'some', span: large.span } as const;
  const inside = sayCondition({ ...some, source: source('expenditure', { where: large }) }, speech);
  expect(own).not.toContain('本支出');
  expect(inside).toContain('本支出的金额超过0.01 元');
  expect(sayCondition(large, speech)).toBe(own);
});
