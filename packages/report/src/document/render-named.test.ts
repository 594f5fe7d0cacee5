import { ALWAYS, dayOf, type Policy, type Table } from '@qingdan/core';
import { describe, expect, it } from 'vitest';
import {
  basis,
  compare,
  DATE,
  fact,
  literal,
  METHOD,
  MONEY,
  SPAN,
  text,
} from '../testing/build.js';
import { LISTS } from '../testing/items.js';
import { length, procedureOf } from '../testing/procedures.js';
import { DOCUMENT_KINDS, documentNames, documentsNamed } from './documents-named.js';
import { renderNamed } from './render-named.js';

const DATED = { revision: 1, effective: ALWAYS, pack: 'national', span: SPAN } as const;

const TABLE: Table = {
  ...DATED,
  id: 'cash.bodies',
  label: text('现金审批机构', 'who approves cash'),
  inputs: new Map([
    ['amount', MONEY],
    ['method', METHOD],
  ]),
  outputs: new Map([['allowed', { kind: 'boolean' }]]),
  rows: [
    {
      when: new Map([
        ['amount', { kind: 'bounds', above: 100_000, upTo: 500_000 }],
        ['method', { kind: 'values', values: ['cash', 'bank'] }],
      ]),
      then: new Map([['allowed', true]]),
      basis: [],
      span: SPAN,
    },
    { when: new Map(), then: new Map([['allowed', false]]), basis: [], span: SPAN },
  ],
  basis: [basis('CASH', '5')],
};

const GRANTS = procedureOf([
  ['apply.required', { kind: 'existence', step: 'apply', least: 1, most: undefined }],
  ['review.by', { kind: 'role', step: 'review', roles: ['village-director'], count: 1, not: [] }],
  [
    'review.evidence.opinion',
    { kind: 'evidence', step: 'review', document: 'opinion', dueWithin: undefined },
  ],
  [
    'show.publicity',
    { kind: 'publicity', step: 'show', least: length(15), interruptedBy: 'objection' },
  ],
  [
    'pay.limit',
    {
      kind: 'limit',
      step: 'pay',
      condition: compare(fact('amount', MONEY), 'lessThan', {
        kind: 'parameter',
        id: 'cash.limit',
        type: MONEY,
        span: SPAN,
      }),
    },
  ],
  ['prompt', { kind: 'backfill', within: length(3, 'workdays') }],
]);

const POLICY: Policy = {
  ...LISTS,
  procedures: new Map([['village.grant', [GRANTS]]]),
  tables: new Map([['cash.bodies', [TABLE]]]),
  conditions: new Map([
    [
      'in-cash',
      [
        {
          ...DATED,
          id: 'in-cash',
          record: 'expenditure',
          label: text('以现金支付', 'paid in cash'),
          is: compare(fact('payment.method', METHOD), 'equal', literal('cash', METHOD)),
        },
      ],
    ],
  ]),
  definitions: new Map([
    [
      'expenditure.day',
      [
        {
          ...DATED,
          id: 'expenditure.day',
          record: 'expenditure',
          fact: 'day',
          type: DATE,
          label: text('付款之日', 'day of payment'),
          basis: [basis('CASH', '5')],
          is: { kind: 'value', value: fact('paidOn', DATE) },
        },
      ],
    ],
  ]),
};

const asOf = dayOf(2026, 2, 3);
const shown = (name: string): string =>
  (['zh', 'en'] as const).map((lang) => renderNamed(POLICY, name, { lang, asOf })).join('\n');

describe('a document that is no item', () => {
  it.each([
    'procedure:village.grant',
    'parameter:cash.limit',
    'table:cash.bodies',
    'record:expenditure',
    'role:cashier',
    'body:villagers-committee',
    'instrument:CASH',
    'definition:expenditure.day',
    'condition:in-cash',
  ])('is shown whole: %s', async (name) => {
    const kind = name.slice(0, name.indexOf(':'));
    await expect(shown(name)).toMatchFileSnapshot(`__snapshots__/${kind}.txt`);
  });

  it('has a heading in each language for every kind', () => {
    const names = DOCUMENT_KINDS.map((kind) =>
      documentNames(POLICY).find((name) => name.startsWith(`${kind}:`)),
    );
    expect(names).not.toContain(undefined);
  });

  it.each([
    ['expenditure', ['record']],
    ['RECORD:expenditure', ['record']],
    ['role:expenditure', []],
    ['nothing', []],
  ])('is found by its id, and by its kind where one is given: %s', (name, kinds) => {
    expect(documentsNamed(POLICY, name).map(({ kind }) => kind)).toEqual(kinds);
  });

  it('is shown beside an item of the same id', () => {
    const both = { ...POLICY, roles: new Map(POLICY.roles) };
    both.roles.set('village.exp-cash-over', {
      id: 'village.exp-cash-over',
      title: text('同名岗位', 'namesake'),
      span: SPAN,
    });
    const said = renderNamed(both, 'village.exp-cash-over', { lang: 'zh', asOf });
    expect(said).toContain('负面清单');
    expect(said).toContain('同名岗位');
  });

  it('names the items that rest on it', () => {
    expect(shown('parameter:cash.limit')).toContain('village.exp-cash-over');
    expect(shown('role:cashier')).toContain('village.routine-expense.review');
  });

  it('is undefined where nothing is called so', () => {
    expect(renderNamed(POLICY, 'parameter:nothing', { lang: 'zh', asOf })).toBeUndefined();
  });
});
