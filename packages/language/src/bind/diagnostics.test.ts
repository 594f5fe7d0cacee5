import { type Diagnostic, renderDiagnostic } from '@qingdan/core';
import { describe, expect, it } from 'vitest';
import { readPack } from '../read/read-pack.js';
import { bindPacks } from './bind-packs.js';

const manifest = (name: string, more = ''): string =>
  `name: ${name}\nversion: 1.0.0\ntitle: { zh: 包, en: pack }\njurisdiction: CN\n${more}`;

const L = 'label: { zh: 名, en: name }';
const T = 'title: { zh: 名, en: name }';

/** What the cases refer to. */
const BASE = `
kind: Record
id: payment
${L}
governingDate: paidOn
decision: decision
fields:
  amount: { type: money, min: 0, ${L} }
  paidOn: { type: date, ${L} }
  method: { type: enum, values: { cash: { zh: 现金, en: cash }, bank: { zh: 转账, en: bank } }, ${L} }
  purpose: { type: text, ${L} }
  urgent: { type: boolean, ${L} }
  handler: { type: person, ${L} }
  payee: { type: struct, ${L}, fields: { id: { type: text, ${L} }, who: { type: person, ${L} } } }
  approvals: { type: list, ${L}, fields: { person: { type: person, ${L} }, post: { type: role, ${L} } } }
  matters: { type: list, items: { type: enum, values: payment.method }, ${L} }
  term: { type: period, ${L} }
  days: { type: integer, ${L} }
  meeting: { type: list, items: { type: text }, ${L} }
  decision: { type: ref, to: meeting, ${L} }
---
kind: Record
id: meeting
${L}
governingDate: heldOn
fields:
  heldOn: { type: date, ${L} }
  matter: { type: enum, values: { loan: { zh: 借款, en: loan } }, ${L} }
---
kind: Record
id: person
${L}
shared: true
fields: { birthDate: { type: date, ${L} }, days: { type: text, ${L} } }
---
kind: Record
id: kinship
${L}
shared: true
fields:
  a: { type: person, ${L} }
  b: { type: person, ${L} }
  relation: { type: text, ${L} }
---
kind: Relations
id: kinship
record: kinship
relations: { spouse: { ${L}, inverse: spouse } }
sets: { near: { ${L}, includes: [spouse] } }
---
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
kind: Role
id: chair
${T}
body: board
---
kind: Parameter
id: cash.limit
${L}
type: money
tighten: lower
values: [{ value: 1000 }]
---
kind: Parameter
id: terms
${L}
type: set
items: { type: text }
tighten: superset
values: [{ value: [a] }]
---
kind: Table
id: shares
${L}
inputs: { matter: { type: enum, values: meeting.matter } }
outputs: { share: { type: ratio } }
rows: [{ when: { matter: loan }, then: { share: 2/3 } }]
---
kind: Condition
id: big
record: payment
is: { fact: amount, operator: greaterThan, value: 5 }
---
kind: Condition
id: soon
record: meeting
is: { fact: heldOn, operator: present }
`;

interface Pack {
  readonly name: string;
  readonly text: string;
  readonly extends?: string;
}

/** Words of English in a Chinese message, beside what is quoted. */
function englishIn(item: Diagnostic): readonly string[] {
  const { message, help } = renderDiagnostic(item, 'zh');
  const said = `${message}\n${help}`.replace(/`[^`]*`/g, '`').replace(/（[\w.-]+）/g, '');
  return said.match(/[a-z]+(?: +[a-z]+)+/gi) ?? [];
}

/** Binds packs and gives the names of what is wrong with the text that each points to, as far as the next blank. */
function faultsOf(...packs: readonly Pack[]): string[] {
  const texts = packs.map(({ name, text, extends: extensions = '' }) =>
    readPack([
      { file: `${name}/qingdan.yaml`, text: manifest(name, extensions) },
      ...(text === '' ? [] : [{ file: `${name}/a.yaml`, text }]),
    ]),
  );
  const bound = bindPacks(texts.map(({ value }) => value));
  const found = [...texts.flatMap(({ diagnostics }) => diagnostics), ...bound.diagnostics];
  expect(found.flatMap(englishIn)).toEqual([]);
  return found.map(({ name, span, params }) => {
    const nearest = /`(.*)`/.exec(params.nearest ?? '')?.[1];
    const rest = span === undefined ? '' : span.source.text.slice(span.start);
    const there = /^[^\s,:}\]]*/.exec(rest)?.[0] ?? '';
    return `${name} at ${there}${nearest === undefined ? '' : `, meaning ${nearest}`}`;
  });
}

const prohibition = (condition: string, more = ''): string =>
  `${BASE}---\nkind: Prohibition\nid: p.x\n${T}\nappliesTo: payment\n${more}violatedWhen: ${condition}\n`;

const ofCondition = (condition: string): string[] =>
  faultsOf({ name: 'p', text: prohibition(condition) });

const ofDocument = (text: string): string[] => faultsOf({ name: 'p', text: `${BASE}---\n${text}` });

describe('in a condition', () => {
  const cases: [sentence: string, condition: string, faults: string[]][] = [
    ['a comparison is bound', '{ fact: amount, operator: greaterThan, value: 1000 }', []],
    [
      'a misspelt fact names the nearest',
      '{ fact: amuont, operator: equal, value: 1 }',
      ['unknown-fact at amuont, meaning amount'],
    ],
    [
      'a misspelt field of a struct too',
      '{ fact: payee.hwo, operator: present }',
      ['unknown-fact at payee.hwo, meaning who'],
    ],
    ['a ref is followed', '{ fact: decision.matter, operator: equal, value: loan }', []],
    [
      'a misspelt fact behind a ref',
      '{ fact: decision.mater, operator: present }',
      ['unknown-fact at decision.mater, meaning matter'],
    ],
    [
      'the id of a ref is a text',
      '{ fact: handler.id, operator: equal, value: { fact: payee.id } }',
      [],
    ],
    [
      'a person is compared with an id',
      '{ fact: handler, operator: equal, value: { fact: payee.id } }',
      [],
    ],
    [
      'the organisation is known',
      '{ fact: organisation, operator: equal, value: { fact: record.organisation } }',
      [],
    ],
    [
      'the clock is known',
      '{ fact: run.date, operator: greaterThan, value: { fact: paidOn } }',
      [],
    ],
    [
      'only the date of the run',
      '{ fact: run.time, operator: present }',
      ['unknown-fact at run.time'],
    ],
    [
      'no due date outside a duty',
      '{ fact: duty.due, operator: present }',
      ['unknown-fact at duty.due'],
    ],
    ['the ends of a period', '{ fact: term.until, operator: lessThan, value: 2026-01-01 }', []],
    [
      'no other part of a period',
      '{ fact: term.to, operator: present }',
      ['unknown-fact at term.to'],
    ],
    [
      'no path through a list',
      '{ fact: approvals.person, operator: present }',
      ['path-through-list at approvals.person'],
    ],
    ['no whole struct', '{ fact: payee, operator: present }', ['wrong-type-here at payee']],
    [
      'no whole record',
      '{ fact: decision.id.x, operator: present }',
      ['unknown-fact at decision.id.x'],
    ],
    [
      'a literal of the enum',
      '{ fact: method, operator: equal, value: cahs }',
      ['not-a-literal at cahs, meaning cash'],
    ],
    [
      'a list of literals',
      '{ fact: method, operator: in, value: [cash, bnak] }',
      ['not-a-literal at bnak, meaning bank'],
    ],
    [
      'no single literal for a list',
      '{ fact: method, operator: in, value: cash }',
      ['not-a-literal at cash'],
    ],
    [
      'no number for a text',
      '{ fact: purpose, operator: equal, value: 5 }',
      ['not-a-literal at 5'],
    ],
    [
      'no fraction of a fen',
      '{ fact: amount, operator: equal, value: 0.001 }',
      ['not-a-literal at 0.001'],
    ],
    [
      'nothing below the least of a field',
      '{ fact: amount, operator: equal, value: -1 }',
      ['literal-out-of-range at -1'],
    ],
    ['a quoted literal', '{ fact: purpose, operator: equal, value: { value: x } }', []],
    [
      'money is not a number',
      '{ fact: amount, operator: equal, value: { fact: days } }',
      ['type-mismatch at equal'],
    ],
    [
      'no order of truth values',
      '{ fact: urgent, operator: lessThan, value: true }',
      ['type-mismatch at lessThan'],
    ],
    [
      'no equality of lists',
      '{ fact: matters, operator: equal, value: [cash] }',
      ['type-mismatch at equal'],
    ],
    [
      'another enum',
      '{ fact: method, operator: equal, value: { fact: decision.matter } }',
      ['type-mismatch at equal'],
    ],
    [
      'an enum is no text',
      '{ fact: method, operator: startsWith, value: c }',
      ['type-mismatch at startsWith'],
    ],
    ['lists overlap', '{ fact: matters, operator: overlaps, value: [cash] }', []],
    ['a list contains', '{ fact: matters, operator: contains, value: { fact: method } }', []],
    [
      'a date contains nothing',
      '{ fact: paidOn, operator: contains, value: 2026-01-01 }',
      ['type-mismatch at contains'],
    ],
    ['a period covers a day', '{ fact: term, operator: covers, value: { fact: paidOn } }', []],
    [
      'a period covers a period',
      '{ fact: term, operator: covers, value: { from: 2026-01-01, until: 2026-02-01 } }',
      [],
    ],
    [
      'periods overlap',
      '{ fact: term, operator: overlapsPeriod, value: { fact: paidOn } }',
      ['type-mismatch at overlapsPeriod'],
    ],
    [
      'a text mentions terms',
      '{ fact: purpose, operator: mentions, value: { parameter: terms } }',
      [],
    ],
    ['a text mentions a word', '{ fact: purpose, operator: mentions, value: x }', []],
    [
      'a role that is not there',
      '{ some: { in: approvals, as: a, where: { fact: a.post, operator: equal, value: chiar } } }',
      ['unknown-reference at chiar, meaning chair'],
    ],
    [
      'a misspelt operator',
      '{ fact: amount, operator: equals, value: 1 }',
      ['bad-value at equals'],
    ],
    [
      'a misspelt form',
      '{ fcat: amount, operator: equal, value: 1 }',
      ['unknown-key at fcat, meaning fact'],
    ],
    ['no right side', '{ fact: amount, operator: equal }', ['missing-key at equal']],
    [
      'a right side too many',
      '{ fact: amount, operator: present, value: 1 }',
      ['unknown-key at value'],
    ],
    ['an empty group', '{ all: [] }', ['empty-group at [']],
    ['an empty group inside', '{ not: { any: [] } }', ['empty-group at [']],
    [
      'branches say how grave they are',
      '{ any: [{ fact: urgent, operator: equal, value: true, nature: suspicion }] }',
      [],
    ],
    [
      'other clauses do not',
      '{ all: [{ fact: urgent, operator: equal, value: true, nature: suspicion }] }',
      ['unknown-key at nature'],
    ],
    [
      'nor branches further in',
      '{ any: [{ any: [{ fact: urgent, operator: present, severity: minor }] }] }',
      ['unknown-key at severity'],
    ],
    [
      'a basis of a branch that is not there',
      '{ any: [{ fact: urgent, operator: present, basis: [{ instrument: LAV, confidence: verified }] }] }',
      ['unknown-reference at LAV, meaning LAW'],
    ],
    ['a named condition', '{ condition: big }', []],
    ['one that is not there', '{ condition: bgi }', ['unknown-reference at bgi, meaning big']],
    ['one of another kind', '{ condition: soon }', ['wrong-type-here at soon']],
    [
      'a parameter that is not there',
      '{ fact: amount, operator: equal, value: { parameter: cash.limt } }',
      ['unknown-reference at cash.limt, meaning cash.limit'],
    ],
    [
      'a set of relations that is not there',
      '{ kin: { of: handler, with: payee.who, relations: naer } }',
      ['unknown-reference at naer, meaning near'],
    ],
    [
      'kin of what is no person',
      '{ kin: { of: handler, with: amount, relations: near } }',
      ['wrong-type-here at amount'],
    ],
    [
      'a path of links',
      '{ path: { from: handler, to: payee.who, through: [{ kin: near }, { in: kinship, from: a, to: b }], max: 3 } }',
      [],
    ],
    [
      'a path without links',
      '{ path: { from: handler, to: payee.who, through: [], max: 3 } }',
      ['empty-group at ['],
    ],
    ['an outlier', '{ outlier: { value: amount, of: amount, in: payment, above: 3 } }', []],
    [
      'an outlier among what is not comparable',
      '{ outlier: { value: amount, of: days, in: payment, above: 3 } }',
      ['type-mismatch at {'],
    ],
  ];
  it.each(cases)('%s', (_, condition, faults) => {
    expect(ofCondition(condition)).toEqual(faults);
  });
});

describe('in a source', () => {
  const cases: [sentence: string, source: string, faults: string[]][] = [
    [
      'records of a kind',
      '{ in: meeting, as: m, where: { fact: m.heldOn, operator: lessThan, value: { fact: paidOn } } }',
      [],
    ],
    [
      'a list of the record',
      '{ in: approvals, where: { fact: it.person, operator: equal, value: { fact: handler } } }',
      [],
    ],
    ['plain items', '{ in: matters, as: m, where: { fact: m, operator: equal, value: cash } }', []],
    [
      'lists inside other records',
      '{ in: { each: approvals, of: payment, as: p }, as: a, where: { fact: a.person, operator: equal, value: { fact: p.handler } } }',
      [],
    ],
    [
      'no list inside them',
      '{ in: { each: amount, of: payment, as: p } }',
      ['wrong-type-here at amount'],
    ],
    ['a name that is both list and kind', '{ in: meeting }', ['ambiguous-name at meeting']],
    ['the list by its full name', '{ in: record.meeting }', []],
    ['what is no list', '{ in: amount }', ['wrong-type-here at amount']],
    ['what is not there', '{ in: apprvals }', ['unknown-reference at apprvals, meaning approvals']],
    [
      'an outer name is seen inside',
      '{ in: approvals, as: a, where: { some: { in: kinship, as: k, where: { fact: k.a, operator: equal, value: { fact: a.person } } } } }',
      [],
    ],
    ['a name that is reserved', '{ in: approvals, as: record }', ['bad-value at record']],
    ['what matches', '{ in: payment, match: [payee.id, method] }', []],
    [
      'a match that is not there',
      '{ in: payment, match: [paye.id] }',
      ['unknown-fact at paye.id, meaning payee', 'unknown-fact at paye.id, meaning payee'],
    ],
    ['a match of other types', '{ in: person, match: [days] }', ['type-mismatch at days']],
    ['a window before', '{ in: payment, within: 30 days before paidOn }', []],
    [
      'a window of the same quarter',
      '{ in: payment, within: same quarter as paidOn until paidOn }',
      [],
    ],
    ['a window key by key', '{ in: payment, within: { by: 3 days, around: paidOn } }', []],
    ['a window of a period', '{ in: payment, within: { overlaps: term } }', []],
    [
      'a window that reads like none',
      '{ in: payment, within: since 2020 }',
      ['bad-value at since'],
    ],
    [
      'a window of a wrong length',
      '{ in: payment, within: 30 moons before paidOn }',
      ['not-a-literal at 30'],
    ],
    [
      'a window from what is no date',
      '{ in: payment, within: 30 days before amount }',
      ['wrong-type-here at 30'],
    ],
    [
      'a window over a register',
      '{ in: person, within: 30 days before paidOn }',
      ['wrong-type-here at 30'],
    ],
    [
      'a window over a list',
      '{ in: approvals, within: 30 days before paidOn }',
      ['wrong-type-here at 30'],
    ],
    [
      'a window without a direction',
      '{ in: payment, within: { by: 3 days } }',
      ['missing-key at {'],
    ],
    [
      'a window with two',
      '{ in: payment, within: { by: 3 days, before: paidOn, after: paidOn } }',
      ['unknown-key at after'],
    ],
  ];
  // `meeting` is both a list and a kind of `payment`, except where that is the point.
  it.each(cases)('%s', (sentence, source, faults) => {
    const text = prohibition(`{ some: ${source} }`);
    const only = sentence.startsWith('records') ? text.replace(/ {2}meeting: .*\n/, '') : text;
    expect(faultsOf({ name: 'p', text: only })).toEqual(faults);
  });

  it('every makes a claim', () => {
    expect(ofCondition('{ every: { in: approvals } }')).toEqual(['missing-key at {']);
  });
});

describe('in a value form', () => {
  const cases: [sentence: string, form: string, value: string, faults: string[]][] = [
    ['a count is an integer', 'count: { in: payment }', '3', []],
    [
      'a sum of money is money',
      'sum: { of: amount, in: payment }',
      '{ parameter: cash.limit }',
      [],
    ],
    ['a sum of texts', 'sum: { of: purpose, in: payment }', '1', ['wrong-type-here at purpose']],
    ['the element by its name', 'sum: { of: p.amount, in: payment, as: p }', '1', []],
    ['a plain element by its name', 'countDistinct: { of: it, in: matters }', '1', []],
    ['the latest date', 'max: { of: paidOn, in: payment }', '2026-01-01', []],
    ['a lookup', 'lookup: { of: method, in: payment, latest: paidOn }', 'cash', []],
    [
      'a lookup by what has no order',
      'lookup: { of: method, in: payment, latest: handler }',
      'cash',
      ['wrong-type-here at handler'],
    ],
    [
      'a lookup both ways',
      'lookup: { of: method, in: payment, latest: paidOn, earliest: paidOn }',
      'cash',
      ['unknown-key at earliest'],
    ],
    ['a ratio of money', 'ratio: [amount, { parameter: cash.limit }]', '2/3', []],
    ['money a head is money', 'ratio: [amount, days]', '{ fact: amount }', []],
    ['a number by money', 'ratio: [days, amount]', '1', ['type-mismatch at [days']],
    ['a share of money is money', 'product: [1/2, amount]', '{ fact: amount }', []],
    ['money by money', 'product: [amount, amount]', '1', ['type-mismatch at [amount']],
    ['money less money', 'difference: [amount, 100.50]', '{ fact: amount }', []],
    [
      'dates are not subtracted',
      'difference: [paidOn, decision.heldOn]',
      '1',
      ['wrong-type-here at paidOn', 'wrong-type-here at decision.heldOn'],
    ],
    ['two values', 'difference: [amount]', '1', ['wrong-shape at [amount']],
    ['days', 'days: { from: decision.heldOn, to: paidOn }', '5', []],
    [
      'days of what is no date',
      'days: { from: amount, to: paidOn }',
      '5',
      ['wrong-type-here at amount'],
    ],
    ['an age', 'age: { of: handler.birthDate, on: paidOn }', '18', []],
    ['a shift', 'shift: { date: paidOn, by: 20 years, backwards: true }', '2026-01-01', []],
    [
      'a shift by a parameter of another type',
      'shift: { date: paidOn, by: { parameter: cash.limit } }',
      '2026-01-01',
      ['wrong-type-here at {'],
    ],
    ['a part', 'part: { of: paidOn, unit: year }', '2026', []],
    ['a table', 'table: shares, inputs: { matter: loan }, output: share', '1/2', []],
    [
      'an input of another type',
      'table: shares, inputs: { matter: { fact: method } }, output: share',
      '1/2',
      ['wrong-type-here at {'],
    ],
    [
      'an input that is not there',
      'table: shares, inputs: { mater: loan }, output: share',
      '1/2',
      ['unknown-key at mater, meaning matter'],
    ],
    [
      'an output that is not there',
      'table: shares, inputs: { matter: loan }, output: shaer',
      '1/2',
      ['unknown-reference at shaer, meaning share'],
    ],
  ];
  it.each(cases)('%s', (_, form, value, faults) => {
    expect(ofCondition(`{ ${form}, operator: equal, value: ${value} }`)).toEqual(faults);
  });

  it('a set difference is a list', () => {
    const removed = '{ collect: { of: method, in: payment } }';
    const list = `{ without: [matters, ${removed}], operator: contains, value: cash }`;
    expect(ofCondition(list)).toEqual([]);
  });
});

describe('in a document', () => {
  const record = (fields: string, more = ''): string =>
    `kind: Record\nid: r\n${L}\n${more}fields: { ${fields} }\n`;
  const cases: [sentence: string, text: string, faults: string[]][] = [
    ['an id twice', `kind: Body\nid: board\n${T}`, ['duplicate-id at board']],
    [
      'an id of another pack',
      `kind: Prohibition\nid: q.x\n${T}\nappliesTo: payment\nviolatedWhen: { condition: big }`,
      ['foreign-id at q.x'],
    ],
    [
      'a revision twice',
      `kind: Condition\nid: big\nrecord: payment\nis: { fact: urgent, operator: present }`,
      ['duplicate-id at big'],
    ],
    [
      'a later revision',
      `kind: Condition\nid: big\nrevision: 2\nrecord: payment\nis: { fact: urgent, operator: present }`,
      [],
    ],
    [
      'a second Relations',
      'kind: Relations\nid: other\nrecord: kinship\nrelations: {}\nsets: {}',
      ['duplicate-id at other'],
    ],
    [
      'a set of relations that are not there',
      'kind: Relations\nid: kinship\nrecord: kinship\nrelations: {}\nsets: {}',
      ['duplicate-id at kinship'],
    ],
    [
      'a ref to what is not there',
      record(`a: { type: ref, to: paymnet, ${L} }`),
      ['unknown-reference at paymnet, meaning payment'],
    ],
    ['a ref to nothing', record(`a: { type: ref, ${L} }`), ['missing-key at {']],
    [
      'a key of another type',
      record(`a: { type: money, to: payment, ${L} }`),
      ['unknown-key at to'],
    ],
    [
      'a bound that is none',
      record(`a: { type: money, min: low, ${L} }`),
      ['not-a-literal at low'],
    ],
    [
      'values that are not there',
      record(`a: { type: enum, values: payment.mode, ${L} }`),
      ['unknown-reference at payment.mode'],
    ],
    [
      'values in a circle',
      record(`a: { type: enum, values: r.b, ${L} }, b: { type: enum, values: r.a, ${L} }`),
      ['cyclic-definition at r.b', 'cyclic-definition at r.a'],
    ],
    [
      'values through a struct in a list',
      record(
        `a: { type: list, ${L}, fields: { b: { type: enum, values: payment.matters, ${L} } } }, c: { type: enum, values: r.a.b, ${L} }`,
      ),
      [],
    ],
    ['an enum without values', record(`a: { type: enum, values: {}, ${L} }`), ['wrong-shape at {']],
    [
      'a list of lists',
      record(`a: { type: list, items: { type: list, items: { type: text } }, ${L} }`),
      ['wrong-type-here at {'],
    ],
    ['a name with a dot', record(`a.b: { type: text, ${L} }`), ['bad-value at a.b']],
    ['a name that every record has', record(`id: { type: text, ${L} }`), ['duplicate-id at id']],
    [
      'a governing date that is not there',
      record(`on: { type: date, ${L} }`, 'governingDate: no\n'),
      ['unknown-fact at no, meaning on'],
    ],
    [
      'a governing date that is none',
      record(`a: { type: text, ${L} }`, 'governingDate: a\n'),
      ['wrong-type-here at a'],
    ],
    [
      'an unknown role',
      record(`a: { type: text, ${L} }`, 'keptBy: chiar\n'),
      ['unknown-reference at chiar, meaning chair'],
    ],
    [
      'a value of another type',
      `kind: Parameter\nid: n\n${L}\ntype: integer\ntighten: none\nvalues: [{ value: 1.5 }]`,
      ['not-a-literal at 1.5'],
    ],
    [
      'a value that is unset',
      `kind: Parameter\nid: n\n${L}\ntype: integer\ntighten: none\nvalues: [{ value: unset }]`,
      [],
    ],
    [
      'a cell of another type',
      `kind: Table\nid: t\n${L}\ninputs: { n: { type: integer } }\noutputs: { o: { type: boolean } }\nrows: [{ when: { n: { upTo: x } }, then: { o: true } }]`,
      ['not-a-literal at x'],
    ],
    [
      'bounds of what has no order',
      `kind: Table\nid: t\n${L}\ninputs: { n: { type: body } }\noutputs: { o: { type: boolean } }\nrows: [{ when: { n: { upTo: board } }, then: { o: true } }]`,
      ['wrong-type-here at {'],
    ],
    [
      'a column that is not there',
      `kind: Table\nid: t\n${L}\ninputs: { n: { type: body } }\noutputs: { o: { type: boolean } }\nrows: [{ when: { m: board }, then: { o: true } }]`,
      ['unknown-key at m, meaning n'],
    ],
    [
      'a derived fact',
      `kind: Definition\nid: p.d\nrecord: payment\nfact: late\ntype: boolean\n${L}\nwhen: { fact: record.late, operator: equal, value: true }`,
      ['cyclic-definition at p.d'],
    ],
    [
      'a derived fact that is a field',
      `kind: Definition\nid: p.d\nrecord: payment\nfact: amount\ntype: boolean\n${L}\nwhen: { condition: big }`,
      ['duplicate-id at amount'],
    ],
    [
      'a derived fact of another type',
      `kind: Definition\nid: p.d\nrecord: payment\nfact: late\ntype: money\n${L}\nvalue: { count: { in: payment } }`,
      ['wrong-type-here at {'],
    ],
    [
      'a condition for what is no boolean',
      `kind: Definition\nid: p.d\nrecord: payment\nfact: late\ntype: money\n${L}\nwhen: { condition: big }`,
      ['wrong-type-here at {'],
    ],
    [
      'neither condition nor value',
      `kind: Definition\nid: p.d\nrecord: payment\nfact: late\ntype: money\n${L}`,
      ['missing-key at kind'],
    ],
    [
      'conditions in a circle',
      'kind: Condition\nid: a\nrecord: payment\nis: { condition: b }\n---\nkind: Condition\nid: b\nrecord: payment\nis: { not: { condition: a } }',
      ['cyclic-definition at a'],
    ],
    [
      'an instrument that is not there',
      `kind: Prohibition\nid: p.x\n${T}\nbasis: [{ instrument: LWA, confidence: verified }]\nappliesTo: payment\nviolatedWhen: { condition: big }`,
      ['unknown-reference at LWA, meaning LAW'],
    ],
    [
      'a period of an organisation',
      `kind: Prohibition\nid: p.x\n${T}\nappliesTo: { each: organisation, per: quarter }\nviolatedWhen: { none: { in: payment, within: { overlaps: period }, where: { fact: it.organisation, operator: equal, value: { fact: organisation } } } }`,
      [],
    ],
  ];
  it.each(cases)('%s', (_, text, faults) => {
    expect(ofDocument(text)).toEqual(faults);
  });
});

describe('in a power and its duties', () => {
  const power = (more: string): string =>
    `kind: Power\nid: p.pay\n${T}\nholders: [board]\ncapacities: [collective]\ngoverns: { record: payment }\n${more}`;
  const duty = (more: string): string =>
    `${power('')}---\nkind: Responsibility\nid: p.pay.d\npower: p.pay\nrole: chair\nduty: { zh: 公开, en: disclose }\n${more}`;
  const cases: [sentence: string, text: string, faults: string[]][] = [
    [
      'all of it',
      power(
        'measure: amount\nmatter: loan\nauthority:\n  - { upTo: { parameter: cash.limit }, approvedBy: [chair] }\n  - { above: 1000, body: board, when: { condition: big } }\ndisclosure: { what: { zh: 账, en: books }, within: 5 days of paidOn }\n',
      ),
      [],
    ],
    [
      'a holder that is not there',
      power('').replace('[board]', '[boadr]'),
      ['unknown-reference at boadr, meaning board'],
    ],
    [
      'bounds without a measure',
      power('authority: [{ upTo: 5, approvedBy: chair }]\n'),
      ['missing-key at 5'],
    ],
    [
      'a bound of another type',
      power('measure: amount\nauthority: [{ upTo: { fact: days }, approvedBy: chair }]\n'),
      ['wrong-type-here at {'],
    ],
    ['a measure without order', power('measure: urgent\n'), ['wrong-type-here at urgent']],
    ['a matter that is none', power('matter: laon\n'), ['not-a-literal at laon, meaning loan']],
    [
      'a deadline from nowhere',
      power('disclosure: { what: { zh: 账, en: books }, within: 5 days }\n'),
      ['missing-key at 5'],
    ],
    [
      'a duty',
      duty(
        'fulfilledWhen: { fact: paidOn, operator: lessThanInclusive, value: { fact: duty.due } }\ndue: { within: 5 days, of: paidOn }\n',
      ),
      [],
    ],
    [
      'no due date that is not given',
      duty('fulfilledWhen: { fact: duty.due, operator: present }\n'),
      ['unknown-fact at duty.due'],
    ],
    [
      'a power that is not there',
      duty('fulfilledWhen: { condition: big }\n').replace('power: p.pay', 'power: p.pya'),
      ['unknown-reference at p.pya, meaning p.pay'],
    ],
  ];
  it.each(cases)('%s', (_, text, faults) => {
    expect(ofDocument(text)).toEqual(faults);
  });
});

describe('between packs', () => {
  const p = { name: 'p', text: prohibition('{ condition: big }') };
  const over = (text: string): Pack => ({
    name: 'q',
    text,
    extends: 'extends: [{ pack: p, version: ^1 }]\n',
  });
  const cases: [sentence: string, packs: Pack[], faults: string[]][] = [
    [
      'an overlay sets a value',
      [p, over('kind: Parameter\nid: cash.limit\nvalues: [{ value: 500 }]')],
      [],
    ],
    [
      'an overlay changes a type',
      [p, over('kind: Parameter\nid: cash.limit\ntype: money\nvalues: [{ value: 500 }]')],
      ['overlay-key at type'],
    ],
    [
      'an overlay adds a branch',
      [
        p,
        over(
          'kind: Prohibition\nid: p.x\nalsoViolatedWhen: { fact: urgent, operator: equal, value: true }',
        ),
      ],
      [],
    ],
    [
      'an overlay says how grave its branch is',
      [
        p,
        over(
          'kind: Prohibition\nid: p.x\nalsoViolatedWhen: { fact: urgent, operator: equal, value: true, nature: violation, severity: minor }',
        ),
      ],
      [],
    ],
    [
      'the basis of what an overlay adds is the overlay’s',
      [
        p,
        over(
          'kind: Prohibition\nid: p.x\nalsoViolatedWhen: { fact: urgent, operator: present, basis: [{ instrument: LAW, confidence: verified }] }',
        ),
      ],
      ['unknown-key at basis'],
    ],
    [
      'an overlay rewrites a condition',
      [
        p,
        over(
          'kind: Prohibition\nid: p.x\nviolatedWhen: { fact: urgent, operator: equal, value: true }',
        ),
      ],
      ['overlay-key at violatedWhen'],
    ],
    [
      'an overlay adds a field that is seen',
      [
        p,
        over(
          `kind: Record\nid: payment\nfields: { extra1: { type: text, ${L} } }\n---\nkind: Prohibition\nid: q.x\n${T}\nappliesTo: payment\nviolatedWhen: { fact: extra1, operator: absent }`,
        ),
      ],
      [],
    ],
    [
      'an overlay takes a field',
      [p, over(`kind: Record\nid: payment\nfields: { amount: { type: text, ${L} } }`)],
      ['duplicate-id at amount'],
    ],
    [
      'an overlay twice',
      [
        p,
        over(
          'kind: Parameter\nid: cash.limit\nvalues: [{ value: 500 }]\n---\nkind: Parameter\nid: cash.limit\nvalues: [{ value: 400 }]',
        ),
      ],
      ['duplicate-id at cash.limit'],
    ],
    [
      'a role is declared anew',
      [p, over(`kind: Role\nid: chair\n${T}`)],
      ['duplicate-id at chair'],
    ],
    [
      'a pack does not see what it does not extend',
      [p, { name: 'q', text: 'kind: Condition\nid: c\nrecord: payment\nis: { condition: big }' }],
      ['unknown-reference at payment'],
    ],
    [
      'a pack that is not there',
      [
        { ...p, extends: 'extends: [{ pack: natoinal, version: ^1 }]\n' },
        { name: 'national', text: '' },
      ],
      ['unknown-pack at natoinal, meaning national'],
    ],
    [
      'a version that does not fit',
      [p, { ...over(''), extends: 'extends: [{ pack: p, version: ^2 }]\n' }],
      ['pack-version at p'],
    ],
    [
      'packs in a circle',
      [{ ...p, extends: 'extends: [{ pack: q, version: ^1 }]\n' }, over('')],
      ['pack-cycle at p'],
    ],
    [
      'a role of higher rank in an inherited body',
      [p, over(`kind: Role\nid: helper\n${T}\nbody: board\nrank: 99\n`)],
      ['foreign-rank at 99'],
    ],
    [
      'a role without rank in an inherited body',
      [p, over(`kind: Role\nid: helper\n${T}\nbody: board\n`)],
      [],
    ],
    [
      'a role with rank in a body of its own',
      [p, over(`kind: Body\nid: b\n${T}\n---\nkind: Role\nid: helper\n${T}\nbody: b\nrank: 9\n`)],
      [],
    ],
    ['a pack twice', [p, p], ['duplicate-pack at name']],
    [
      'a waiver of what is not there',
      [
        {
          ...p,
          extends:
            'waivers: [{ item: p.y, document: d, approver: { jurisdiction: CN, name: n }, reason: { zh: z, en: e } }]\n',
        },
      ],
      ['unknown-reference at {, meaning p.x'],
    ],
  ];
  it.each(cases)('%s', (_, packs, faults) => {
    expect(faultsOf(...packs)).toEqual(faults);
    expect(faultsOf(...[...packs].reverse())).toEqual(faults);
  });

  it('does not call unknown what may stand in a part that could not be read', () => {
    const text = `${prohibition('{ condition: elsewhere }')}---\nkind: [\n`;
    expect(faultsOf({ name: 'p', text })).toEqual(['yaml-syntax at ']);
    const misnamed = text.replace('kind: [', 'kind: Conditoin\nid: elsewhere');
    expect(faultsOf({ name: 'p', text: misnamed })).toEqual([
      'unknown-kind at Conditoin, meaning Condition',
    ]);
  });
});
