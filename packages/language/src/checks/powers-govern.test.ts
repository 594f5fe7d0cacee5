import { describe, expect, test } from 'vitest';
import { BASE, libraryOf, pack, said } from '../testing/library-of.js';
import { checkPowersGovern } from './powers-govern.js';

const power = (id: string, when: string, keys = '') => `
---
kind: Power
id: national.${id}
title: { zh: 权, en: power }
severity: minor
nature: suspicion
holders: [committee]
capacities: [collective]
governs: { record: expenditure${when === '' ? '' : `, when: { ${when} }`} }
${keys}
`;
const CASH = 'fact: method, operator: equal, value: cash';
const NOT_CASH = 'fact: method, operator: notEqual, value: cash';
const URGENT = 'fact: urgent, operator: equal, value: true';

describe('the powers over a record kind', () => {
  test.each([
    { what: 'that divide it are sound', text: power('a', CASH) + power('b', NOT_CASH), found: [] },
    {
      what: 'that both govern a record are warned of',
      text: power('a', CASH) + power('b', URGENT),
      found: [
        'power-overlap method = cash, urgent = true',
        'power-gap method = bank, urgent = false',
      ],
    },
    {
      what: 'that leave a record are warned of',
      text: power('a', CASH),
      found: ['power-gap method = bank'],
    },
    {
      what: 'without conditions overlap',
      text: power('a', '') + power('b', ''),
      found: ['power-overlap *'],
    },
    {
      what: 'that rest on other facts are left alone',
      text:
        power('a', 'fact: amount, operator: greaterThan, value: 5') +
        power('b', 'fact: amount, operator: greaterThan, value: 3'),
      found: [],
    },
    {
      what: 'of different subjects are not held against each other',
      text: power('a', '', 'subjects: [village]') + power('b', '', 'subjects: [station]'),
      found: [],
    },
    {
      what: 'of different times are not held against each other',
      text:
        power('a', '', 'effective: { until: 2020-01-01 }') +
        power('b', '', 'effective: { from: 2020-01-01 }'),
      found: [],
    },
  ])('$what', ({ text, found }) => {
    expect(
      said(checkPowersGovern(libraryOf(pack('national', BASE + text))), 'witness').sort(),
    ).toEqual(found.sort());
  });
});
