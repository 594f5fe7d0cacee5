import { codeOf, renderDiagnostic } from '@qingdan/core';
import { describe, expect, it } from 'vitest';
import { importDeclare } from './import-declare.js';

const HEAD = `activity Apply for a loan
activity Decide
activity Pay
bind Apply for a loan: amount, org:resource
bind Decide: amount, grade, org:resource
bind Pay: amount
amount: integer between 0 and 5000
org:resource: Clerk, Head
grade: Very good, Good
`;

const imported = (constraints: string) => importDeclare(HEAD + constraints, { file: 'loan.decl' });
const only = (constraint: string): unknown => {
  const { value, diagnostics } = imported(constraint);
  expect(diagnostics).toEqual([]);
  return value.constraints;
};

describe('a model of MP-Declare', () => {
  it('becomes steps and fields, with the names as they were written for titles and labels', () => {
    const { value, diagnostics } = imported('');
    expect(diagnostics).toEqual([]);
    expect(value.steps).toEqual({
      'Apply-for-a-loan': {
        title: { zh: 'Apply for a loan', en: 'Apply for a loan' },
        optional: true,
      },
      Decide: { title: { zh: 'Decide', en: 'Decide' }, optional: true },
      Pay: { title: { zh: 'Pay', en: 'Pay' }, optional: true },
    });
    expect(value.data).toEqual({
      amount: { type: 'integer', min: 0, max: 5000, label: { zh: 'amount', en: 'amount' } },
      'org-resource': {
        type: 'enum',
        values: { Clerk: { zh: 'Clerk', en: 'Clerk' }, Head: { zh: 'Head', en: 'Head' } },
        label: { zh: 'org:resource', en: 'org:resource' },
      },
      // No id can hold `Very good`.
      grade: { type: 'text', label: { zh: 'grade', en: 'grade' } },
    });
  });

  it.each<[string, object]>([
    ['Existence2[Pay] | |', { template: 'existence', activation: 'Pay', count: 2 }],
    ['Absence[Pay]', { template: 'absence', activation: 'Pay', count: 1 }],
    [
      'Exactly1[Pay] |A.amount > 5 |',
      {
        template: 'exactly',
        activation: { step: 'Pay', when: { fact: 'amount', operator: 'greaterThan', value: 5 } },
        count: 1,
      },
    ],
    ['Init[Decide] | |', { template: 'init', activation: 'Decide' }],
    [
      'Exclusive Choice[Decide, Pay] | | |',
      {
        template: 'exclusiveChoice',
        activation: 'Decide',
        target: 'Pay',
      },
    ],
    [
      'Chain Response[Decide, Pay] | | |',
      {
        template: 'chainResponse',
        activation: 'Decide',
        target: 'Pay',
      },
    ],
    [
      'Alternate Precedence[Decide, Pay] | | |',
      {
        template: 'alternatePrecedence',
        activation: 'Pay',
        target: 'Decide',
      },
    ],
    [
      'Not Co-Existence[Decide, Pay] | | |',
      {
        template: 'notCoExistence',
        activation: 'Decide',
        target: 'Pay',
      },
    ],
    [
      'Response[Decide, Pay] | | |1,3,d',
      {
        template: 'response',
        activation: 'Decide',
        target: 'Pay',
        time: { least: '1 days', most: '3 days' },
      },
    ],
    [
      'Response[Decide, Pay] |A.amount >= 5 |A.amount = T.amount |0,3,d',
      {
        template: 'response',
        activation: {
          step: 'Decide',
          when: { fact: 'amount', operator: 'greaterThanInclusive', value: 5 },
        },
        target: 'Pay',
        correlation: { fact: 'activation.amount', operator: 'equal', value: { fact: 'amount' } },
        time: { most: '3 days' },
      },
    ],
    [
      'Response[Apply for a loan, Decide] | |same org:resource |',
      {
        template: 'response',
        activation: 'Apply-for-a-loan',
        target: 'Decide',
        correlation: {
          fact: 'org-resource',
          operator: 'equal',
          value: { fact: 'activation.org-resource' },
        },
      },
    ],
    [
      'Response[Apply for a loan, Decide] | |T.grade is not Very good |',
      {
        template: 'response',
        activation: 'Apply-for-a-loan',
        target: {
          step: 'Decide',
          when: { fact: 'grade', operator: 'notEqual', value: 'Very good' },
        },
      },
    ],
    [
      'Existence[Decide] |not (A.grade in (Good, Very good) or 3 < A.amount) and A.amount != 7 |',
      {
        template: 'existence',
        activation: {
          step: 'Decide',
          when: {
            all: [
              {
                not: {
                  any: [
                    { fact: 'grade', operator: 'in', value: ['Good', 'Very good'] },
                    { fact: 'amount', operator: 'greaterThan', value: 3 },
                  ],
                },
              },
              { fact: 'amount', operator: 'notEqual', value: 7 },
            ],
          },
        },
        count: 1,
      },
    ],
  ])('says %s', (constraint, meant) => {
    expect(only(constraint)).toEqual([{ id: 'constraint-1', ...meant }]);
  });

  it('splits a template that has no equal into two that together are it', () => {
    const { value } = imported('Not Responded Existence[Decide, Pay] | | |');
    expect(value.constraints).toEqual([
      { id: 'constraint-1', template: 'notResponse', activation: 'Decide', target: 'Pay' },
      { id: 'constraint-1-2', template: 'notPrecedence', activation: 'Decide', target: 'Pay' },
    ]);
  });

  it.each<[string, string]>([
    ['Responce[Decide, Pay] | | |', 'there is no template `Responce`'],
    ['Response[Decide] | | |', 'too few activities'],
    ['Response[Decide, Refuse] | | |', 'the activity `Refuse` is not declared'],
    ['Existence[Pay] | |0,3,d', 'counts time from the beginning of the case'],
    ['Response[Decide, Pay] | | |0,3,h', 'the time `0,3,h` is not in whole days'],
    ['Response[Decide, Pay] | | |5,2,d', 'the time `5,2,d` asks for more days at least than'],
    ['Response[Decide, Pay] |T.amount > 1 | |', 'reads `amount` of a target'],
    ['Response[Decide, Pay] |A.colour is Red | |', 'the attribute `colour` is not declared'],
    ['Response[Pay, Decide] |A.grade is Good | |', '`grade` is not bound to the activity'],
    ['Response[Decide, Pay] |A.grade is Bad | |', '`Bad` is no value'],
    ['Response[Decide, Pay] |A.amount > many | |', '`many` is no value'],
    ['Response[Decide, Pay] |A.grade > Good | |', 'orders nothing but numbers'],
    ['Response[Decide, Pay] |A.grade = A.amount | |', 'of different types'],
    ['Response[Decide, Pay] |3 > 2 | |', 'is an attribute'],
    ['Response[Decide, Pay] |A.amount > | |', 'the condition `A.amount >` cannot be read'],
    ['Response[Decide, Pay] |(A.amount > 3 | |', 'cannot be read'],
    [`Existence[Pay] |${'('.repeat(5000)} |`, 'cannot be read'],
    ['Succession[Decide, Pay] |A.amount > 1 | |', 'both activities of `Succession` activate it'],
    ['Choice[Decide, Pay] | | |0,3,d', 'nothing to do with each other'],
  ])('refuses %s, and says why', (constraint, reason) => {
    const { value, diagnostics } = imported(`${constraint}\nExistence[Pay] | |`);
    expect(value.constraints.map(({ template }) => template)).toEqual(['existence']);
    expect(diagnostics.map(codeOf)).toEqual(['QD7516']);
    const [en, zh] = (['en', 'zh'] as const).map((lang) => renderDiagnostic(diagnostics[0]!, lang));
    expect(en?.message).toContain(reason);
    expect(zh?.message).not.toContain(reason);
    expect(en?.range?.start.line).toBe(HEAD.split('\n').length);
  });

  it('reports a line that it cannot read, and reads on', () => {
    const { value, diagnostics } = imported('what is this\nExistence[Pay] | |');
    expect(diagnostics.map(codeOf)).toEqual(['QD7515']);
    expect(value.constraints).toHaveLength(1);
  });
});
