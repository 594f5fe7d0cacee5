import {
  ALWAYS,
  type Condition,
  Duration,
  type Explanation,
  NONE,
  Period,
  parseDate,
  type RecordNode,
  type Value,
} from '@qingdan/core';
import { describe, expect, it } from 'vitest';
import { RecordChecker } from '../check/check.js';
import {
  all,
  any,
  approval,
  card,
  clock,
  count,
  definition,
  duty,
  element,
  elementPath,
  expression,
  fact,
  from,
  is,
  kin,
  literal,
  MEETING,
  not,
  OFFICER,
  on,
  parameter,
  parameterOf,
  pathOf,
  PAYMENT,
  payment,
  PERSON_REGISTER,
  policyOf,
  power,
  prohibition,
  quantified,
  recordOf,
  worldOf,
} from '../testing/build.js';

const DEFINITIONS = [
  definition(MEETING, 'passed', is(fact('votes', MEETING), 'greaterThanInclusive', literal(3))),
  definition(PAYMENT, 'isLarge', is(fact('amount'), 'greaterThan', fact('card.limit'))),
  definition(PERSON_REGISTER, 'isKnown', is(fact('birth', PERSON_REGISTER), 'present')),
];
const PARAMETERS = [
  parameterOf('limit', [[ALWAYS, 1000]]),
  parameterOf('unset', [[ALWAYS, undefined]]),
  parameterOf('later', [[{ from: on(2, 15), until: undefined }, 1000]]),
];

interface Asked {
  readonly record?: RecordNode;
  readonly records?: readonly RecordNode[];
  readonly books?: Parameters<typeof worldOf>[1];
}

function explained(
  condition: Condition,
  { record = payment(), records, books }: Asked,
): Explanation {
  const policy = policyOf({
    items: [prohibition(condition)],
    parameters: PARAMETERS,
    definitions: DEFINITIONS,
    conditions: { 'by-cash': is(fact('method'), 'equal', literal('cash')) },
  });
  const checker = new RecordChecker(policy);
  const world = worldOf(records, books);
  const judgement = checker.judge(record, world).judgements.find(({ item }) => item === 'p.rule')!;
  return checker.explain(judgement, record, world);
}

/** `fact` for what the record should carry, `fact <- needs` for what the run wants. */
function missingIn(condition: Condition, asked: Asked = {}): readonly string[] {
  const { verdict, missing } = explained(condition, asked);
  expect(verdict).toBe('undetermined');
  return missing.map(({ fact: name, needs }) =>
    needs === undefined ? name : `${name} <- ${needs}`,
  );
}

const meeting = (values: Readonly<Record<string, Value>>): RecordNode =>
  recordOf(MEETING, 'M1', {
    heldOn: on(1, 20),
    body: 'assembly',
    matter: 'pay',
    votes: 5,
    ...values,
  });
const isCash = is(fact('method'), 'equal', literal('cash'));
const is500 = is(fact('amount'), 'equal', literal(500));

describe('the facts that are missing', () => {
  it.each<[string, Condition, Asked, readonly string[]]>([
    ['a field of the record', isCash, { record: payment({ method: undefined }) }, ['method']],
    [
      'a field on either side',
      is(literal('P1'), 'equal', fact('payee')),
      { record: payment({ payee: undefined }) },
      ['payee'],
    ],
    [
      'two fields, in order of name and once each',
      any(isCash, is(fact('amount'), 'greaterThan', literal(900)), not(isCash)),
      { record: payment({ method: undefined, amount: undefined }) },
      ['amount', 'method'],
    ],
    [
      'not a field beside one that is known',
      all(is500, isCash),
      { record: payment({ method: undefined }) },
      ['method'],
    ],
    [
      'a period of which the end is not known',
      quantified(
        'exists',
        from(OFFICER, { where: is(element(OFFICER, 'term'), 'covers', fact('paidOn')) }),
      ),
      {
        records: [recordOf(OFFICER, 'O1', { person: 'P8', term: new Period(0, undefined) })],
        books: [OFFICER],
      },
      ['officer.term'],
    ],
    [
      'a field within a struct',
      is(fact('card.limit'), 'lessThan', literal(5)),
      { record: payment({ card: card({ number: '1' }) }) },
      ['card.limit'],
    ],
    [
      'a struct of which nothing is known',
      is(fact('card.limit'), 'lessThan', literal(5)),
      { record: payment({ card: undefined }) },
      ['card'],
    ],
    [
      'a date that is a month, where the day decides',
      is(fact('paidOn'), 'lessThan', literal(on(2, 15))),
      { record: payment({ paidOn: parseDate('2026-02') }) },
      ['paidOn'],
    ],
    [
      'the ref itself',
      is(fact('payee.name'), 'equal', literal('x')),
      { record: payment({ payee: undefined }) },
      ['payee'],
    ],
    [
      'the register, where the ref leads nowhere',
      is(fact('payee.name'), 'equal', literal('x')),
      {},
      ['person:P1 <- register person'],
    ],
    [
      'a field through a ref',
      is(fact('payee.name'), 'equal', literal('x')),
      { records: [recordOf(PERSON_REGISTER, 'P1', {})] },
      ['payee.name'],
    ],
    [
      'a field of the elements of a list',
      quantified(
        'some',
        from('approvals', { where: is(element('approval', 'role'), 'equal', literal('director')) }),
      ),
      { record: payment({ approvals: [approval({}), approval({ role: 'clerk' }), approval({})] }) },
      ['approvals.role'],
    ],
    [
      'a list that is not there',
      quantified('some', from('approvals')),
      { record: payment({ approvals: undefined }) },
      ['approvals'],
    ],
    [
      'a field of the elements that every one should have',
      quantified(
        'every',
        from('approvals', { where: is(element('approval', 'role'), 'equal', literal('director')) }),
      ),
      { record: payment({ approvals: [approval({})] }) },
      ['approvals.role'],
    ],
    [
      'a field of other records',
      quantified(
        'some',
        from(MEETING, { where: is(element(MEETING, 'votes'), 'equal', literal(9)) }),
      ),
      { records: [meeting({ votes: undefined })], books: [MEETING] },
      ['meeting.votes'],
    ],
    [
      'books of transactions that are open',
      quantified('some', from(MEETING)),
      {},
      ['meeting <- books meeting'],
    ],
    [
      'a register that is not whole',
      quantified('some', from(OFFICER)),
      {},
      ['officer <- register officer'],
    ],
    [
      'open books behind a number',
      is(count(from(MEETING)), 'lessThan', literal(2)),
      { records: [meeting({})] },
      ['meeting <- books meeting'],
    ],
    [
      'the organisation, where it is not known whose records count',
      quantified('some', from(MEETING)),
      { record: { ...payment(), organisation: undefined } },
      ['organisation'],
    ],
    [
      'the value that a record matches by',
      quantified(
        'some',
        from(PAYMENT, {
          others: true,
          match: [{ element: elementPath(PAYMENT, 'payee'), own: pathOf('payee') }],
        }),
      ),
      {
        record: payment({ payee: undefined }),
        records: [{ ...payment(), id: 'E-2' }],
        books: [PAYMENT],
      },
      ['payee'],
    ],
    [
      'a parameter that is unset',
      is(fact('amount'), 'greaterThan', parameter('unset')),
      {},
      ['unset <- parameter unset'],
    ],
    [
      'a parameter that is not yet in force',
      is(fact('amount'), 'greaterThan', parameter('later')),
      {},
      ['later <- parameter later'],
    ],
    [
      'the calendar, where it ends',
      is(
        expression({
          kind: 'shift',
          date: fact('paidOn'),
          by: literal(new Duration(300, 'workdays')),
          backwards: false,
        }),
        'lessThan',
        clock,
      ),
      {},
      ['calendar <- calendar'],
    ],
    [
      'the date, and not the calendar, where that is unknown',
      is(
        expression({
          kind: 'elapsed',
          name: 'days',
          from: fact('card.number'),
          to: fact('paidOn'),
        }),
        'lessThan',
        literal(5),
      ),
      { record: payment({ card: card({}) }) },
      ['card.number'],
    ],
    [
      'what a derived fact is made of',
      is(fact('isLarge'), 'equal', literal(true)),
      { record: payment({ card: card({ number: '1' }) }) },
      ['card.limit'],
    ],
    [
      'what a derived fact of another record is made of',
      is(fact('meeting.passed'), 'equal', literal(true)),
      { records: [meeting({ votes: undefined })] },
      ['meeting.votes'],
    ],
    [
      'the date of another record, where it is not known which law derives its fact',
      is(fact('meeting.passed'), 'equal', literal(true)),
      { records: [meeting({ heldOn: undefined })] },
      ['meeting.heldOn'],
    ],
    [
      'a field in a named condition',
      { kind: 'named', name: 'by-cash', span: isCash.span },
      { record: payment({ method: undefined }) },
      ['method'],
    ],
    [
      'the register of kinship',
      kin(fact('payee'), fact('handler')),
      {},
      ['kinship <- register kinship'],
    ],
    [
      'a person, before the register of kinship',
      kin(fact('payee'), fact('handler')),
      { record: payment({ handler: undefined }) },
      ['handler'],
    ],
  ])('are %s', (_, condition, asked, expected) => {
    expect(missingIn(condition, asked)).toEqual(expected);
  });

  it.each<[string, Condition, Asked]>([
    ['a value', isCash, {}],
    ['none', isCash, { record: payment({ method: NONE }) }],
    ['a register that is whole', quantified('some', from(OFFICER)), { books: [OFFICER] }],
    [
      'a range that decides',
      is(fact('paidOn'), 'lessThan', literal(on(3, 1))),
      { record: payment({ paidOn: parseDate('2026-02') }) },
    ],
  ])('are not %s', (_, condition, asked) => {
    const { verdict, missing } = explained(condition, asked);
    expect(verdict).not.toBe('undetermined');
    expect(missing).toEqual([]);
  });

  it('name the label and who keeps the record', () => {
    const { missing } = explained(isCash, { record: payment({ method: undefined }) });
    expect(missing).toEqual([
      {
        fact: 'method',
        scope: 'record',
        label: { zh: 'method', en: 'method' },
        holder: 'accountant',
      },
    ]);
  });

  it('read, through a ref, as of the record it leads to', () => {
    const { missing } = explained(is(fact('payee.name'), 'equal', literal('x')), {
      records: [recordOf(PERSON_REGISTER, 'P1', {})],
    });
    expect(missing[0]?.label).toEqual({ zh: 'payee的name', en: 'name of the payee' });
  });
});

describe('a governing date of month precision', () => {
  const policy = policyOf({
    items: [prohibition(is(fact('amount'), 'greaterThan', parameter('changing')))],
    parameters: [
      parameterOf('changing', [
        [{ from: undefined, until: on(2, 15) }, 400],
        [{ from: on(2, 15), until: undefined }, 1000],
      ]),
    ],
  });
  const checker = new RecordChecker(policy);
  const explain = (month: string): Explanation => {
    const record = payment({ paidOn: parseDate(month) });
    const [judgement] = checker.judge(record, worldOf()).judgements;
    return checker.explain(judgement!, record, worldOf());
  };

  it('is missing where the law changes within it', () => {
    const { verdict, missing } = explain('2026-02');
    expect(verdict).toBe('undetermined');
    expect(missing.map(({ fact: name, scope }) => [name, scope])).toEqual([['paidOn', 'record']]);
  });

  it.each([
    ['2026-01', 'violated'],
    ['2026-03', 'satisfied'],
  ])('decides where the law does not: %s is %s', (month, verdict) => {
    expect(explain(month).verdict).toBe(verdict);
  });

  it('that is unknown leaves every item undetermined for want of it', () => {
    const record = payment({ paidOn: undefined });
    const result = checker.check(record, worldOf());
    expect(result.outcome).toBe('undetermined');
    expect(result.findings.map(({ missing }) => missing.map(({ fact: name }) => name))).toEqual([
      ['paidOn'],
    ]);
  });
});

describe('what a power wants', () => {
  const row = { approvedBy: ['director'], bodies: [], span: isCash.span };
  const missingOf = (
    items: Parameters<typeof policyOf>[0]['items'],
    code: string,
    asked: Asked,
  ) => {
    const checker = new RecordChecker(policyOf({ items: items!, definitions: DEFINITIONS }));
    const record = asked.record ?? payment();
    const world = worldOf(asked.records, asked.books);
    const judgement = checker.judge(record, world).judgements.find((each) => each.code === code)!;
    expect(judgement.verdict).toBe('undetermined');
    return checker
      .explain(judgement, record, world)
      .missing.map(({ fact: name, needs }) => (needs === undefined ? name : `${name} <- ${needs}`));
  };
  const yes = approval({ person: 'P9', decision: 'yes', on: on(2, 1) });
  const officer = recordOf(OFFICER, 'O1', {
    person: 'P8',
    post: 'director',
    term: new Period(0, NONE),
  });

  it.each<[string, string, Parameters<typeof power>[0], Asked, readonly string[]]>([
    ['the body that acted', 'HOLDER', {}, { record: payment({ by: undefined }) }, ['by']],
    [
      'whether it is exercised',
      'NO_POWER',
      { governs: { record: 'payment', when: isCash } },
      { record: payment({ method: undefined }) },
      ['method'],
    ],
    [
      'the approvals',
      'AUTHORITY',
      { authority: [row] },
      { record: payment({ approvals: undefined }) },
      ['approvals'],
    ],
    [
      'a part of an approval',
      'AUTHORITY',
      { authority: [row] },
      {
        record: payment({ approvals: [approval({ person: 'P8', decision: 'yes' })] }),
        records: [officer],
        books: [OFFICER],
      },
      ['approvals.on'],
    ],
    [
      'the roster, where it is not whole',
      'AUTHORITY',
      { authority: [row] },
      { record: payment({ approvals: [yes] }), records: [officer] },
      ['officer <- register officer'],
    ],
    [
      'the measure that chooses the row',
      'AUTHORITY',
      {
        measure: fact('amount'),
        authority: [
          { ...row, upTo: literal(600) },
          { ...row, above: literal(600), approvedBy: ['deputy'] },
        ],
      },
      {
        record: payment({
          amount: undefined,
          approvals: [approval({ person: 'P8', decision: 'yes', on: on(2, 1) })],
        }),
        records: [
          recordOf(OFFICER, 'O2', { person: 'P7', post: 'deputy', term: new Period(0, NONE) }),
        ],
        books: [OFFICER],
      },
      ['amount'],
    ],
    [
      'the meeting that decided',
      'AUTHORITY',
      { authority: [{ ...row, approvedBy: [], bodies: ['assembly'] }] },
      { record: payment({ meeting: undefined }) },
      ['meeting'],
    ],
    [
      'the books of meetings',
      'AUTHORITY',
      { authority: [{ ...row, approvedBy: [], bodies: ['assembly'] }] },
      {},
      ['meeting:M1 <- books meeting'],
    ],
    [
      'which of several meetings of other organisations it was',
      'AUTHORITY',
      { authority: [{ ...row, approvedBy: [], bodies: ['assembly'] }] },
      {
        records: ['V2', 'V3'].map((organisation) => ({
          ...recordOf(MEETING, 'M1', {}),
          organisation,
        })),
      },
      ['meeting:M1 <- books meeting'],
    ],
    [
      'whether the meeting passed it',
      'AUTHORITY',
      { authority: [{ ...row, approvedBy: [], bodies: ['assembly'] }] },
      { records: [meeting({ votes: undefined })] },
      ['meeting.votes'],
    ],
  ])('is %s', (_, code, more, asked, expected) => {
    expect(missingOf([power(more)], code, asked)).toEqual(expected);
  });
});

describe('what a duty wants', () => {
  it('is the fact its due date counts from, and not the due date', () => {
    const checker = new RecordChecker(
      policyOf({
        items: [
          power(),
          duty(is(fact('purpose'), 'present'), {
            due: { within: literal(new Duration(5, 'days')), of: fact('card.number') },
          }),
        ],
      }),
    );
    const record = payment({ purpose: NONE, card: card({}) });
    const judgement = checker
      .judge(record, worldOf())
      .judgements.find(({ list }) => list === 'responsibility')!;
    expect(judgement.verdict).toBe('undetermined');
    const { missing } = checker.explain(judgement, record, worldOf());
    expect(missing.map(({ fact: name }) => name)).toEqual(['card.number']);
  });
});
