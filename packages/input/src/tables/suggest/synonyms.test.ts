import { expect, it } from 'vitest';
import { areOpposite, areSynonyms } from './synonyms.js';

it.each([
  ['小写', '金额', true],
  ['预算金额', '概算', true],
  ['中标价', '合同价', true],
  ['网银', '转账', true],
  ['预算金额', '结算金额', false],
  ['微信', '转账', false],
])('%s is used for %s: %s', (a, b, expected) => {
  expect(areSynonyms(a, b)).toBe(expected);
  expect(areSynonyms(b, a)).toBe(expected);
});

it.each([
  ['预算金额', '结算金额', true],
  ['收款日期', '付款日期', true],
  ['应到人数', '实到人数', true],
  ['开工日期', '竣工日期', true],
  ['付款金额', '付款日期', false],
  ['收支金额', '支出金额', false],
])('%s is the opposite of %s: %s', (a, b, expected) => {
  expect(areOpposite(a, b)).toBe(expected);
  expect(areOpposite(b, a)).toBe(expected);
});
