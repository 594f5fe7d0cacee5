import { describe, expect, it, test } from 'vitest';
import { BASE, libraryOf, pack, said } from '../../testing/library-of.js';
import { procedure, step } from '../../testing/procedures.js';
import { checkTooFewPersons } from './too-few-persons.js';

const role = (id: string, more: string): string => `
---
kind: Role
id: ${id}
title: { zh: 岗位, en: post }
${more}
`;

/** One head, two deputies for whom the head may stand in, two judges, and any number of clerks. */
const ROLES =
  `
---
kind: Body
id: office
title: { zh: 办公室, en: office }
` +
  role('head', 'body: office\nrank: 2\nseats: 1') +
  role('vice', 'body: office\nrank: 1\nseats: 2') +
  role('judge', 'seats: 2') +
  role('clerk', '');

const DATA = `data:
  urgent: { type: boolean, label: { zh: 紧急, en: urgent } }`;

function found(...steps: readonly string[]): string[] {
  const library = libraryOf(pack('national', BASE + ROLES + procedure(steps.join(''), DATA)));
  return said(checkTooFewPersons(library), 'steps');
}

const told = (steps: string): string[] => [`too-few-persons ${steps}`];
const URGENT = 'when: { fact: urgent, operator: equal, value: true }';
const CALM = 'when: { fact: urgent, operator: equal, value: false }';

describe('steps that others must do', () => {
  test.each([
    {
      what: 'are too many for a role of one',
      steps: [step('a', 'by: head'), step('b', 'by: head, differentFrom: a')],
      found: told('`a`, `b`'),
    },
    {
      what: 'are enough for a role of one that does both',
      steps: [step('a', 'by: head'), step('b', 'by: head')],
      found: [],
    },
    {
      what: 'are not too many for a role of any number',
      steps: [step('a', 'by: clerk'), step('b', 'by: clerk, differentFrom: a')],
      found: [],
    },
    {
      what: 'are not too many where anybody may do one of them',
      steps: [step('a', 'by: head'), step('b', 'differentFrom: a')],
      found: [],
    },
    {
      what: 'are not too many where one of several roles is left',
      steps: [step('a', 'by: [head, judge]'), step('b', 'by: head, differentFrom: a')],
      found: [],
    },
    {
      what: 'are too many for persons who are to do all of them by turns',
      steps: [
        step('a', 'by: judge'),
        step('b', 'by: judge, differentFrom: a'),
        step('c', 'by: judge, differentFrom: [a, b]'),
      ],
      found: told('`a`, `b`, `c`'),
    },
    {
      what: 'are told without those that make no difference',
      steps: [
        step('z', 'by: judge'),
        step('a', 'by: head'),
        step('y', 'by: clerk, differentFrom: a'),
        step('b', 'by: head, notRelatedTo: a'),
      ],
      found: told('`a`, `b`'),
    },
    {
      what: 'are not too many where a higher rank stands in',
      steps: [
        step('a', 'by: vice'),
        step('b', 'by: vice, differentFrom: a'),
        step('c', 'by: vice, differentFrom: [a, b]'),
      ],
      found: [],
    },
    {
      what: 'are too many where the one who would stand in is kept away',
      steps: [
        step('a', 'by: vice'),
        step('b', 'by: vice, differentFrom: a'),
        step('c', 'by: vice, notRole: head, differentFrom: [a, b]'),
        step('d', 'by: head, differentFrom: [a, b, c]'),
      ],
      found: told('`a`, `b`, `c`, `d`'),
    },
    {
      what: 'are too many where one of them is done by the same person as another',
      steps: [
        step('a', 'by: head'),
        step('b', 'by: judge, sameAs: a'),
        step('c', 'by: head, differentFrom: b'),
      ],
      found: told('`a`, `b`, `c`'),
    },
    {
      what: 'are left to another check where nobody could be both',
      steps: [
        step('a', 'by: head'),
        step('b', 'by: head, sameAs: a, differentFrom: a'),
        step('c', 'by: head, notRole: head'),
      ],
      found: [],
    },
    {
      what: 'are not judged where there are too many places to try',
      steps: Array.from({ length: 13 }, (_, n) =>
        step(`s${n}`, n === 0 ? 'by: head' : `by: head, differentFrom: s${n - 1}`),
      ),
      found: [],
    },
  ])('$what', ({ steps, found: expected }) => {
    expect(found(...steps)).toEqual(expected);
  });
});

describe('steps that a case may do without', () => {
  test.each([
    { what: 'are not owed together', b: 'optional: true', c: '', found: [] },
    { what: 'are not owed together with others of a condition', b: URGENT, c: CALM, found: [] },
    {
      what: 'are owed together under one condition',
      b: URGENT,
      c: URGENT,
      found: told('`b`, `c`'),
    },
    {
      what: 'are owed together with what always is',
      b: '',
      c: URGENT,
      found: told('`b`, `c`'),
    },
    { what: 'are not owed where the case ends otherwise', b: 'ends: refused', c: '', found: [] },
    {
      what: 'are owed where they lead to its end',
      b: 'ends: refused, after: c',
      c: '',
      found: told('`c`, `b`'),
    },
  ])('$what', ({ b, c, found: expected }) => {
    const keys = (...those: readonly string[]): string =>
      those.filter((key) => key !== '').join(', ');
    const steps = [
      step('c', keys('by: head', c)),
      step('b', keys('by: head, differentFrom: c', b)),
    ];
    expect(found(...(b.includes('after') ? steps : steps.reverse()))).toEqual(expected);
  });
});

describe('a step of several persons', () => {
  test.each([
    { what: 'may have all who hold its roles', by: '{ any: [head, judge], count: 3 }', found: [] },
    {
      what: 'asks for more than there are',
      by: '{ any: [head, judge], count: 4 }',
      found: told('`a`'),
    },
    { what: 'may have any number', by: '{ any: [head, clerk], count: 40 }', found: [] },
  ])('$what', ({ by, found: expected }) => {
    expect(found(step('a', `by: ${by}`))).toEqual(expected);
    expect(found(step('a', `optional: true, by: ${by}`))).toEqual(expected);
  });

  it('leaves none for a step that others must do', () => {
    expect(
      found(step('a', 'by: { any: judge, count: 2 }'), step('b', 'by: judge, differentFrom: a')),
    ).toEqual(told('`a`, `b`'));
  });
});

it('says how many there may be of each role', () => {
  const steps = step('a', 'by: vice') + step('b', 'by: { any: [vice], count: 4 }');
  const library = libraryOf(pack('national', BASE + ROLES + procedure(steps)));
  const [fault] = checkTooFewPersons(library);
  expect(fault?.params).toMatchObject({
    seats: '`vice` is held by 2 at most, `head` is held by 1 at most',
    'seats.zh': '`vice` 同时最多 2 人，`head` 同时最多 1 人',
  });
});
