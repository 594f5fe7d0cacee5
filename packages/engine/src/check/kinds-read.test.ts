import type { Condition, Expression, Policy } from '@qingdan/core';
import { describe, expect, it } from 'vitest';
import {
  count,
  definition,
  elementPath,
  expression,
  fact,
  from,
  is,
  literal,
  MEETING,
  named,
  OFFICER,
  ORGANISATION,
  PAYMENT,
  pathOf,
  policyOf,
  prohibition,
  quantified,
  SPAN,
} from '../testing/build.js';
import { kindsRead } from './kinds-read.js';

const meetings: Expression = count(from(MEETING));
const one = literal(1);
const heldOn = elementPath(MEETING, 'heldOn');
const read = (violatedWhen: Condition, policy: Policy = policyOf({})): readonly string[] => [
  ...kindsRead(prohibition(violatedWhen), policy),
];

describe('the kinds that an item reads', () => {
  it.each<[string, Condition, readonly string[]]>([
    ['a source', quantified('some', from(MEETING)), ['meeting']],
    ['a count on either side', is(one, 'lessThan', meetings), ['meeting']],
    [
      'what is counted within what is looked for',
      quantified('some', from(OFFICER, { where: is(meetings, 'equal', one) })),
      ['officer', 'meeting'],
    ],
    [
      'the two ends of a path',
      {
        kind: 'path',
        from: meetings,
        to: count(from(OFFICER)),
        through: [
          {
            kind: 'record',
            source: from(ORGANISATION),
            from: elementPath(ORGANISATION, 'id'),
            to: elementPath(ORGANISATION, 'id'),
          },
        ],
        max: 2,
        span: SPAN,
      },
      ['meeting', 'officer', 'organisation'],
    ],
    [
      'the value and the measure of an outlier',
      {
        kind: 'outlier',
        value: meetings,
        above: count(from(OFFICER)),
        of: elementPath(PAYMENT, 'amount'),
        source: from(PAYMENT),
        span: SPAN,
      },
      ['meeting', 'officer', 'payment'],
    ],
    [
      'the anchor of a window',
      quantified(
        'some',
        from(OFFICER, { within: { kind: 'same', unit: 'year', anchor: meetings } }),
      ),
      ['officer', 'meeting'],
    ],
  ])('are those of %s', (_, condition, kinds) => {
    expect(read(condition)).toEqual(kinds);
  });

  const derived = definition(PAYMENT, 'meetings', meetings);
  const step = { kind: 'definition', id: derived.id } as const;
  const policy = policyOf({
    definitions: [derived],
    conditions: { soon: is(meetings, 'equal', one) },
  });
  const own = { ...pathOf('amount'), steps: [step] };
  it.each<[string, Condition]>([
    ['compared', is(expression({ kind: 'fact', path: own }), 'equal', one)],
    ['matched', quantified('some', from(PAYMENT, { match: [{ element: own, own }] }))],
    [
      'added up',
      is(
        expression({ kind: 'aggregate', name: 'sum', source: from(PAYMENT), of: own }),
        'equal',
        one,
      ),
    ],
    ['looked up', is(expression({ kind: 'lookup', source: from(PAYMENT), of: own }), 'equal', one)],
    [
      'chosen by',
      is(
        expression({
          kind: 'lookup',
          source: from(PAYMENT),
          of: heldOn,
          pick: { which: 'latest', by: own },
        }),
        'equal',
        one,
      ),
    ],
    ['named', named('soon')],
  ])('are those of a derived fact or condition that is %s', (_, condition) => {
    expect(read(condition, policy)).toContain('meeting');
  });

  it('are found in what runs in a circle', () => {
    const circle = policyOf({ conditions: { a: named('b'), b: named('a') } });
    expect(read(named('a'), circle)).toEqual([]);
  });

  it('are not those of facts of the record alone', () => {
    expect(read(is(fact('amount'), 'equal', one))).toEqual([]);
  });
});
