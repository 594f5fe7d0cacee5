import type { ClauseTrace, Condition, Expression, Truth, Type } from '@qingdan/core';
import { expect, it } from 'vitest';
import {
  compare,
  EXPENDITURE,
  fact,
  literal,
  METHOD,
  MONEY,
  POLICY,
  SPAN,
  TEXT,
} from '../testing/build.js';
import { createSpeech } from '../sentences/create-speech.js';
import { overturn } from './overturn.js';

const speech = createSpeech({ lang: 'zh', policy: POLICY, unmask: false }, EXPENDITURE, undefined);
const isCash = compare(fact('payment.method', METHOD), 'equal', literal('cash', METHOD));
const isLarge = compare(fact('amount', MONEY), 'greaterThan', literal(100, MONEY));

function trace(
  clause: Condition,
  result: Truth,
  children: readonly ClauseTrace[] = [],
): ClauseTrace {
  return { clause, result, children, missing: [] };
}

const cash = (result: Truth): ClauseTrace => trace(isCash, result);
const large = (result: Truth): ClauseTrace => trace(isLarge, result);
const group = (kind: 'all' | 'any'): Condition => ({ kind, of: [isCash, isLarge], span: SPAN });

it.each<[string, ClauseTrace, string]>([
  ['what is true falls with its opposite', cash(true), '付款方式不是现金'],
  ['what is false needs what it claims', cash(false), '付款方式为现金'],
  [
    'one part is enough against all',
    trace(group('all'), true, [cash(true), large(true)]),
    '付款方式不是现金，或者金额不超过1.00 元',
  ],
  [
    'every true part must fall against any',
    trace(group('any'), true, [cash(true), large(true)]),
    '付款方式不是现金，且金额不超过1.00 元',
  ],
  [
    'a false part of any doesn’t matter',
    trace(group('any'), true, [cash(true), large(false)]),
    '付款方式不是现金',
  ],
  [
    'all that is wanting must be shown',
    trace(group('all'), false, [cash(true), large(false)]),
    '金额超过1.00 元',
  ],
  [
    'a negation is seen through',
    trace({ kind: 'not', of: isCash, span: SPAN }, true, [cash(false)]),
    '付款方式为现金',
  ],
])('%s', (_name, against, expected) => {
  expect(overturn(against, speech).text).toBe(expected);
});

it('denies the words of a comparison that is too involved to be turned round', () => {
  const names: Type = { kind: 'list', items: TEXT };
  const less = (list: Expression): Expression => ({
    kind: 'without',
    list,
    removed: literal(['乙'], names),
    type: names,
    span: SPAN,
  });
  const says = { zh: '有应当公布而未公布的事项', en: 'something was not published' };
  const simple = {
    ...compare(less(literal(['甲'], names)), 'overlaps', literal(['甲'], names)),
    says,
  };
  expect(overturn(trace(simple, true), speech).text).toContain('没有相同的项');
  const left = less(less(less(literal(['甲'], names))));
  expect(overturn(trace({ ...simple, left }, true), speech).text).toBe(
    '并非“有应当公布而未公布的事项”',
  );
});

it('keeps groups of the other kind together, and only those', () => {
  const pair = (kind: 'all' | 'any', result: Truth): ClauseTrace =>
    trace(group(kind), result, [cash(result), large(result)]);
  const other = trace(compare(fact('note', TEXT), 'present'), true);
  const either = trace(group('any'), true, [pair('all', true), other]);
  expect(overturn(either, speech).text).toBe(
    '（付款方式不是现金，或者金额不超过1.00 元），且没有摘要',
  );
  expect(overturn(either, { ...speech, lang: 'en' }).text).toBe(
    '(payment method is not cash, or amount is not above CNY 1.00), and description is not given',
  );
  const both = trace(group('all'), true, [pair('any', true), other]);
  expect(overturn(both, speech).text).toBe(
    '（付款方式不是现金，且金额不超过1.00 元），或者没有摘要',
  );
  const same = trace(group('any'), true, [pair('any', true), other]);
  expect(overturn(same, speech).text).toBe('付款方式不是现金，且金额不超过1.00 元，且没有摘要');
});
