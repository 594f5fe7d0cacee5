import type { Condition, Expression, RecordNode, RecordSource, Value } from '@qingdan/core';
import { describe, expect, it } from 'vitest';
import {
  all,
  any,
  clock,
  count,
  element,
  elementPath,
  fact,
  from,
  is,
  literal,
  not,
  on,
  PAYMENT,
  parameter,
  pathOf,
  payment,
  policyOf,
  worldOf,
} from '../testing/build.js';
import type { Records, World } from '../world/world.js';
import { createScope } from './compiler.js';
import { Frame } from './frame.js';

/** What a source asks of the records: the index it uses and the value it looks for, or `all`. */
function askedOf(source: RecordSource): readonly (readonly Value[])[] {
  const asked: (readonly Value[])[] = [];
  const records: Records = {
    get: () => undefined,
    called: () => [],
    all: () => {
      asked.push(['all']);
      return [];
    },
    having: (_, key, wanted, organisation) => {
      asked.push([key.text, ...wanted, ...(key.home ? [organisation] : [])]);
      return [];
    },
    isComplete: () => false,
  };
  const world: World = { ...worldOf(), records };
  const scope = createScope(policyOf({}));
  const frame = new Frame(world, payment(), on(2, 3), 0);
  scope.read(count(source))(frame);
  return asked;
}

const own = (name: string): Expression => element(PAYMENT, name);
const where = (condition: Condition): RecordSource => from(PAYMENT, { where: condition });
const byOrganisation = [['', 'V1']] as const;

describe('the records worth looking at', () => {
  it.each<[string, RecordSource, readonly (readonly Value[])[]]>([
    ['those of the organisation', from(PAYMENT), byOrganisation],
    ['all, across organisations', from(PAYMENT, { across: true }), [['all']]],
    [
      'those that match',
      from(PAYMENT, { match: [{ element: elementPath(PAYMENT, 'payee'), own: pathOf('payee') }] }),
      [['payee', 'P1', 'V1']],
    ],
    [
      'those equal to a literal',
      where(is(own('method'), 'equal', literal('cash'))),
      [['method', 'cash', 'V1']],
    ],
    [
      'with the sides exchanged',
      where(is(fact('payee'), 'equal', own('payee'))),
      [['payee', 'P1', 'V1']],
    ],
    [
      'those that one part of all demands',
      where(
        all(
          is(own('amount'), 'greaterThan', literal(5)),
          is(own('payee'), 'equal', fact('handler')),
        ),
      ),
      [['payee', 'P2', 'V1']],
    ],
    [
      'those on the day of the clock',
      where(is(own('paidOn'), 'equal', clock)),
      [['paidOn', on(3, 1), 'V1']],
    ],
    [
      'a field within a struct',
      where(is(own('card.number'), 'equal', literal('1'))),
      [['card.number', '1', 'V1']],
    ],
    [
      'those that one part of any names: not fewer than all',
      where(any(is(own('payee'), 'equal', literal('P1')), is(own('amount'), 'equal', literal(5)))),
      byOrganisation,
    ],
    [
      'what must not be equal',
      where(not(is(own('payee'), 'equal', literal('P1')))),
      byOrganisation,
    ],
    [
      'what is compared otherwise',
      where(is(own('amount'), 'lessThan', literal(5))),
      byOrganisation,
    ],
    [
      'those that match in several values',
      from(PAYMENT, {
        match: [{ element: elementPath(PAYMENT, 'payee'), own: pathOf('payee') }],
        where: is(own('method'), 'equal', literal('cash')),
      }),
      [['payee,method', 'P1', 'cash', 'V1']],
    ],
    [
      'those that match in what is known of the record',
      from(PAYMENT, {
        match: [
          { element: elementPath(PAYMENT, 'payee'), own: pathOf('payee') },
          { element: elementPath(PAYMENT, 'tags'), own: pathOf('tags') },
        ],
      }),
      [['payee', 'P1', 'V1']],
    ],
    [
      'among some literals',
      where(is(own('method'), 'in', literal(['cash', 'bank']))),
      [['method in ["cash","bank"]', 'V1']],
    ],
    ['one element with itself', where(is(own('payee'), 'equal', own('handler'))), byOrganisation],
    [
      'what lies in another record',
      where(is(own('payee.birth'), 'equal', literal(5))),
      byOrganisation,
    ],
    [
      'a parameter, which has its own law',
      where(is(own('amount'), 'equal', parameter('limit'))),
      byOrganisation,
    ],
  ])('are %s', (_, source, expected) => {
    expect(askedOf(source)).toEqual(expected);
  });

  it('give the same count by an index as one by one', () => {
    const others: RecordNode[] = ['P1', 'P2', undefined].map((payee, index) => ({
      ...payment({ payee }),
      id: `E-${index + 2}`,
    }));
    const scope = createScope(policyOf({}));
    const world = worldOf(others, [PAYMENT]);
    const read = (condition: Condition): Value =>
      scope.read(count(where(condition)))(new Frame(world, payment(), on(2, 3), 0));
    const indexed = is(own('payee'), 'equal', fact('payee'));
    expect(read(indexed)).toEqual(read(not(not(indexed))));
    expect(read(indexed)).toMatchObject({ low: 2, high: 3 });
  });
});
