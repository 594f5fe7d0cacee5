import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  type Condition,
  dayOf,
  Duration,
  fraction,
  type Item,
  NONE,
  placeOf,
  renderDiagnostic,
} from '@qingdan/core';
import { describe, expect, it } from 'vitest';
import { readPack } from '../read/read-pack.js';
import { bindPacks } from './bind-packs.js';

const L = 'label: { zh: 名, en: name }';
const T = 'title: { zh: 名, en: name }';

const MANIFEST = `name: p\nversion: 1.0.0\n${T}\njurisdiction: CN\n`;

const BASE = `
kind: Record
id: payment
${L}
governingDate: paidOn
fields:
  amount: { type: money, min: 0, ${L}, unit: { zh: 元, en: yuan } }
  paidOn: { type: date, ${L}, privacy: personal }
  handler: { type: person, ${L} }
  approvals: { type: list, ${L}, fields: { person: { type: person, ${L} }, on: { type: date, ${L} } } }
---
kind: Record
id: person
${L}
shared: true
fields: { birthDate: { type: date, ${L} } }
---
kind: Definition
id: p.is-adult
record: person
fact: adult
type: boolean
${L}
when: { age: { of: birthDate, on: run.date }, operator: greaterThanInclusive, value: 18 }
---
kind: Role
id: chair
${T}
---
kind: Parameter
id: limit
${L}
type: money
tighten: lower
values:
  - { from: 2020-05, value: 1000.5 }
  - { from: 2024-01-01, value: unset }
  - { value: 3000, until: 2019-01-01 }
---
kind: Table
id: shares
${L}
inputs: { n: { type: integer }, role: { type: role } }
outputs: { share: { type: ratio }, allowed: { type: boolean } }
rows:
  - { when: { n: { above: 1, upTo: 3 }, role: chair }, then: { share: 2/3, allowed: true } }
  - { when: { n: [4, 5] }, then: { allowed: false } }
`;

function bound(text: string, ...overlays: string[]) {
  const packs = [text, ...overlays].map((content, index) =>
    readPack(
      [
        {
          file: 'qingdan.yaml',
          text:
            index === 0
              ? MANIFEST
              : MANIFEST.replace('name: p', `name: q${String(index)}`) +
                'extends: [{ pack: p, version: ^1 }]\n',
        },
        { file: 'a.yaml', text: content },
      ],
      'sha256:0',
    ),
  );
  const { value, diagnostics } = bindPacks(packs.map((pack) => pack.value));
  expect([...packs.flatMap((pack) => pack.diagnostics), ...diagnostics]).toEqual([]);
  return value;
}

function itemOf(text: string): Item {
  return bound(`${BASE}---\n${text}`).items[0]![0]!;
}

function conditionOf(condition: string): Condition {
  const item = itemOf(
    `kind: Prohibition\nid: p.x\n${T}\nappliesTo: payment\nviolatedWhen: ${condition}`,
  );
  if (item.kind !== 'Prohibition') throw new Error(item.kind);
  return item.violatedWhen;
}

describe('bindPacks', () => {
  it('gives records their fields by slot', () => {
    const record = bound(BASE).records.get('payment')!;
    expect(record).toMatchObject({ governingDate: 1, register: false, shared: false });
    expect(record.fields.field('amount')).toMatchObject({
      type: { kind: 'money', min: 0 },
      privacy: 'public',
      unit: { zh: '元' },
    });
    expect(record.fields.field('paidOn')?.privacy).toBe('personal');
    expect(bound(BASE).records.get('person')).toMatchObject({ register: true, shared: true });
  });

  it('lets a value without an end hold until the next begins', () => {
    const [declaration] = bound(BASE).parameters.get('limit')!;
    expect(declaration?.values).toMatchObject([
      { interval: { from: dayOf(2020, 5, 1), until: dayOf(2024, 1, 1) }, value: 100050 },
      { interval: { from: dayOf(2024, 1, 1), until: undefined }, value: undefined, unset: true },
      { interval: { from: undefined, until: dayOf(2019, 1, 1) }, value: 300000, unset: false },
    ]);
  });

  it('takes an output that a row does not name as none', () => {
    const [table] = bound(BASE).tables.get('shares')!;
    expect(table?.rows.map(({ when, then }) => [[...when], [...then]])).toEqual([
      [
        [
          ['n', { kind: 'bounds', above: 1, upTo: 3 }],
          ['role', { kind: 'values', values: ['chair'] }],
        ],
        [
          ['share', fraction(2n, 3n)],
          ['allowed', true],
        ],
      ],
      [
        [['n', { kind: 'values', values: [4, 5] }]],
        [
          ['allowed', false],
          ['share', NONE],
        ],
      ],
    ]);
  });

  it('follows refs to fields and to derived facts', () => {
    expect(conditionOf('{ fact: handler.birthDate, operator: present }')).toMatchObject({
      kind: 'compare',
      left: {
        kind: 'fact',
        type: { kind: 'date' },
        path: {
          root: { kind: 'record' },
          text: 'handler.birthDate',
          steps: [
            { kind: 'field', name: 'handler', slot: 2 },
            { kind: 'follow', to: 'person' },
            { kind: 'field', name: 'birthDate', slot: 0 },
          ],
        },
      },
    });
    expect(conditionOf('{ fact: handler.adult, operator: equal, value: true }')).toMatchObject({
      left: {
        type: { kind: 'boolean' },
        path: {
          steps: [{ kind: 'field' }, { kind: 'follow' }, { kind: 'definition', id: 'p.is-adult' }],
        },
      },
      right: { kind: 'literal', value: true },
    });
  });

  it('numbers aliases by depth, the record that holds a list before its elements', () => {
    const condition = conditionOf(
      `{ some: { in: approvals, as: a, where:
      { some: { in: { each: approvals, of: payment, as: p }, where:
        { fact: it.person, operator: equal, value: { fact: a.person } } } } } }`,
    );
    expect(condition).toMatchObject({
      kind: 'quantified',
      quantifier: 'some',
      source: {
        in: { kind: 'list', list: { text: 'approvals' } },
        alias: { name: 'a', slot: 0 },
        where: {
          source: {
            in: {
              kind: 'each',
              record: 'payment',
              list: [{ kind: 'field', name: 'approvals', slot: 3 }],
              recordAlias: { name: 'p', slot: 1 },
            },
            alias: { name: 'it', slot: 2 },
            where: {
              left: { path: { root: { kind: 'alias', name: 'it', slot: 2 } } },
              right: { path: { root: { kind: 'alias', name: 'a', slot: 0 } } },
            },
          },
        },
      },
    });
  });

  it('binds what matches, and the window in words', () => {
    expect(
      conditionOf(`{ sum: { of: amount, in: payment, as: e, match: [handler], others: true,
        within: 30 days before paidOn, across: organisations },
        operator: greaterThan, value: { parameter: limit } }`),
    ).toMatchObject({
      left: {
        kind: 'aggregate',
        name: 'sum',
        type: { kind: 'money' },
        of: { root: { kind: 'alias', name: 'e', slot: 0 }, steps: [{ name: 'amount' }] },
        source: {
          in: { kind: 'records', record: 'payment' },
          match: [{ element: { root: { kind: 'alias' } }, own: { root: { kind: 'record' } } }],
          within: {
            kind: 'length',
            direction: 'before',
            length: { kind: 'literal', value: new Duration(30, 'days') },
            anchor: { kind: 'fact', path: { text: 'paidOn' } },
          },
          others: true,
          across: true,
        },
      },
      right: { kind: 'parameter', id: 'limit', type: { kind: 'money' } },
    });
  });

  it('keeps what the author said of clauses and branches', () => {
    const condition = conditionOf(`
  any:
    - { fact: amount, operator: greaterThan, value: 5, id: large, says: { zh: 大额, en: large },
        nature: suspicion, severity: critical, remedy: { zh: 退, en: return } }
    - { fact: handler, operator: absent }`);
    expect(condition).toMatchObject({
      kind: 'any',
      of: [
        {
          id: 'large',
          says: { zh: '大额' },
          branch: { nature: 'suspicion', severity: 'critical', remedy: { en: 'return' } },
          right: { value: 500 },
        },
        { kind: 'compare', operator: 'absent' },
      ],
    });
    expect(condition).not.toHaveProperty('of.1.branch');
    expect(placeOf(condition.span)).toMatch(/^a\.yaml:\d+:3$/);
  });

  it('has defaults for what a prohibition does not say', () => {
    expect(
      itemOf(`kind: Prohibition\nid: p.x\n${T}\nappliesTo: { each: organisation, per: quarter }
violatedWhen: { fact: date, operator: lessThan, value: { fact: period.until } }`),
    ).toMatchObject({
      severity: 'serious',
      nature: 'violation',
      revision: 1,
      effective: { from: undefined, until: undefined },
      appliesTo: { kind: 'periods', per: 'quarter', record: 'organisation-quarter' },
      also: [],
      accountable: [],
    });
  });

  it('binds a duty against what its power governs, on the basis of the power', () => {
    const { items } = bound(`${BASE}---
kind: Instrument
id: LAW
${T}
level: CN
confidence: verified
---
kind: Body
id: board
${T}
---
kind: Power
id: p.pay
${T}
holders: [board]
capacities: [collective]
governs: { record: payment }
basis: [{ instrument: LAW, article: "5", confidence: verified }]
measure: amount
authority:
  - { upTo: { parameter: limit }, approvedBy: [chair] }
  - { above: { parameter: limit }, body: board }
noProcedure: { reason: { zh: 无, en: none } }
---
kind: Responsibility
id: p.pay.report
power: p.pay
role: chair
duty: { zh: 报告, en: report }
fulfilledWhen: { fact: paidOn, operator: lessThan, value: { fact: duty.due } }
due: { within: 10 workdays of paidOn }
guards: [p.x*]
`);
    const [power, duty] = items.flat();
    expect(power).toMatchObject({
      kind: 'Power',
      severity: 'minor',
      measure: { kind: 'fact', type: { kind: 'money' } },
      authority: [
        { upTo: { kind: 'parameter' }, approvedBy: ['chair'], bodies: [] },
        { above: { kind: 'parameter' }, approvedBy: [], bodies: ['board'] },
      ],
      noProcedure: { en: 'none' },
    });
    expect(duty).toMatchObject({
      kind: 'Responsibility',
      title: { en: 'report' },
      severity: 'minor',
      basis: [{ instrument: 'LAW', article: '5' }],
      fulfilledWhen: { right: { path: { root: { kind: 'due' } } } },
      due: { within: { value: new Duration(10, 'workdays') }, of: { path: { text: 'paidOn' } } },
      guards: ['p.x*'],
    });
  });

  it('keeps revisions in the order of time', () => {
    const condition = (revision: number, from: string): string =>
      `---\nkind: Condition\nid: c\nrevision: ${String(revision)}\neffective: { from: ${from} }\nrecord: payment\nis: { fact: amount, operator: present }\n`;
    const { conditions } = bound(BASE + condition(2, '2026-01-01') + condition(1, '2020-01-01'));
    expect(conditions.get('c')?.map(({ revision }) => revision)).toEqual([1, 2]);
  });

  it('puts the settings of other packs behind the declaration', () => {
    const prohibition = `---\nkind: Prohibition\nid: p.x\n${T}\nappliesTo: payment\nviolatedWhen: { fact: amount, operator: absent }\n`;
    const library = bound(
      BASE + prohibition,
      'kind: Parameter\nid: limit\nvalues: [{ value: 500 }]\n---\nkind: Prohibition\nid: p.x\nalsoViolatedWhen: { fact: amount, operator: greaterThan, value: 5, nature: violation }\n',
    );
    expect(library.parameters.get('limit')).toMatchObject([
      { pack: 'p', declares: true },
      {
        pack: 'q1',
        declares: false,
        type: { kind: 'money' },
        values: [{ value: 50000, pack: 'q1' }],
      },
    ]);
    expect(library.overlays).toMatchObject([
      {
        kind: 'Prohibition',
        id: 'p.x',
        pack: 'q1',
        alsoViolatedWhen: { kind: 'compare', branch: { nature: 'violation' } },
      },
    ]);
    expect(library.packs.get('q1')?.digest).toBe('sha256:0');
  });
});

describe('the packs of this repository', () => {
  const policies = fileURLToPath(new URL('../../../../policies/', import.meta.url));
  const names = readdirSync(policies, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

  it('bind without a fault', () => {
    const packs = names.map((name) =>
      readPack(
        readdirSync(`${policies}${name}`, { recursive: true, encoding: 'utf8' })
          .filter((file) => file.endsWith('.yaml'))
          .map((file) => ({
            file: `${name}/${file}`,
            text: readFileSync(`${policies}${name}/${file}`, 'utf8'),
          })),
      ),
    );
    const { value, diagnostics } = bindPacks(packs.map((pack) => pack.value));
    const faults = [...packs.flatMap((pack) => pack.diagnostics), ...diagnostics].map((fault) => {
      const { message, code, file, range } = renderDiagnostic(fault, 'en');
      return `${file ?? ''}:${String(range?.start.line)} ${code} ${message}`;
    });
    expect(faults).toEqual([]);
    expect(value.records.get('expenditure')?.governingDate).toBeDefined();
  }, 60_000);
});
