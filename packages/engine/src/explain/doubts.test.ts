import {
  type Condition,
  type Doubt,
  type Explanation,
  NONE,
  not as negated,
  Period,
  type RecordNode,
} from '@qingdan/core';
import { describe, expect, it } from 'vitest';
import { RecordChecker } from '../check/check.js';
import {
  all,
  any,
  approval,
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
  on,
  pathOf,
  payment,
  policyOf,
  power,
  prohibition,
  quantified,
  recordOf,
  worldOf,
} from '../testing/build.js';
import { doubtsOfGroup } from './doubts.js';

interface Asked {
  readonly record?: RecordNode;
  readonly records?: readonly RecordNode[];
  readonly books?: Parameters<typeof worldOf>[1];
}

function explained(
  condition: Condition,
  { record = payment(), records, books }: Asked,
): Explanation {
  const checker = new RecordChecker(
    policyOf({
      items: [prohibition(condition)],
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
      { record: byName, records: [recordOf(recordKind('person'), 'P1', { name: 'x' })] },
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
        records: [recordOf(recordKind('person'), 'P1', { birth: on(5, 5, 1990) })],
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

function recordKind(id: string) {
  return policyOf({}).records.get(id)!;
}

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

  it('by the role as recorded is a suspicion also where the roster is complete on the day of payment only', () => {
    const late = { kind: 'officer', from: on(2, 2) };
    expect(findingOf(worldOf([], [late]))).toMatchObject({
      verdict: 'violated',
      nature: 'suspicion',
    });
  });
});

describe('doubts of a group', () => {
  const part = (result: boolean | undefined, ...doubts: Doubt[]) => ({
    clause: is500,
    result,
    children: [],
    doubts,
    missing: [],
  });

  it.each<['all' | 'any', boolean | undefined, readonly Doubt[]]>([
    ['any', true, []],
    ['all', true, ['by-name', 'inferred-kin']],
  ])('%s that is %s are %j', (kind, result, expected) => {
    const parts = [part(result), part(result, 'by-name'), part(result, 'by-name', 'inferred-kin')];
    expect(doubtsOfGroup(kind, result, parts)).toEqual(expected);
    // What holds of `all` and true holds of `any` and false.
    const opposite = kind === 'all' ? 'any' : 'all';
    const turned = parts.map((each) => ({ ...each, result: negated(each.result) }));
    expect(doubtsOfGroup(opposite, negated(result), turned)).toEqual(expected);
  });

  it('leave out parts that did not decide', () => {
    expect(doubtsOfGroup('any', true, [part(false, 'by-name'), part(true)])).toEqual([]);
    expect(doubtsOfGroup('any', true, [])).toEqual([]);
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
