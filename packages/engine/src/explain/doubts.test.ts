import {
  type Condition,
  type Definition,
  type Doubt,
  type Explanation,
  type Expression,
  NONE,
  Period,
  type Power,
  type RecordNode,
  type RecordSource,
  type Value,
} from '@qingdan/core';
import { describe, expect, it } from 'vitest';
import { RecordChecker } from '../check/check.js';
import {
  all,
  any,
  approval,
  count,
  definition,
  duty,
  element,
  elementPath,
  expression,
  fact,
  factAt,
  from,
  is,
  kin,
  KINSHIP,
  literal,
  named,
  not,
  OFFICER,
  MEETING,
  on,
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

interface Asked {
  readonly record?: RecordNode;
  readonly records?: readonly RecordNode[];
  readonly books?: Parameters<typeof worldOf>[1];
  readonly definitions?: readonly Definition[];
}

function explained(
  condition: Condition,
  { record = payment(), records, books, definitions = [] }: Asked,
): Explanation {
  const checker = new RecordChecker(
    policyOf({
      items: [prohibition(condition)],
      definitions,
      conditions: { 'by-name': samePerson, 'some-approval': quantified('some', from('approvals')) },
    }),
  );
  const world = worldOf(records, books);
  const [judgement] = checker.judge(record, world).judgements;
  return checker.explain(judgement!, record, world);
}

const samePerson = is(fact('payee'), 'equal', literal('P1'));
const is500 = is(fact('amount'), 'equal', literal(500));
const isApprover = (other: string): Condition =>
  quantified(
    'some',
    from('approvals', { where: is(element('approval', 'person'), 'equal', literal(other)) }),
  );
const byName = payment({}, ['payee']);
const approvedBy = (...persons: readonly (readonly [string, boolean])[]): RecordNode =>
  payment({
    approvals: persons.map(([person, isByName]) =>
      approval({ person }, isByName ? ['person'] : []),
    ),
  });

describe('doubts', () => {
  it.each<[string, Condition, Asked, readonly Doubt[]]>([
    ['none of what is known by its id', samePerson, {}, []],
    ['a person found by name', samePerson, { record: byName }, ['by-name']],
    [
      'a person found by name, denied',
      not(is(fact('payee'), 'equal', literal('P9'))),
      { record: byName },
      ['by-name'],
    ],
    [
      'a person found by name, in a named condition',
      named('by-name'),
      { record: byName },
      ['by-name'],
    ],
    [
      'what lies behind a person found by name',
      is(fact('payee.name'), 'equal', literal('x')),
      { record: byName, records: [recordOf(PERSON_REGISTER, 'P1', { name: 'x' })] },
      ['by-name'],
    ],
    ['one part of all', all(is500, samePerson), { record: byName }, ['by-name']],
    ['not where one branch of any is free of them', any(samePerson, is500), { record: byName }, []],
    [
      'where the free branch is not true',
      any(samePerson, not(is500)),
      { record: byName },
      ['by-name'],
    ],
    [
      'the element of a list that decides',
      isApprover('P8'),
      { record: approvedBy(['P8', true]) },
      ['by-name'],
    ],
    [
      'not where another element decides as well',
      isApprover('P8'),
      { record: approvedBy(['P8', true], ['P8', false]) },
      [],
    ],
    [
      'an element that decides against none',
      not(
        quantified(
          'none',
          from('approvals', { where: is(element('approval', 'person'), 'equal', literal('P8')) }),
        ),
      ),
      { record: approvedBy(['P8', true]) },
      ['by-name'],
    ],
    [
      'any element that, being another, would turn some not found',
      not(isApprover('P9')),
      { record: approvedBy(['P8', false], ['P7', true]) },
      ['by-name'],
    ],
    [
      'any element that, being another, would turn none',
      quantified(
        'none',
        from('approvals', { where: is(element('approval', 'person'), 'equal', literal('P9')) }),
      ),
      { record: approvedBy(['P8', false], ['P7', true]) },
      ['by-name'],
    ],
    [
      'any element of every',
      quantified(
        'every',
        from('approvals', {
          where: is(element('approval', 'person'), 'in', literal(['P7', 'P8'])),
        }),
      ),
      { record: approvedBy(['P8', false], ['P7', true]) },
      ['by-name'],
    ],
    [
      'an element far down a list',
      quantified(
        'none',
        from('approvals', { where: is(element('approval', 'person'), 'equal', literal('P9')) }),
      ),
      {
        record: approvedBy(
          ...Array.from({ length: 9 }, (_, index) => [`Q${index}`, false] as const),
          ['P7', true],
        ),
      },
      ['by-name'],
    ],
    [
      'what other records are matched by',
      quantified(
        'exists',
        from(OFFICER, {
          match: [{ element: elementPath(OFFICER, 'person'), own: pathOf('payee') }],
        }),
      ),
      { record: byName, records: [recordOf(OFFICER, 'O1', { person: 'P1' })] },
      ['by-name'],
    ],
    [
      'what is matched by, of a number of records',
      is(
        expression({
          kind: 'aggregate',
          name: 'count',
          source: from(OFFICER, {
            match: [{ element: elementPath(OFFICER, 'person'), own: pathOf('payee') }],
          }),
        }),
        'greaterThanInclusive',
        literal(1),
      ),
      { record: byName, records: [recordOf(OFFICER, 'O1', { person: 'P1' })] },
      ['by-name'],
    ],
    [
      'what a shifted date, a part or a difference of lists stands on',
      is(
        expression({ kind: 'part', of: factAt(pathOf('payee.birth')), unit: 'year' }),
        'equal',
        literal(1990),
      ),
      {
        record: byName,
        records: [recordOf(PERSON_REGISTER, 'P1', { birth: on(5, 5, 1990) })],
      },
      ['by-name'],
    ],
  ])('are %s', (_, condition, asked, expected) => {
    const { verdict, doubts, nature } = explained(condition, asked);
    expect(verdict).toBe('violated');
    expect(doubts).toEqual(expected);
    expect(nature).toBe(expected.length === 0 ? 'violation' : 'suspicion');
  });

  it('of whether an item applies make a suspicion of it', () => {
    const checker = new RecordChecker(
      policyOf({ items: [prohibition(is500, { appliesWhen: samePerson })] }),
    );
    const result = checker.check(byName, worldOf());
    expect(result.outcome).toBe('suspicion');
    expect(result.findings[0]?.doubts).toEqual(['by-name']);
  });

  it('are not said of what is not violated', () => {
    expect(explained(not(samePerson), { record: byName })).toMatchObject({
      verdict: 'satisfied',
      doubts: [],
    });
  });
});

/** Every way in which a violation can rest on somebody found by name beside the facts of the record itself. */
describe('somebody found by name makes a suspicion', () => {
  const other = (id: string, values: Record<string, Value>, names: string[] = []): RecordNode =>
    recordOf(
      PAYMENT,
      id,
      { paidOn: on(2, 1), amount: 100, payee: 'P1', ...values },
      { byName: names },
    );
  const named5 = other('E-5', { payee: 'P5' }, ['payee']);
  const sure5 = other('E-6', { payee: 'P5' });
  const toP5 = from(PAYMENT, { where: is(element(PAYMENT, 'payee'), 'equal', literal('P5')) });
  const officer = (id: string, isNamed: boolean): RecordNode =>
    recordOf(
      OFFICER,
      id,
      { person: 'P1', post: 'director', term: new Period(on(1, 1), on(12, 31)) },
      { byName: isNamed ? ['person'] : [] },
    );
  const posts = from(OFFICER, {
    across: true,
    where: is(element(OFFICER, 'person'), 'equal', literal('P1')),
  });
  const holdsPost = quantified('exists', posts);
  const postOfP1 = (more: Partial<RecordSource> = {}): Expression =>
    expression({
      kind: 'lookup',
      source: from(OFFICER, more),
      of: elementPath(OFFICER, 'person'),
    });
  const approvals = PAYMENT.fields.slotOf('approvals')!;
  const eachApproval: RecordSource = {
    ...from(PAYMENT),
    in: {
      kind: 'each',
      record: 'payment',
      list: [{ kind: 'field', name: 'approvals', slot: approvals }],
      recordAlias: { name: 'r', slot: 0 },
    },
    alias: { name: 'e', slot: 1 },
    where: is(element('approval', 'person', 1), 'equal', literal('P5')),
  };
  const approved = (id: string, isNamed: boolean): RecordNode =>
    other(id, { approvals: [approval({ person: 'P5' }, isNamed ? ['person'] : [])] });
  const reach = (through: RecordSource): Condition => ({
    kind: 'path',
    from: fact('payee'),
    to: literal('P9'),
    through: [
      {
        kind: 'record',
        source: through,
        from: elementPath(PAYMENT, 'payee'),
        to: elementPath(PAYMENT, 'handler'),
      },
    ],
    max: 1,
    span: is500.span,
  });
  const chain = (names: string[]): RecordNode => other('E-7', { handler: 'P9' }, names);
  const isTrue = (name: string): Condition => is(fact(name), 'equal', literal(true));

  /** What violates, where nobody was found by name, and where somebody was. */
  it.each<[string, Condition, Asked, Asked]>([
    [
      'in a derived fact that is a condition',
      isTrue('to-p1'),
      { definitions: [definition(PAYMENT, 'to-p1', samePerson)] },
      { definitions: [definition(PAYMENT, 'to-p1', samePerson)], record: byName },
    ],
    [
      'in a derived fact that is a value',
      is(fact('to'), 'equal', literal('P1')),
      { definitions: [definition(PAYMENT, 'to', fact('payee'))] },
      { definitions: [definition(PAYMENT, 'to', fact('payee'))], record: byName },
    ],
    [
      'in a derived fact of a record that a reference leads to',
      isTrue('payee.in-post'),
      {
        definitions: [definition(PERSON_REGISTER, 'in-post', holdsPost)],
        records: [recordOf(PERSON_REGISTER, 'P1', {}), officer('O1', false)],
      },
      {
        definitions: [definition(PERSON_REGISTER, 'in-post', holdsPost)],
        records: [recordOf(PERSON_REGISTER, 'P1', {}), officer('O1', true)],
      },
    ],
    [
      'in a derived fact of an element',
      quantified(
        'some',
        from(PAYMENT, {
          where: is(element(PAYMENT, 'to'), 'equal', literal('P5')),
        }),
      ),
      { definitions: [definition(PAYMENT, 'to', fact('payee'))], records: [sure5] },
      { definitions: [definition(PAYMENT, 'to', fact('payee'))], records: [named5] },
    ],
    [
      'in what selects the members of a count',
      is(count(toP5), 'greaterThanInclusive', literal(1)),
      { records: [sure5] },
      { records: [named5] },
    ],
    [
      'in what selects the members of a sum',
      is(
        expression({
          kind: 'aggregate',
          name: 'sum',
          source: toP5,
          of: elementPath(PAYMENT, 'amount'),
        }),
        'greaterThan',
        literal(50),
      ),
      { records: [sure5] },
      { records: [named5] },
    ],
    [
      'in what selects the members of a collected set',
      is(
        expression({
          kind: 'aggregate',
          name: 'collect',
          source: toP5,
          of: elementPath(PAYMENT, 'amount'),
        }),
        'contains',
        literal(100),
      ),
      { records: [sure5], books: [PAYMENT] },
      { records: [named5], books: [PAYMENT] },
    ],
    [
      'in the values that a collected set is made of',
      is(
        expression({
          kind: 'aggregate',
          name: 'collect',
          source: from(PAYMENT),
          of: elementPath(PAYMENT, 'payee'),
        }),
        'contains',
        literal('P5'),
      ),
      { records: [sure5], books: [PAYMENT] },
      { records: [named5], books: [PAYMENT] },
    ],
    [
      'in how many different ones there are',
      is(
        expression({
          kind: 'aggregate',
          name: 'countDistinct',
          source: from(PAYMENT),
          of: elementPath(PAYMENT, 'payee'),
        }),
        'greaterThanInclusive',
        literal(2),
      ),
      { records: [sure5] },
      { records: [named5] },
    ],
    [
      'in what a lookup gives',
      is(postOfP1(), 'equal', literal('P1')),
      { records: [officer('O1', false)], books: [OFFICER] },
      { records: [officer('O1', true)], books: [OFFICER] },
    ],
    [
      'in what a lookup finds a record by',
      is(
        expression({ kind: 'lookup', source: posts, of: elementPath(OFFICER, 'post') }),
        'equal',
        literal('director'),
      ),
      { records: [officer('O1', false)], books: [OFFICER] },
      { records: [officer('O1', true)], books: [OFFICER] },
    ],
    [
      'in a list inside other records',
      quantified('some', eachApproval),
      { records: [approved('E-8', false)] },
      { records: [approved('E-8', true)] },
    ],
    [
      'in a number of members of lists inside other records',
      is(count(eachApproval), 'greaterThanInclusive', literal(1)),
      { records: [approved('E-8', false)] },
      { records: [approved('E-8', true)] },
    ],
    [
      'at the start of a path',
      reach(from(PAYMENT)),
      { records: [chain([])] },
      { record: byName, records: [chain([])] },
    ],
    [
      'at the start of a link',
      reach(from(PAYMENT)),
      { records: [chain([])] },
      { records: [chain(['payee'])] },
    ],
    [
      'at the end of a link',
      reach(from(PAYMENT)),
      { records: [chain([])] },
      { records: [chain(['handler'])] },
    ],
    [
      'in what selects the links of a path',
      reach(from(PAYMENT, { where: is(element(PAYMENT, 'meeting'), 'equal', literal('M7')) })),
      { records: [other('E-7', { handler: 'P9', meeting: 'M7' })] },
      { records: [other('E-7', { handler: 'P9', meeting: 'M7' }, ['meeting'])] },
    ],
    [
      'in what selects those that an outlier is compared with',
      {
        kind: 'outlier',
        value: fact('amount'),
        of: elementPath(PAYMENT, 'amount'),
        source: from(PAYMENT, { where: is(element(PAYMENT, 'payee'), 'equal', literal('P1')) }),
        above: literal(1),
        span: is500.span,
      },
      { records: ['E-2', 'E-3', 'E-4'].map((id) => other(id, {})), books: [PAYMENT] },
      { records: ['E-2', 'E-3', 'E-4'].map((id) => other(id, {}, ['payee'])), books: [PAYMENT] },
    ],
  ])('%s', (_, condition, sure, doubtful) => {
    expect(explained(condition, sure)).toMatchObject({
      verdict: 'violated',
      nature: 'violation',
      doubts: [],
    });
    expect(explained(condition, doubtful)).toMatchObject({
      verdict: 'violated',
      nature: 'suspicion',
      doubts: ['by-name'],
    });
  });

  it.each<[string, Condition, Asked]>([
    [
      'a count that is reached without the members found by name',
      is(count(toP5), 'greaterThanInclusive', literal(1)),
      { records: [sure5, named5] },
    ],
    [
      'a sum to which they add nothing that matters',
      is(
        expression({
          kind: 'aggregate',
          name: 'sum',
          source: from(PAYMENT),
          of: elementPath(PAYMENT, 'amount'),
        }),
        'greaterThan',
        literal(50),
      ),
      { records: [named5] },
    ],
  ])('but not %s', (_, condition, asked) => {
    expect(explained(condition, asked)).toMatchObject({ verdict: 'violated', doubts: [] });
  });

  it('in what a duty lacks, however it says so', () => {
    const checker = new RecordChecker(policyOf({ items: [power(), duty(not(samePerson))] }));
    const found = (record: RecordNode) =>
      checker.check(record, worldOf()).findings.find(({ list }) => list === 'responsibility');
    expect(found(payment())).toMatchObject({ verdict: 'violated', doubts: [] });
    expect(found(byName)).toMatchObject({ nature: 'suspicion', doubts: ['by-name'] });
  });

  it('in whether no power was exercised', () => {
    const checker = new RecordChecker(
      policyOf({ items: [power({ governs: { record: 'payment', when: not(samePerson) } })] }),
    );
    const found = (record: RecordNode) =>
      checker.check(record, worldOf()).findings.find(({ code }) => code === 'NO_POWER');
    expect(found(payment())).toMatchObject({ verdict: 'violated', doubts: [] });
    expect(found(byName)).toMatchObject({ nature: 'suspicion', doubts: ['by-name'] });
  });
});

describe('kinship', () => {
  const areKin = kin(fact('payee'), fact('handler'));
  const edge = (id: string, source: string, relation = 'child', ends = ['P1', 'P2']): RecordNode =>
    recordOf(KINSHIP, id, { a: ends[0], b: ends[1], relation, source });

  it.each<[string, readonly RecordNode[], readonly Doubt[]]>([
    ['that was declared is beyond doubt', [edge('K1', 'declared')], []],
    ['that was inferred is not', [edge('K1', 'inferred')], ['inferred-kin']],
    ['that was inferred and declared is', [edge('K1', 'inferred'), edge('K2', 'declared')], []],
    [
      'that was declared from the other side is',
      [edge('K1', 'inferred'), edge('K2', 'declared', 'parent', ['P2', 'P1'])],
      [],
    ],
    [
      'that was inferred is not made sure by another relation',
      [edge('K1', 'inferred'), edge('K2', 'declared', 'neighbour')],
      ['inferred-kin'],
    ],
  ])('%s', (_, records, expected) => {
    expect(explained(areKin, { records })).toMatchObject({ verdict: 'violated', doubts: expected });
  });

  const edgesTo = (...others: readonly [string, string][]): readonly RecordNode[] =>
    others.map(([person, source], index) =>
      edge(`K${String(index)}`, source, 'child', ['P2', person]),
    );
  const approvers = (number: number): RecordNode =>
    payment({
      approvals: Array.from({ length: number }, (_, index) =>
        approval({ person: `Q${String(index)}` }),
      ),
    });
  const kinOfHandler = kin(element('approval', 'person'), fact('handler'));
  const link = (source: string) => ({
    condition: {
      kind: 'path',
      from: fact('payee'),
      to: fact('handler'),
      through: [{ kind: 'kin', relations: 'close' }],
      max: 2,
      span: is500.span,
    } as const,
    records: [
      edge('K1', 'declared', 'child', ['P1', 'P3']),
      edge('K2', source, 'child', ['P3', 'P2']),
    ],
  });

  it.each<[string, Condition, Asked, readonly Doubt[]]>([
    [
      'inferred in a derived fact',
      is(fact('kin'), 'equal', literal(true)),
      { definitions: [definition(PAYMENT, 'kin', areKin)], records: [edge('K1', 'inferred')] },
      ['inferred-kin'],
    ],
    [
      'inferred of the seventh of a list',
      quantified('some', from('approvals', { where: kinOfHandler })),
      { record: approvers(7), records: edgesTo(['Q6', 'inferred']) },
      ['inferred-kin'],
    ],
    [
      'inferred of the seventh of every',
      quantified('every', from('approvals', { where: kinOfHandler })),
      {
        record: approvers(7),
        records: edgesTo(
          ...['Q0', 'Q1', 'Q2', 'Q3', 'Q4', 'Q5'].map((person): [string, string] => [
            person,
            'declared',
          ]),
          ['Q6', 'inferred'],
        ),
      },
      ['inferred-kin'],
    ],
    [
      'inferred of the seventh, of a number',
      is(count(from('approvals', { where: kinOfHandler })), 'greaterThanInclusive', literal(1)),
      { record: approvers(7), records: edgesTo(['Q6', 'inferred']), books: [KINSHIP] },
      ['inferred-kin'],
    ],
    [
      'declared all along a path',
      link('declared').condition,
      { records: link('declared').records },
      [],
    ],
    [
      'inferred in one link of a path',
      link('inferred').condition,
      { records: link('inferred').records },
      ['inferred-kin'],
    ],
    [
      'that a rule reads from the register itself',
      quantified(
        'exists',
        from(KINSHIP, { where: is(element(KINSHIP, 'a'), 'equal', literal('P1')) }),
      ),
      { records: [edge('K1', 'inferred')] },
      ['inferred-kin'],
    ],
    [
      'that does not matter, of persons who are not related',
      not(areKin),
      { records: [edge('K1', 'inferred', 'neighbour')], books: [KINSHIP] },
      [],
    ],
    [
      'or a name, either of which is enough',
      any(areKin, isApprover('P8')),
      { record: approvedBy(['P8', true]), records: [edge('K1', 'inferred')] },
      ['by-name', 'inferred-kin'],
    ],
  ])('%s', (_, condition, asked, doubts) => {
    expect(explained(condition, asked)).toMatchObject({ verdict: 'violated', doubts });
  });

  it('of a person found by name has that doubt too', () => {
    const { doubts } = explained(areKin, { record: byName, records: [edge('K1', 'inferred')] });
    expect(new Set(doubts)).toEqual(new Set(['by-name', 'inferred-kin']));
  });
});

describe('authority', () => {
  const checker = new RecordChecker(
    policyOf({
      items: [power({ authority: [{ approvedBy: ['director'], bodies: [], span: is500.span }] })],
    }),
  );
  const approved = payment({
    approvals: [approval({ person: 'P8', role: 'clerk', decision: 'yes', on: on(2, 1) })],
  });
  const officer = recordOf(OFFICER, 'O1', {
    person: 'P7',
    post: 'director',
    term: new Period(0, NONE),
  });
  const findingOf = (world: ReturnType<typeof worldOf>) =>
    checker.check(approved, world).findings.find(({ code }) => code === 'AUTHORITY');

  it('without any roster rests on the role as recorded: a suspicion', () => {
    expect(findingOf(worldOf())).toMatchObject({
      verdict: 'violated',
      nature: 'suspicion',
      doubts: ['no-roster'],
    });
  });

  it('by a roster is proved', () => {
    expect(findingOf(worldOf([officer], [OFFICER]))).toMatchObject({
      verdict: 'violated',
      nature: 'violation',
      doubts: [],
    });
  });

  it('that nobody approved is proved without any roster', () => {
    const nobody = checker
      .check(payment({ approvals: [] }), worldOf())
      .findings.find(({ code }) => code === 'AUTHORITY');
    expect(nobody).toMatchObject({ verdict: 'violated', nature: 'violation', doubts: [] });
  });

  const clerk = (names: string[] = []): RecordNode =>
    payment({
      approvals: [approval({ person: 'P8', role: 'clerk', decision: 'yes', on: on(2, 1) }, names)],
    });
  const inPost = (person: string, post: string, names: string[] = []): RecordNode =>
    recordOf(
      OFFICER,
      `O-${person}`,
      { person, post, term: new Period(0, NONE) },
      { byName: names },
    );
  const byDirector = { approvedBy: ['director'], bodies: [], span: is500.span };
  const byAssembly = { approvedBy: [], bodies: ['assembly'], span: is500.span };
  const held = (values: Record<string, Value> = {}): RecordNode =>
    recordOf(MEETING, 'M1', {
      heldOn: on(1, 5),
      body: 'assembly',
      matter: 'x',
      votes: 3,
      ...values,
    });
  const passed = (condition: Condition): Definition => definition(MEETING, 'passed', condition);
  const someP7 = quantified(
    'none',
    from(OFFICER, { where: is(element(OFFICER, 'person'), 'equal', literal('P7')) }),
  );

  it.each<
    [
      string,
      Power['authority'][number],
      readonly Definition[],
      readonly [RecordNode, readonly RecordNode[]],
      readonly Doubt[],
    ]
  >([
    ['an approver known by id', byDirector, [], [clerk(), [inPost('P7', 'director')]], []],
    [
      'an approver found by name',
      byDirector,
      [],
      [clerk(['person']), [inPost('P7', 'director')]],
      ['by-name'],
    ],
    [
      'an officer found by name',
      byDirector,
      [],
      [clerk(), [inPost('P7', 'director', ['person'])]],
      ['by-name'],
    ],
    [
      'a meeting of another body',
      byAssembly,
      [passed(is(fact('votes', MEETING), 'greaterThan', literal(1)))],
      [payment(), [held({ body: 'committee' })]],
      [],
    ],
    [
      'a meeting of another body, found by name',
      byAssembly,
      [passed(is(fact('votes', MEETING), 'greaterThan', literal(1)))],
      [payment({}, ['meeting']), [held({ body: 'committee' })]],
      ['by-name'],
    ],
    [
      'a meeting that failed for somebody known by id',
      byAssembly,
      [passed(someP7)],
      [payment(), [held(), inPost('P7', 'clerk')]],
      [],
    ],
    [
      'a meeting that failed for somebody found by name',
      byAssembly,
      [passed(someP7)],
      [payment(), [held(), inPost('P7', 'clerk', ['person'])]],
      ['by-name'],
    ],
  ])('is wanting by %s', (_, row, definitions, [record, records], doubts) => {
    const asked = new RecordChecker(
      policyOf({ items: [power({ authority: [row] })], definitions }),
    );
    const found = asked
      .check(record, worldOf(records, [OFFICER]))
      .findings.find(({ code }) => code === 'AUTHORITY');
    expect(found).toMatchObject({ verdict: 'violated', doubts });
  });

  it('by the role as recorded is a suspicion also where the roster is complete on the day of payment only', () => {
    const late = { kind: 'officer', from: on(2, 2) };
    expect(findingOf(worldOf([], [late]))).toMatchObject({
      verdict: 'violated',
      nature: 'suspicion',
    });
  });
});

describe('a trace of elements', () => {
  it('is not disturbed by a named condition that looks through a list of its own', () => {
    const where = all(
      named('some-approval'),
      is(element('approval', 'person'), 'equal', literal('P7')),
    );
    const record = approvedBy(['P7', false], ['P8', false]);
    const { claim, verdict } = explained(quantified('some', from('approvals', { where })), {
      record,
    });
    expect(verdict).toBe('violated');
    const compared = claim?.children[0]?.children[1];
    expect(compared).toMatchObject({ result: true, left: { value: 'P7' } });
  });
});
