import {
  addExact,
  ALWAYS,
  type Condition,
  createCalendar,
  dayOf,
  type Day,
  Duration,
  type Expression,
  type Field,
  fraction,
  type Interval,
  type Item,
  NONE,
  type Operator,
  OPERATORS,
  isUnary,
  type Parameter,
  type ParameterValue,
  type Path,
  type PathStep,
  Period,
  type Policy,
  type Power,
  type Prohibition,
  Range,
  type RecordNode,
  type RecordSource,
  type RecordType,
  type Responsibility,
  SourceText,
  type Span,
  StructType,
  type Type,
  type Value,
} from '@qingdan/core';
import { describe, expect, it } from 'vitest';
import { judgeByReference } from '../reference/judge.js';
import { Books } from '../world/books.js';
import { MemoryRecords } from '../world/memory.js';
import type { World } from '../world/world.js';
import { createJsonRulesEvaluator } from './evaluator.js';
import { Facts } from './facts.js';
import { lowerCondition } from './lower.js';
import { rulesOf } from './rulebook.js';

// --- A small policy, made by hand -----------------------------------------------------------------------------------

const span: Span = { source: new SourceText('policy.yaml', 'policy'), start: 0, end: 6 };
const text = { zh: '文', en: 'text' };

function kindOf(
  id: string,
  types: Readonly<Record<string, Type>>,
  more: { governingDate?: string; approvals?: string; decision?: string; holder?: string } = {},
): RecordType {
  const fields = new StructType(
    Object.entries(types).map(([name, type]): Field => ({
      name,
      type,
      label: text,
      privacy: 'public',
    })),
  );
  const slots = Object.entries(more).map(([role, name]) => [role, fields.slotOf(name)!] as const);
  return {
    id,
    label: text,
    fields,
    register: more.governingDate === undefined,
    shared: false,
    ...Object.fromEntries(slots),
  };
}

const money: Type = { kind: 'money', min: 0 };
const date: Type = { kind: 'date' };
const plain: Type = { kind: 'text' };
const person: Type = { kind: 'person', to: 'person' };
const approval = new StructType(
  Object.entries<Type>({ person, role: plain, decision: plain, on: date }).map(
    ([name, type]): Field => ({ name, type, label: text, privacy: 'public' }),
  ),
);

const payment = kindOf(
  'payment',
  {
    paidOn: date,
    amount: money,
    limit: money,
    method: plain,
    share: { kind: 'ratio' },
    payee: person,
    handler: person,
    urgent: { kind: 'boolean' },
    tags: { kind: 'set', items: plain },
    parts: { kind: 'list', items: money },
    term: { kind: 'period' },
    wait: { kind: 'duration' },
    meeting: { kind: 'ref', to: 'meeting' },
    approvals: { kind: 'list', items: { kind: 'struct', struct: approval } },
    by: { kind: 'body' },
  },
  { governingDate: 'paidOn', approvals: 'approvals', decision: 'meeting', holder: 'by' },
);
const meeting = kindOf(
  'meeting',
  { heldOn: date, body: plain, matter: plain, votes: { kind: 'integer' } },
  { governingDate: 'heldOn' },
);
const kinship = kindOf('kinship', { a: person, b: person, relation: plain });
const officer = kindOf('officer', { person, post: plain, term: { kind: 'period' } });
const KINDS = new Map([payment, meeting, kinship, officer].map((kind) => [kind.id, kind]));

function recordOf(
  kind: RecordType,
  id: string,
  values: Readonly<Record<string, Value>>,
): RecordNode {
  const slots = kind.fields.names().map((name) => values[name]);
  return { record: kind, id, organisation: 'V1', fields: { type: kind.fields, values: slots } };
}

// --- Conditions, in few words ---------------------------------------------------------------------------------------

function pathOf(root: Path['root'], kind: RecordType | undefined, written: string): Path {
  let at = kind;
  let type: Type = date;
  const steps: PathStep[] = [];
  for (const name of written === '' ? [] : written.split('.')) {
    const slot = at?.fields.slotOf(name);
    if (slot === undefined) steps.push({ kind: 'definition', id: `${at?.id ?? ''}.${name}` });
    else {
      steps.push({ kind: 'field', name, slot });
      type = at?.fields.fields[slot]?.type ?? type;
      at = type.kind === 'ref' ? KINDS.get(type.to) : undefined;
      if (type.kind === 'ref' && !written.endsWith(name))
        steps.push({ kind: 'follow', to: type.to });
    }
  }
  return { root, steps, type, text: written, span };
}

const at = (written: string) => pathOf({ kind: 'record' }, payment, written);
const fact = (written: string): Expression => expr({ kind: 'fact', path: at(written) });
const ofElement = (kind: RecordType | undefined, written: string, slot = 0): Path =>
  pathOf({ kind: 'alias', name: 'e', slot }, kind, written);
const element = (kind: RecordType | undefined, written: string, slot = 0): Expression =>
  expr({ kind: 'fact', path: ofElement(kind, written, slot) });
const literal = (value: Value): Expression => expr({ kind: 'literal', value });
const parameter = (id: string): Expression => expr({ kind: 'parameter', id });
type Bare<T> = T extends unknown ? Omit<T, 'span' | 'type'> : never;
function expr(bare: Bare<Expression>): Expression {
  return { ...bare, span, type: money };
}

function is(left: Expression, operator: Operator, right?: Expression): Condition {
  return { kind: 'compare', operator, left, span, ...(right === undefined ? {} : { right }) };
}
const all = (...of: Condition[]): Condition => ({ kind: 'all', of, span });
const any = (...of: Condition[]): Condition => ({ kind: 'any', of, span });
const not = (of: Condition): Condition => ({ kind: 'not', of, span });

function source(
  into: RecordSource['in'],
  more: Partial<RecordSource> = {},
  slot = 0,
): RecordSource {
  return {
    in: into,
    alias: { name: 'e', slot },
    match: [],
    others: false,
    across: false,
    span,
    ...more,
  };
}
const records = (record: string): RecordSource['in'] => ({ kind: 'records', record });
const listOf = (written: string): RecordSource['in'] => ({ kind: 'list', list: at(written) });
const QUANTIFIERS = ['some', 'every', 'none', 'exists'] as const;
function quantified(quantifier: (typeof QUANTIFIERS)[number], from: RecordSource): Condition {
  return { kind: 'quantified', quantifier, source: from, span };
}
const kin = (of: string, other: string, relations = 'close'): Condition => ({
  kind: 'kin',
  of: fact(of),
  with: fact(other),
  relations,
  span,
});
function path(from: string, to: string, max: number, relations = 'close'): Condition {
  const paid = source(records('payment'), {
    where: is(element(payment, 'amount'), 'greaterThan', literal(100)),
  });
  const link = (name: string) => ofElement(payment, name);
  return {
    kind: 'path',
    from: fact(from),
    to: fact(to),
    through: [
      { kind: 'record', source: paid, from: link('handler'), to: link('payee') },
      { kind: 'kin', relations },
    ],
    max,
    span,
  };
}
function outlier(above: Value): Condition {
  const of = ofElement(payment, 'amount');
  return {
    kind: 'outlier',
    value: fact('amount'),
    of,
    source: source(records('payment')),
    above: literal(above),
    span,
  };
}

// --- The law, with a change on 1 June 2025 --------------------------------------------------------------------------

const CHANGE = dayOf(2025, 6, 1);
const before: Interval = { from: undefined, until: CHANGE };
const after: Interval = { from: CHANGE, until: undefined };
const dated = (id: string, revision = 1, effective = ALWAYS) => ({
  id,
  revision,
  effective,
  pack: 'village',
  span,
});
const base = (id: string, revision = 1, effective = ALWAYS) => ({
  ...dated(id, revision, effective),
  title: text,
  basis: [],
  severity: 'minor' as const,
  nature: 'violation' as const,
});

function prohibition(violatedWhen: Condition, more: Partial<Prohibition> = {}): Prohibition {
  return {
    kind: 'Prohibition',
    ...base('village.p'),
    appliesTo: { kind: 'records', record: 'payment' },
    violatedWhen,
    also: [],
    accountable: [],
    ...more,
  };
}
function power(id: string, more: Partial<Power> = {}): Power {
  return {
    kind: 'Power',
    ...base(id),
    holders: ['committee'],
    capacities: ['collective'],
    governs: { record: 'payment' },
    authority: [],
    alsoApprovedBy: [],
    risks: [],
    prohibits: [],
    guards: [],
    ...more,
  };
}
function duty(fulfilledWhen: Condition, more: Partial<Responsibility> = {}): Responsibility {
  return {
    kind: 'Responsibility',
    ...base('village.d'),
    power: 'village.pay',
    role: 'accountant',
    duty: text,
    fulfilledWhen,
    guards: [],
    ...more,
  };
}

function policyOf(...items: (readonly Item[])[]): Policy {
  const value = (interval: Interval, amount: Value): ParameterValue => ({
    interval,
    value: amount,
    unset: amount === undefined,
    basis: [],
    pack: 'village',
    span,
  });
  const role = (id: string, rank: number) =>
    [id, { id, title: text, body: 'committee', rank, span }] as const;
  return {
    packs: [],
    subject: 'village',
    coversFrom: dayOf(2020, 1, 1),
    instruments: new Map(),
    records: KINDS,
    parameters: new Map(
      [
        { id: 'limit', values: [value(before, 500), value(after, 1000)] },
        { id: 'unset', values: [value(ALWAYS, undefined)] },
      ].map(({ id, values }): [string, Parameter] => [
        id,
        { id, label: text, type: money, tighten: 'lower', values, pack: 'village', span },
      ]),
    ),
    tables: new Map(),
    procedures: new Map(),
    definitions: new Map([
      [
        'meeting.passed',
        [
          {
            ...dated('meeting.passed'),
            record: 'meeting',
            fact: 'passed',
            type: { kind: 'boolean' },
            label: text,
            basis: [],
            is: {
              kind: 'condition',
              condition: is(
                expr({ kind: 'fact', path: pathOf({ kind: 'record' }, meeting, 'votes') }),
                'greaterThanInclusive',
                literal(3),
              ),
            },
          },
        ],
      ],
    ]),
    conditions: new Map([
      [
        'large',
        [
          {
            ...dated('large', 1, before),
            record: 'payment',
            is: is(fact('amount'), 'greaterThan', literal(300)),
          },
          {
            ...dated('large', 2, after),
            record: 'payment',
            is: not(is(fact('amount'), 'lessThanInclusive', parameter('limit'))),
          },
        ],
      ],
      [
        'late',
        [
          {
            ...dated('late', 1, after),
            record: 'payment',
            is: any(is(fact('method'), 'equal', literal('cash'))),
          },
        ],
      ],
    ]),
    roles: new Map([role('director', 2), role('deputy', 1), role('secretary', 0)]),
    bodies: new Map(),
    relations: {
      record: 'kinship',
      relations: new Map([
        ['spouse', { label: text, inverse: 'spouse' }],
        ['parent', { label: text, inverse: 'child' }],
        ['child', { label: text, inverse: 'parent' }],
        ['neighbour', { label: text }],
      ]),
      sets: new Map([['close', { label: text, includes: ['spouse', 'parent'] }]]),
      span,
    },
    items,
    waivers: [],
  };
}

// --- Records and worlds ---------------------------------------------------------------------------------------------

const D = (month: number, day = 10): Day => dayOf(2025, month, day);
const MONTH = new Range(D(6, 1), D(6, 30));
const ACROSS = new Range(dayOf(2025, 1, 1), dayOf(2025, 12, 31));
const vote = (who: Value, role: Value, on: Value = D(3, 1), decision: Value = 'yes'): Value => ({
  type: approval,
  values: [who, role, decision, on],
});

const PAYMENTS: readonly Readonly<Record<string, Value>>[] = [
  {
    paidOn: D(3),
    amount: 800,
    limit: 500,
    method: 'cash',
    share: fraction(2n, 3n),
    payee: 'p1',
    handler: 'p2',
    urgent: true,
    tags: ['a', 'b'],
    parts: [1, 2],
    term: new Period(D(1), D(8)),
    wait: new Duration(5, 'days'),
    meeting: 'm1',
    approvals: [vote('p2', 'director'), vote('p3', 'secretary')],
    by: 'committee',
  },
  {
    paidOn: D(8),
    amount: 800,
    limit: new Range(700, 900),
    method: NONE,
    share: 1,
    payee: 'p2',
    handler: 'p2',
    urgent: false,
    tags: [],
    parts: [],
    term: new Period(D(2), NONE),
    wait: new Duration(5, 'months'),
    meeting: 'm2',
    approvals: [vote('p2', 'director', D(9))],
    by: 'assembly',
  },
  {
    paidOn: ACROSS,
    amount: 900,
    payee: 'p3',
    handler: 'p4',
    tags: ['a', undefined],
    parts: [3, undefined],
    meeting: NONE,
    approvals: [],
  },
  {
    paidOn: MONTH,
    amount: NONE,
    limit: NONE,
    method: 'transfer',
    payee: NONE,
    handler: 'p1',
    tags: NONE,
    meeting: 'nowhere',
    approvals: [vote(undefined, 'director')],
  },
  {
    paidOn: D(6, 1),
    amount: new Range(400, undefined),
    limit: 1000,
    payee: 'p4',
    handler: undefined,
    approvals: [vote('p3', 'deputy'), vote('p3', 'director')],
    by: NONE,
  },
  { amount: 5 },
  {},
  { paidOn: dayOf(2019, 5, 5), amount: 10_000, method: 'cash' },
];
const RECORDS = PAYMENTS.map((values, index) => recordOf(payment, `e${index}`, values));

const OTHERS = [
  recordOf(meeting, 'm1', { heldOn: D(2), body: 'assembly', matter: 'spending', votes: 5 }),
  recordOf(meeting, 'm2', { heldOn: D(9), body: 'assembly', matter: 'spending', votes: undefined }),
  recordOf(kinship, 'k1', { a: 'p1', b: 'p2', relation: 'spouse' }),
  recordOf(kinship, 'k2', { a: 'p4', b: 'p3', relation: 'child' }),
  recordOf(kinship, 'k3', { a: 'p1', b: 'p4', relation: 'neighbour' }),
  recordOf(officer, 'o1', {
    person: 'p2',
    post: 'director',
    term: new Period(dayOf(2024, 1, 1), NONE),
  }),
  recordOf(officer, 'o2', {
    person: 'p3',
    post: 'secretary',
    term: new Period(dayOf(2024, 1, 1), D(7)),
  }),
];
const UNCLEAR = [
  recordOf(kinship, 'k4', { a: 'p1', b: 'p3', relation: undefined }),
  recordOf(kinship, 'k5', { a: undefined, b: 'p2', relation: 'parent' }),
  recordOf(kinship, 'k6', { a: 'p2', b: 'p3', relation: NONE }),
];

function worldOf(others: readonly RecordNode[], closed: boolean): World {
  const books = closed ? [...KINDS.keys()].map((kind) => ({ kind })) : [];
  const clock = dayOf(2026, 1, 1);
  const calendar = createCalendar({
    digest: 'test',
    first: dayOf(2018, 1, 1),
    last: dayOf(2027, 1, 1),
    off: new Set(),
    working: new Set(),
  });
  return { records: new MemoryRecords(others, new Books(books), clock), clock, calendar };
}
const WORLDS = {
  'complete books': worldOf([...RECORDS, ...OTHERS], true),
  'open books': worldOf([...RECORDS, ...OTHERS], false),
  'unclear registers': worldOf([...RECORDS, ...OTHERS, ...UNCLEAR], true),
  'empty complete books': worldOf([], true),
  nothing: worldOf([], false),
};

async function expectAgreement(
  policy: Policy,
  asOf?: Day,
  worlds: Readonly<Record<string, World>> = WORLDS,
): Promise<Set<string>> {
  const { value, refused } = createJsonRulesEvaluator(policy);
  expect(refused).toEqual([]);
  const seen = new Set<string>();
  for (const [name, world] of Object.entries(worlds)) {
    for (const record of RECORDS) {
      const wanted = judgeByReference(policy, record, world, asOf);
      expect(await value!.judge(record, world, asOf), `${record.id} in ${name}`).toEqual(wanted);
      for (const { verdict } of wanted.judgements) seen.add(verdict);
    }
  }
  return seen;
}

// --- Tests ----------------------------------------------------------------------------------------------------------

const OPERANDS: readonly Expression[] = [
  ...[
    'amount',
    'limit',
    'method',
    'share',
    'payee',
    'urgent',
    'tags',
    'parts',
    'term',
    'wait',
    'paidOn',
  ].map(fact),
  literal(800),
  literal('cash'),
  literal(true),
  literal(['cash', 'a']),
  literal([800, undefined]),
  literal(NONE),
  literal(new Period(D(1), D(7))),
  literal(new Duration(5, 'days')),
  literal(D(3)),
  literal(undefined),
  parameter('limit'),
  parameter('unset'),
  expr({ kind: 'fact', path: pathOf({ kind: 'run' }, undefined, '') }),
];

describe('agreement with the reference', { timeout: 60_000 }, () => {
  for (const operator of OPERATORS) {
    it(`holds for ${operator}, plain and negated`, async () => {
      const comparisons = OPERANDS.flatMap((left) =>
        isUnary(operator)
          ? [is(left, operator)]
          : OPERANDS.filter((right) => right !== left).map((right) => is(left, operator, right)),
      );
      const items = comparisons.map((condition, index) => [
        prohibition(condition, { id: `village.p${String(index)}`, appliesWhen: not(condition) }),
      ]);
      await expectAgreement(policyOf(...items), undefined, { nothing: WORLDS.nothing });
    });
  }

  const cash = is(fact('method'), 'equal', literal('cash'));
  const big = is(fact('amount'), 'greaterThan', parameter('limit'));
  const large: Condition = { kind: 'named', name: 'large', span };
  const late: Condition = { kind: 'named', name: 'late', span };
  const isBig = is(element(undefined, ''), 'greaterThan', literal(1));
  const sameElement = is(element(payment, 'payee'), 'equal', fact('payee'));
  const FORMS: Readonly<Record<string, Condition>> = {
    'an all': all(cash, big),
    'an any': any(cash, big),
    'an empty all': all(),
    'an empty any': any(),
    'a not over groups': not(any(all(cash, not(big)), not(not(cash)))),
    'a named condition, revised': large,
    'a named condition with no revision in force, negated': not(any(late, all(large, late))),
    'a named condition that nobody wrote': { kind: 'named', name: 'nobody', span },
    'a path through a reference to a derived fact': is(
      fact('meeting.passed'),
      'equal',
      literal(true),
    ),
    kin: kin('payee', 'handler'),
    'not kin': not(kin('payee', 'handler')),
    'kin by an unknown set': kin('payee', 'handler', 'nowhere'),
    'a path of no link': path('payee', 'handler', 0),
    'a path of one link': path('handler', 'payee', 1),
    'a path of two links': path('payee', 'handler', 2),
    'a path of three links, negated': not(path('payee', 'handler', 3)),
    'a path by an unknown set': path('payee', 'payee', 3, 'nowhere'),
    'an outlier': outlier(1),
    'an outlier above none': outlier(NONE),
    'an outlier, negated': not(outlier(fraction(1n, 2n))),
    'a sum': is(
      expr({
        kind: 'aggregate',
        name: 'sum',
        source: source(records('payment'), {
          where: is(element(payment, 'amount'), 'lessThan', literal(900)),
        }),
        of: ofElement(payment, 'amount'),
      }),
      'greaterThan',
      fact('limit'),
    ),
    'a lookup': is(
      expr({ kind: 'lookup', source: source(records('meeting')), of: ofElement(meeting, 'votes') }),
      'greaterThan',
      literal(1),
    ),
    ...Object.fromEntries(QUANTIFIERS.flatMap((each) => Object.entries(quantifiedForms(each)))),
  };
  function quantifiedForms(quantifier: (typeof QUANTIFIERS)[number]): Record<string, Condition> {
    return {
      [`${quantifier} of a list`]: quantified(
        quantifier,
        source(listOf('parts'), { where: isBig }),
      ),
      [`not ${quantifier} of a list`]: not(
        quantified(quantifier, source(listOf('parts'), { where: isBig })),
      ),
      [`${quantifier} without where`]: quantified(quantifier, source(listOf('tags'))),
      [`${quantifier} of matching records in a window, others`]: quantified(
        quantifier,
        source(records('payment'), {
          match: [{ element: ofElement(payment, 'payee'), own: at('payee') }],
          within: {
            kind: 'length',
            direction: 'around',
            length: literal(new Duration(3, 'months')),
            anchor: fact('paidOn'),
          },
          where: is(element(payment, 'amount'), 'greaterThan', parameter('limit')),
          others: true,
        }),
      ),
      [`${quantifier} within some`]: quantified(
        'some',
        source(records('payment'), {
          where: all(
            sameElement,
            quantified(
              quantifier,
              source(
                records('kinship'),
                {
                  alias: { name: 'k', slot: 1 },
                  where: any(
                    is(element(kinship, 'a', 1), 'equal', element(payment, 'payee')),
                    not(is(element(kinship, 'b', 1), 'equal', fact('handler'))),
                    large,
                  ),
                },
                1,
              ),
            ),
          ),
        }),
      ),
    };
  }
  for (const [name, condition] of Object.entries(FORMS)) {
    it(`holds for ${name}`, async () => {
      await expectAgreement(policyOf([prohibition(condition)]));
      await expectAgreement(policyOf([prohibition(condition, { appliesWhen: cash })]));
      await expectAgreement(policyOf([prohibition(cash, { appliesWhen: condition })]), D(3));
    });
  }

  it('reaches every verdict over items, branches of overlays and revisions', async () => {
    const branch = (condition: Condition) => ({ condition, pack: 'village', basis: [] });
    const seen = await expectAgreement(
      policyOf(
        [
          prohibition(cash, { effective: { from: D(2), until: CHANGE }, also: [branch(big)] }),
          prohibition(big, { revision: 2, effective: { from: CHANGE, until: D(12) } }),
        ],
        [prohibition(large, { id: 'village.q', appliesWhen: cash })],
        [
          prohibition(cash, {
            id: 'village.r',
            appliesWhen: large,
            also: [branch(late), branch(big)],
          }),
        ],
      ),
    );
    expect([...seen].sort()).toEqual(['notApplicable', 'satisfied', 'undetermined', 'violated']);
  });

  it('holds for chains, up to their length and no further', async () => {
    const hop = (from: string, to: string) =>
      recordOf(payment, from, { paidOn: D(3), amount: 200, handler: from, payee: to });
    const chain = [hop('a', 'b'), hop('b', 'c'), hop('c', 'd'), hop('d', 'a')];
    const world = worldOf(chain, true);
    const ends = recordOf(payment, 'x', { paidOn: D(3), amount: 5, handler: 'a', payee: 'd' });
    for (const [max, verdict] of [
      ['satisfied'],
      ['satisfied'],
      ['satisfied'],
      ['violated'],
    ].entries()) {
      const policy = policyOf([prohibition(path('handler', 'payee', max))]);
      const { value } = createJsonRulesEvaluator(policy);
      const judged = await value!.judge(ends, world);
      expect(judged).toEqual(judgeByReference(policy, ends, world));
      expect(judged.judgements.map((each) => each.verdict)).toEqual(verdict);
    }
  });

  it('holds for powers: none exercised, the holder, the table of authority', async () => {
    const row = (more: Partial<Power['authority'][number]>) => ({
      approvedBy: [],
      bodies: [],
      span,
      ...more,
    });
    const authority = [
      row({ upTo: literal(500), approvedBy: ['director'] }),
      row({
        above: literal(500),
        below: literal(850),
        approvedBy: ['director', 'secretary'],
        dualPost: 'deputy',
      }),
      row({
        from: literal(850),
        bodies: ['assembly'],
        when: not(is(fact('urgent'), 'equal', literal(true))),
      }),
    ];
    const seen = await expectAgreement(
      policyOf(
        [
          power('village.pay', {
            governs: { record: 'payment', when: cash },
            measure: fact('amount'),
            matter: literal('spending'),
            authority,
          }),
        ],
        [
          power('village.lend', {
            governs: { record: 'payment', when: large },
            authority,
            effective: after,
          }),
        ],
        [
          power('village.any', {
            effective: before,
            measure: fact('amount'),
            authority,
            alsoApprovedBy: [{ role: 'deputy', pack: 'x' }],
          }),
          power('village.any', { effective: after, revision: 2 }),
        ],
      ),
    );
    expect(seen.size).toBe(4);
  });

  it('holds for duties, open, late and fulfilled', async () => {
    const due = { within: literal(new Duration(4, 'months')), of: fact('paidOn') };
    const clockWise = expr({ kind: 'fact', path: pathOf({ kind: 'due' }, undefined, '') });
    const seen = await expectAgreement(
      policyOf(
        [
          power('village.pay', {
            governs: { record: 'payment', when: large },
            effective: { from: D(2), until: undefined },
          }),
        ],
        [duty(cash, { due })],
        [duty(cash, { id: 'village.d2', appliesWhen: big })],
        [duty(is(clockWise, 'lessThan', literal(D(9))), { id: 'village.d3', due })],
        [
          duty(cash, {
            id: 'village.d4',
            due: { within: literal(new Duration(1, 'years')), of: fact('paidOn') },
          }),
        ],
        [duty(is(clockWise, 'lessThan', literal(D(9))), { id: 'village.d5' })],
      ),
    );
    expect(seen.size).toBe(4);
  });

  it('holds for random conditions', async () => {
    const seed = Number(process.env.QINGDAN_SEED ?? 20260301);
    const random = mulberry(seed);
    const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
    const leaves = Object.values(FORMS);
    const make = (depth: number): Condition => {
      const roll = random();
      if (depth === 0 || roll < 0.25) {
        if (random() < 0.3) return pick(leaves);
        const operator = pick(OPERATORS);
        return isUnary(operator)
          ? is(pick(OPERANDS), operator)
          : is(pick(OPERANDS), operator, pick(OPERANDS));
      }
      const parts = () => Array.from({ length: Math.floor(random() * 4) }, () => make(depth - 1));
      if (roll < 0.5) return all(...parts());
      if (roll < 0.75) return any(...parts());
      if (roll < 0.9) return not(make(depth - 1));
      return quantified(pick(QUANTIFIERS), source(listOf('parts'), { where: make(depth - 1) }));
    };
    for (let round = 0; round < 60; round += 1) {
      const policy = policyOf([prohibition(make(3), { appliesWhen: make(2) })]);
      await expectAgreement(policy, random() < 0.2 ? D(Math.ceil(random() * 12)) : undefined);
    }
  });
});

describe('the rules', () => {
  it('are plain rules of the library, two for a condition', () => {
    const facts = new Facts();
    const context = { policy: policyOf(), law: D(3), facts, lower: lowerCondition };
    const formula = lowerCondition(
      all(
        is(fact('method'), 'equal', literal('cash')),
        not(any(is(fact('amount'), 'lessThan', parameter('limit')), any())),
      ),
      context,
    );
    const rule = (mode: string, other: string) => ({
      name: `x#${mode}`,
      event: { type: `x#${mode}` },
      conditions: {
        all: [
          { fact: 'method', operator: `equal#${mode}`, value: 'cash' },
          {
            all: [
              {
                fact: 'amount',
                operator: `not:lessThan#${other}`,
                value: { fact: 'parameter limit' },
              },
              { all: [] },
            ],
          },
        ],
      },
    });
    expect(rulesOf(new Map([['x', formula]]))).toEqual([
      rule('certain', 'possible'),
      rule('possible', 'certain'),
    ]);
  });
});

describe('what it refuses and how it runs', () => {
  const named = (name: string): Condition => ({ kind: 'named', name, span });
  const withConditions = (conditions: Readonly<Record<string, Condition>>): Policy => ({
    ...policyOf([prohibition(named('a'))]),
    conditions: new Map(
      Object.entries(conditions).map(([name, condition]) => [
        name,
        [{ ...dated(name), record: 'payment', is: condition }],
      ]),
    ),
  });

  it('refuses a condition that names itself, with its place', () => {
    const { value, refused } = createJsonRulesEvaluator(
      withConditions({
        a: all(named('b')),
        b: quantified('some', source(listOf('parts'), { where: not(named('a')) })),
      }),
    );
    expect(value).toBeUndefined();
    expect(refused.map(({ construct }) => construct)).toEqual(['condition a']);
    expect(refused[0]?.span).toBe(span);
  });

  it('refuses conditions that double twenty times', () => {
    const names = Array.from({ length: 20 }, (_, index) => `c${String(index)}`);
    const doubling = Object.fromEntries(
      names.map((name, index) => {
        const next = named(names[index + 1] ?? 'end');
        return [name, all(next, next)];
      }),
    );
    const { refused } = createJsonRulesEvaluator(withConditions({ ...doubling, a: named('c0') }));
    expect(refused.length).toBeGreaterThan(0);
    expect(refused[0]?.reason).toContain('10000');
  });

  it('judges many records at once, although an engine runs one thing at a time', async () => {
    const policy = policyOf([
      prohibition(
        quantified(
          'some',
          source(records('payment'), {
            where: is(element(payment, 'amount'), 'greaterThan', literal(850)),
          }),
        ),
      ),
    ]);
    const { value } = createJsonRulesEvaluator(policy);
    const world = WORLDS['complete books'];
    const judged = await Promise.all(RECORDS.map((record) => value!.judge(record, world)));
    expect(judged).toEqual(RECORDS.map((record) => judgeByReference(policy, record, world)));
  });
});

function mulberry(seed: number): () => number {
  let state = seed;
  return () => {
    state = addExact(state, 0x6d2b79f5) as number;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
