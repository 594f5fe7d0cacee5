import { ALWAYS, type Condition, type Expression, parseDate, type RecordNode } from '@qingdan/core';
import { describe, expect, it } from 'vitest';
import { RecordChecker } from '../check/check.js';
import {
  all,
  any,
  approval,
  element,
  fact,
  from,
  is,
  literal,
  not,
  on,
  parameter,
  parameterOf,
  payment,
  policyOf,
  prohibition,
  quantified,
  worldOf,
} from '../testing/build.js';
import { requirementsOf } from './requirements.js';

const PARAMETERS = [parameterOf('limit', [[ALWAYS, 400]])];

function changesFor(
  condition: Condition,
  record: RecordNode = payment(),
  appliesWhen?: Condition,
): readonly string[] {
  const item = prohibition(condition, appliesWhen === undefined ? {} : { appliesWhen });
  const checker = new RecordChecker(policyOf({ items: [item], parameters: PARAMETERS }));
  const [finding] = checker.check(record, worldOf()).findings;
  expect(finding?.verdict).toBe('violated');
  return finding!.wouldComply.map((changes) =>
    changes
      .map((change) => `${change.fact}=${String(change.to as string | number | boolean)}`)
      .join(' '),
  );
}

const amount = fact('amount');
const compared = (
  left: Expression,
  operator: 'equal' | 'greaterThan',
  right: Expression,
): Condition => is(left, operator, right);
const isBank = compared(fact('method'), 'equal', literal('bank'));

describe('the smallest changes that comply', () => {
  it.each<[string, Condition, readonly string[]]>([
    ['another word of an enum', isBank, ['method=cash', 'method=card']],
    [
      'a word that a set leaves',
      is(fact('method'), 'in', literal(['bank', 'cash'])),
      ['method=card'],
    ],
    [
      'a word that a set demands',
      is(fact('method'), 'notIn', literal(['cash', 'card'])),
      ['method=cash', 'method=card'],
    ],
    [
      'the greatest amount that is not over',
      is(amount, 'greaterThan', literal(400)),
      ['amount=400'],
    ],
    ['the same, of a parameter', is(amount, 'greaterThan', parameter('limit')), ['amount=400']],
    [
      'one fen less, where the limit itself is over',
      is(amount, 'greaterThanInclusive', literal(500)),
      ['amount=499'],
    ],
    ['one fen more', is(amount, 'lessThanInclusive', literal(500)), ['amount=501']],
    ['the limit from below', is(amount, 'lessThan', literal(900)), ['amount=900']],
    ['from the other side of the comparison', is(literal(400), 'lessThan', amount), ['amount=400']],
    ['the other truth', is(fact('urgent'), 'equal', literal(false)), ['urgent=true']],
    ['a later day', is(fact('paidOn'), 'lessThan', literal(on(2, 10))), [`paidOn=${on(2, 10)}`]],
    ['within a struct', is(fact('card.limit'), 'greaterThan', literal(100)), ['card.limit=100']],
    [
      'either of two parts of all',
      all(is(amount, 'greaterThan', literal(400)), isBank),
      ['amount=400', 'method=cash', 'method=card'],
    ],
    [
      'two together, where one alone is not enough',
      any(is(amount, 'greaterThan', literal(400)), is(fact('urgent'), 'equal', literal(false))),
      ['amount=400 urgent=true'],
    ],
    ['under a not', not(is(fact('urgent'), 'equal', literal(true))), ['urgent=true']],
  ])('are %s', (_, condition, expected) => {
    expect(changesFor(condition)).toEqual(expected);
  });

  it.each<[string, Condition]>([
    ['another payee', is(fact('payee'), 'equal', literal('P1'))],
    ['another purpose', is(fact('purpose'), 'equal', literal('paper'))],
    ['a purpose where there should be one', is(fact('tags'), 'doesNotContain', literal('x'))],
    [
      'an approval',
      quantified(
        'none',
        from('approvals', { where: is(element('approval', 'person'), 'equal', literal('P9')) }),
      ),
    ],
    [
      'another element of a list',
      quantified(
        'some',
        from('approvals', { where: is(element('approval', 'decision'), 'equal', literal('no')) }),
      ),
    ],
  ])('never make up %s', (_, condition) => {
    expect(
      changesFor(condition, payment({ approvals: [approval({ person: 'P1', decision: 'no' })] })),
    ).toEqual([]);
  });

  it('are not looked for where nothing is violated', () => {
    const checker = new RecordChecker(policyOf({ items: [prohibition(not(isBank))] }));
    const result = checker.check(payment(), worldOf(), { all: true });
    expect(result.findings[0]).toMatchObject({ verdict: 'satisfied', wouldComply: [] });
  });
});

describe('what a draft still wants', () => {
  const item = prohibition(
    any(is(amount, 'greaterThan', literal(400)), is(fact('method'), 'equal', literal('cash'))),
  );
  const checker = new RecordChecker(policyOf({ items: [item] }));

  it('is each item left open, with the values that settle it', () => {
    const [need] =
      requirementsOf(checker, payment({ amount: 300, method: undefined }), worldOf()) ?? [];
    expect(need?.explanation.verdict).toBe('undetermined');
    expect(need?.missing.map(({ fact: name }) => name)).toEqual(['method']);
    expect(need?.satisfiedBy.map(({ to }) => to)).toEqual(['bank', 'card']);
  });

  it('lists no value where none settles it alone', () => {
    const [need] =
      requirementsOf(checker, payment({ amount: undefined, method: undefined }), worldOf()) ?? [];
    expect(need?.missing.map(({ fact: name }) => name)).toEqual(['amount', 'method']);
    expect(need?.satisfiedBy).toEqual([]);
  });

  it('is nothing where all is satisfied', () => {
    expect(requirementsOf(checker, payment({ amount: 300 }), worldOf())).toEqual([]);
    expect(
      requirementsOf(checker, payment({ amount: 300, paidOn: parseDate('2026-02') }), worldOf()),
    ).toEqual([]);
  });

  it('is nothing that could be said of a day that no law of the packs covers', () => {
    const late = new RecordChecker(policyOf({ items: [item] }, { coversFrom: on(6, 1) }));
    expect(requirementsOf(late, payment({ method: undefined }), worldOf())).toBeUndefined();
    const none = new RecordChecker(policyOf({ items: [] }));
    expect(requirementsOf(none, payment({ method: undefined }), worldOf())).toBeUndefined();
  });
});
