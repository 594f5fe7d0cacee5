import { describe, expect, test } from 'vitest';
import { BASE, libraryOf, pack, parameter, prohibition, said } from '../testing/library-of.js';
import { checkTightenSign } from './tighten-sign.js';

const TYPES: Record<string, string> = {
  amount: 'type: money',
  span: 'type: duration',
  names: 'type: set\nitems: { type: text }',
  on: 'type: boolean',
};

/** What is said of a prohibition that uses one parameter. */
function judged(type: string, tighten: string, violatedWhen: string, keys = ''): string[] {
  const text =
    parameter('p', `${TYPES[type] ?? ''}\ntighten: ${tighten}\nvalues: [{ value: unset }]`) +
    `
---
kind: Condition
id: national.over
record: expenditure
is: { fact: amount, operator: greaterThan, value: { parameter: ${type === 'amount' ? 'p' : 'other'} } }
---
kind: Definition
id: national.large
record: expenditure
fact: large
type: boolean
label: { zh: 大额, en: large }
when: { fact: amount, operator: greaterThan, value: { parameter: ${type === 'amount' ? 'p' : 'other'} } }
---
kind: Parameter
id: other
label: { zh: 参, en: p }
type: money
tighten: lower
values: [{ value: unset }]
` +
    prohibition('national.a', keys, violatedWhen);
  return said(
    checkTightenSign(libraryOf(pack('national', BASE + text))),
    'item',
    'id',
    'direction',
  );
}

const count = (window: string) =>
  `count: { in: expenditure, as: e, within: { by: { parameter: p }, ${window} } }`;

describe('in violatedWhen', () => {
  test.each([
    {
      type: 'amount',
      right: 'lower',
      condition: 'fact: amount, operator: greaterThan, value: { parameter: p }',
    },
    {
      type: 'amount',
      right: 'higher',
      condition: 'fact: amount, operator: lessThan, value: { parameter: p }',
    },
    {
      type: 'amount',
      right: 'higher',
      condition: 'not: { fact: amount, operator: greaterThan, value: { parameter: p } }',
    },
    {
      type: 'amount',
      right: 'lower',
      condition:
        'not: { not: { fact: amount, operator: greaterThanInclusive, value: { parameter: p } } }',
    },
    { type: 'amount', right: 'lower', condition: 'condition: national.over' },
    { type: 'amount', right: 'lower', condition: 'fact: large, operator: equal, value: true' },
    { type: 'amount', right: 'higher', condition: 'fact: large, operator: equal, value: false' },
    { type: 'amount', right: 'higher', condition: 'fact: large, operator: notEqual, value: true' },
    {
      type: 'amount',
      right: 'higher',
      condition: 'difference: [{ fact: amount }, { parameter: p }], operator: lessThan, value: 0',
    },
    {
      type: 'amount',
      right: 'lower',
      condition:
        'some: { in: expenditure, as: e, where: { fact: e.amount, operator: greaterThan, value: { parameter: p } } }',
    },
    {
      type: 'amount',
      right: 'higher',
      condition:
        'none: { in: expenditure, as: e, where: { fact: e.amount, operator: greaterThan, value: { parameter: p } } }',
    },
    {
      type: 'amount',
      right: 'lower',
      condition:
        'every: { in: expenditure, as: e, where: { fact: e.amount, operator: greaterThan, value: { parameter: p } } }',
    },
    {
      type: 'amount',
      right: 'lower',
      condition:
        'sum: { of: amount, in: expenditure, as: e, where: { fact: e.amount, operator: greaterThan, value: { parameter: p } } }, operator: greaterThan, value: 5',
    },
    {
      type: 'span',
      right: 'higher',
      condition: `${count('before: paidOn')}, operator: greaterThan, value: 1`,
    },
    {
      type: 'span',
      right: 'lower',
      condition: `${count('before: paidOn')}, operator: lessThan, value: 1`,
    },
    {
      type: 'span',
      right: 'lower',
      condition:
        'fact: paidOn, operator: greaterThan, value: { shift: { date: { fact: paidOn }, by: { parameter: p } } }',
    },
    {
      type: 'span',
      right: 'higher',
      condition:
        'fact: paidOn, operator: greaterThan, value: { shift: { date: { fact: paidOn }, by: { parameter: p }, backwards: true } }',
    },
    {
      type: 'names',
      right: 'subset',
      condition: 'fact: purpose, operator: notIn, value: { parameter: p }',
    },
    {
      type: 'names',
      right: 'superset',
      condition: 'fact: purpose, operator: in, value: { parameter: p }',
    },
    {
      type: 'names',
      right: 'superset',
      condition: 'fact: purpose, operator: mentions, value: { parameter: p }',
    },
    {
      type: 'names',
      right: 'subset',
      condition: 'parameter: p, operator: doesNotContain, value: { fact: purpose }',
    },
    { type: 'on', right: 'higher', condition: 'parameter: p, operator: equal, value: true' },
    { type: 'on', right: 'lower', condition: 'parameter: p, operator: equal, value: false' },
  ])('$condition is tightened by $right', ({ type, right, condition }) => {
    const wrong =
      { lower: 'higher', higher: 'lower', subset: 'superset', superset: 'subset' }[right] ?? '';
    expect(judged(type, right, condition)).toEqual([]);
    expect(judged(type, wrong, condition)).toEqual([`tighten-sign national.a p ${right}`]);
  });

  test.each([
    { what: 'equality', condition: 'fact: amount, operator: equal, value: { parameter: p }' },
    { what: 'presence', condition: 'parameter: p, operator: present' },
  ])('$what has no direction', ({ condition }) => {
    expect([judged('amount', 'lower', condition), judged('amount', 'higher', condition)]).toEqual([
      [],
      [],
    ]);
  });

  test('a parameter used both ways is wrong once, whatever it says', () => {
    const both =
      'any: [{ fact: amount, operator: greaterThan, value: { parameter: p } }, { fact: amount, operator: lessThan, value: { parameter: p } }]';
    expect(judged('amount', 'lower', both)).toHaveLength(1);
    expect(judged('amount', 'higher', both)).toHaveLength(1);
  });
});

describe('elsewhere', () => {
  test('a wider appliesWhen is stricter', () => {
    const keys = 'appliesWhen: { fact: amount, operator: greaterThan, value: { parameter: p } }';
    const always = 'fact: urgent, operator: equal, value: true';
    expect(judged('amount', 'lower', always, keys)).toEqual([]);
    expect(judged('amount', 'higher', always, keys)).toHaveLength(1);
  });

  test.each([
    { tighten: 'higher', found: [] },
    { tighten: 'lower', found: ['tighten-sign national.r p higher'] },
  ])('a fulfilledWhen that asks for more is stricter, with $tighten', ({ tighten, found }) => {
    const text = `${parameter('p', `type: money\ntighten: ${tighten}\nvalues: [{ value: unset }]`)}
---
kind: Power
id: national.p
title: { zh: 权, en: power }
severity: minor
nature: suspicion
holders: [committee]
capacities: [collective]
governs: { record: expenditure }
---
kind: Responsibility
id: national.r
severity: minor
nature: suspicion
power: national.p
role: director
duty: { zh: 责, en: duty }
fulfilledWhen: { fact: amount, operator: greaterThan, value: { parameter: p } }
`;
    expect(
      said(checkTightenSign(libraryOf(pack('national', BASE + text))), 'item', 'id', 'direction'),
    ).toEqual(found);
  });
});
