import type { Finding, RecordResult } from '@qingdan/core';
import { expect, it } from 'vitest';
import { record, text } from '../testing/build.js';
import { DUTY_OPEN, LISTS } from '../testing/items.js';
import { foldOpen } from './fold-open.js';

function lacking(item: string, ...facts: string[]): Finding {
  const missing = facts.map((fact) => ({
    fact,
    scope: 'record' as const,
    label: text(fact, fact),
  }));
  return { ...DUTY_OPEN, item, missing };
}

function result(id: string, ...findings: Finding[]): RecordResult {
  const judged = { decided: 0, undetermined: findings.length, unavailable: 0 };
  const asOf = 20_487;
  return {
    record: record(id),
    policy: LISTS,
    asOf,
    outcome: 'undetermined',
    judged,
    findings,
    unavailable: [],
  };
}

const fold = (...results: RecordResult[]): string[] =>
  foldOpen(results, ({ policy }) => ({ lang: 'zh', policy, unmask: false })).map(
    ({ findings, missing, results: lacked }) =>
      [
        findings.map(({ item }) => item).join('+'),
        missing.join(''),
        lacked.map(({ record: { id } }) => id).join('+'),
      ].join(' '),
  );

it.each<[string, RecordResult[], string[]]>([
  [
    'one item that lacks the same in many records',
    [result('1', lacking('a', 'x')), result('2', lacking('a', 'x'))],
    ['a 缺少：x。 1+2'],
  ],
  [
    'one item that lacks other facts',
    [result('1', lacking('a', 'x')), result('2', lacking('a', 'y'))],
    ['a 缺少：x。 1', 'a 缺少：y。 2'],
  ],
  [
    'items that lack the same in the same records',
    [
      result('1', lacking('b', 'x'), lacking('a', 'x')),
      result('2', lacking('a', 'x'), lacking('b', 'x')),
    ],
    ['a+b 缺少：x。 1+2'],
  ],
  [
    'items that lack the same in other records, most records first',
    [result('1', lacking('a', 'x')), result('2', lacking('a', 'x'), lacking('b', 'x'))],
    ['a 缺少：x。 1+2', 'b 缺少：x。 2'],
  ],
  ['nothing undecided', [result('1', { ...DUTY_OPEN, verdict: 'satisfied' })], []],
  [
    'what lacks only registers',
    [
      result('1', {
        ...DUTY_OPEN,
        missing: DUTY_OPEN.missing.filter(({ scope }) => scope === 'run'),
      }),
    ],
    [],
  ],
])('folds %s', (_, results, folds) => {
  expect(fold(...results)).toEqual(folds);
});
