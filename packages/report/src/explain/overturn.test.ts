import type { ClauseTrace, Condition, Truth } from '@qingdan/core';
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
} from '../testing/build.js';
import { createSpeech } from '../sentences/create-speech.js';
import { sayOverturn } from './overturn.js';

const speech = createSpeech({ lang: 'zh', policy: POLICY, unmask: false }, EXPENDITURE, undefined);
const isCash = compare(fact('payment.method', METHOD), 'equal', literal('cash', METHOD));
const isLarge = compare(fact('amount', MONEY), 'greaterThan', literal(100, MONEY));

function trace(
  clause: Condition,
  result: Truth,
  children: readonly ClauseTrace[] = [],
): ClauseTrace {
  return { clause, result, children, doubts: [], missing: [] };
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
    '（付款方式不是现金，且金额不超过1.00 元）',
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
  expect(sayOverturn(against, speech)).toBe(expected);
});
