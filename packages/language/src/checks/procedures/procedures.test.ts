import { type Diagnostic } from '@qingdan/core';
import { describe, expect, it, test } from 'vitest';
import type { Library } from '../../library.js';
import { BASE, libraryOf, pack, parameter, said } from '../../testing/library-of.js';
import { procedure, step } from '../../testing/procedures.js';
import { checkDeadlines } from './deadlines.js';
import { checkNeverRuns } from './never-runs.js';
import { checkNobodyMay } from './nobody-may.js';
import { checkTooFewPersons } from './too-few-persons.js';
import { checkStepCycles } from './step-cycles.js';
import { checkViaCycles } from './via-cycles.js';

const DATA = `data:
  method: { type: enum, values: expenditure.method, label: { zh: 方式, en: method } }
  urgent: { type: boolean, label: { zh: 紧急, en: urgent } }`;
const VALUE = 'basis: [{ instrument: LAW, confidence: verified }]';
const PARAMETERS =
  parameter(
    'wait',
    `type: duration\ntighten: higher\nvalues:\n  - { value: 10 days, ${VALUE} }\n  - { from: 2025-01-01, value: 20 days, ${VALUE} }`,
  ) +
  `
---
kind: Body
id: office
title: { zh: 办公室, en: office }
---
kind: Role
id: head
title: { zh: 主任, en: head }
body: office
rank: 2
---
kind: Role
id: deputy
title: { zh: 副主任, en: deputy }
body: office
rank: 1
`;

function found(
  check: (library: Library) => Diagnostic[],
  params: readonly string[],
  steps: string,
  more = '',
): string[] {
  const text = BASE + PARAMETERS + procedure(steps, `${DATA}\n${more}`);
  return said(check(libraryOf(pack('national', text))), ...params);
}

describe('steps that wait for each other', () => {
  test.each([
    { what: 'in a line are sound', b: 'after: a', c: 'after: [a, b]', cycle: [] },
    {
      what: 'in a circle are an error, once',
      b: 'after: c',
      c: 'after: { all: [b, a] }',
      cycle: ['step-cycle b → c → b'],
    },
    {
      what: 'are no circle where one other way is open',
      b: 'after: c',
      c: 'after: { any: [b, a] }',
      cycle: [],
    },
    {
      what: 'are a circle where every way leads back',
      b: 'after: c',
      c: 'after: { any: [b, b.start] }',
      cycle: ['step-cycle b → c → b'],
    },
    { what: 'may wait for themselves', b: 'after: b', c: 'after: b', cycle: ['step-cycle b → b'] },
  ])('$what', ({ b, c, cycle }) => {
    expect(found(checkStepCycles, ['cycle'], step('a') + step('b', b) + step('c', c))).toEqual(
      cycle,
    );
  });
});

describe('a step with a condition', () => {
  const CASH = '{ fact: method, operator: equal, value: cash }';
  test.each([
    { what: 'that may hold runs', when: CASH, steps: [] },
    {
      what: 'that contradicts itself never runs',
      when: `{ all: [${CASH}, { fact: method, operator: equal, value: bank }] }`,
      steps: ['step-never-runs a'],
    },
    {
      what: 'that leaves no value runs where there is none',
      when: '{ fact: method, operator: notIn, value: [cash, bank, card] }',
      steps: [],
    },
    {
      what: 'that is its own denial never runs',
      when: `{ all: [${CASH}, { not: ${CASH} }] }`,
      steps: ['step-never-runs a'],
    },
  ])('$what', ({ when, steps }) => {
    expect(found(checkNeverRuns, ['step'], step('a', `when: ${when}`))).toEqual(steps);
  });
});

describe('a deadline over steps that take time', () => {
  const SHOW = step('a') + step('show', 'after: a, publicity: { min: 15 days }');
  const PARAMS = ['deadline', 'least', 'chain'];
  const over = (within: string): string =>
    `deadlines: [{ id: whole, from: a, to: pay, within: ${within} }]`;
  test.each([
    {
      what: 'is long enough',
      steps: SHOW + step('pay', 'after: show'),
      within: '15 days',
      told: [],
    },
    {
      what: 'is too short for a publicity and a gap',
      steps: SHOW + step('pay', 'after: show, notBefore: 5 days after show'),
      within: '19 days',
      told: ['deadline-too-short 19 days 20 days a → show (15 days) → pay (5 days)'],
    },
    {
      what: 'does not wait for a publicity from its beginning',
      steps: SHOW + step('pay', 'after: show.start'),
      within: '5 days',
      told: [],
    },
    {
      what: 'is told by the value in force, on the first day on which it is too short',
      steps: step('a') + step('pay', 'notBefore: { by: { parameter: wait }, after: a }'),
      within: '15 days',
      told: ['deadline-too-short 15 days 20 days a → pay (20 days)'],
    },
    {
      what: 'adds up one unit only',
      steps: SHOW + step('pay', 'after: show'),
      within: '10 workdays',
      told: [],
    },
    {
      what: 'is not held against what a condition may leave out',
      steps:
        step('a') +
        step(
          'show',
          'after: a, when: { fact: urgent, operator: equal, value: false }, publicity: { min: 15 days }',
        ) +
        step('pay', 'after: show'),
      within: '10 days',
      told: [],
    },
    {
      what: 'is held against the shorter of two ways',
      steps:
        SHOW +
        step('skip', 'after: a, publicity: { min: 12 days }') +
        step('pay', 'after: { any: [show, skip] }'),
      within: '10 days',
      told: ['deadline-too-short 10 days 12 days a → skip (12 days) → pay'],
    },
    {
      what: 'is not held against a way beside it',
      steps:
        step('a') +
        step('b') +
        step('show', 'after: b, publicity: { min: 15 days }') +
        step('pay', 'after: [a, show]'),
      within: '10 days',
      told: [],
    },
  ])('$what', ({ steps, within, told }) => {
    expect(found(checkDeadlines, PARAMS, steps, over(within))).toEqual(told);
  });

  it('is not judged where time may stand still', () => {
    const paused = over('5 days').replace('within', 'pausedBy: show, within');
    expect(found(checkDeadlines, PARAMS, SHOW + step('pay', 'after: show'), paused)).toEqual([]);
  });
});

describe('who may do a step', () => {
  test.each([
    { what: 'is somebody', keys: 'by: director, differentFrom: a', told: [] },
    {
      what: 'is nobody where every role is turned away',
      keys: 'by: director, notRole: director',
      told: ['nobody-may b `notRole` has every role of `by`'],
    },
    { what: 'is one who stands in', keys: 'by: deputy, notRole: deputy', told: [] },
    {
      what: 'is nobody where one person is kept apart from himself',
      keys: 'sameAs: a, differentFrom: a',
      told: ['nobody-may b it has to be who did `a`, and must not be'],
    },
    {
      what: 'is nobody where the circle closes over another step',
      keys: 'sameAs: c, notRelatedTo: a',
      told: ['nobody-may b it has to be who did `a`, and must not be'],
    },
  ])('$what', ({ keys, told }) => {
    const steps = step('a') + step('c', 'sameAs: a') + step('b', keys);
    expect(found(checkNobodyMay, ['step', 'reason'], steps)).toEqual(told);
  });
});

describe('who may do a step of organisations of several subjects', () => {
  const POSTS = `
---
kind: Body
id: villagers
title: { zh: 村民委员会, en: villagers' committee }
subjects: [village]
---
kind: Body
id: residents
title: { zh: 居民委员会, en: residents' committee }
subjects: [community]
---
kind: Role
id: villager
title: { zh: 村委, en: villager }
body: villagers
seats: 1
---
kind: Role
id: resident
title: { zh: 居委, en: resident }
body: residents
seats: 1
---
kind: Role
id: guest
title: { zh: 来宾, en: guest }
body: villagers
subjects: [village, community]
`;
  const packs = (steps: string, use = '') =>
    libraryOf(
      pack('national', BASE + POSTS),
      pack(
        'village',
        procedure(steps, '', 'village.p'),
        'subjects: [village]\nextends: [{ pack: national, version: ^1 }]\n',
      ),
      pack(
        'community',
        '',
        `subjects: [community]\nextends: [{ pack: village, version: ^1${use} }]\n`,
      ),
    );

  test.each([
    { what: 'is somebody of each', by: '[villager, resident]', use: '', told: [] },
    { what: 'is somebody whose post itself is of both', by: 'guest', use: '', told: [] },
    {
      what: 'is nobody of those who take it over',
      by: 'villager',
      use: '',
      told: ['nobody-may b a `community` has none of the posts of `by`'],
    },
    {
      what: 'need not be one of those who leave it',
      by: 'villager',
      use: ', use: [no.*]',
      told: [],
    },
  ])('$what', ({ by, use, told }) => {
    const library = packs(step('b', `by: ${by}`), use);
    expect(said(checkNobodyMay(library), 'step', 'reason')).toEqual(told);
  });

  it('are too few where those of one are, however many they are together', () => {
    const by = '{ any: [villager, resident], count: 2 }';
    const told = said(checkTooFewPersons(packs(step('b', `by: ${by}`))), 'steps');
    expect(told).toEqual(['too-few-persons `b`', 'too-few-persons `b`']);
    expect(said(checkTooFewPersons(packs(step('b', 'by: [villager, resident]'))), 'steps')).toEqual(
      [],
    );
  });
});

describe('procedures done by cases of others', () => {
  const via = (id: string, ...others: readonly string[]): string =>
    procedure(
      step('a') + others.map((other, at) => step(`s${String(at)}`, `via: ${other}`)).join(''),
      '',
      id,
    );
  test.each([
    {
      what: 'in a line are sound',
      texts: via('national.p', 'national.q', 'national.r') + via('national.q', 'national.r'),
      cycle: [],
    },
    {
      what: 'in a circle are an error, once',
      texts: via('national.p', 'national.q') + via('national.q', 'national.r', 'national.q'),
      cycle: ['via-cycle national.q → national.q'],
    },
    {
      what: 'in a circle of several are told whole',
      texts: via('national.p', 'national.q') + via('national.q', 'national.r'),
      back: 'national.p',
      cycle: ['via-cycle national.p → national.q → national.r → national.p'],
    },
    {
      what: 'go by way of what takes the place of another',
      texts:
        via('national.p', 'national.r') +
        procedure(step('a', 'via: national.p'), 'inPlaceOf: national.r', 'national.q'),
      cycle: ['via-cycle national.p → national.r → national.q → national.p'],
    },
  ])('$what', ({ texts, back, cycle }) => {
    const last = back === undefined ? via('national.r') : via('national.r', back);
    const text = BASE + PARAMETERS + texts + last;
    expect(said(checkViaCycles(libraryOf(pack('national', text))), 'cycle')).toEqual(cycle);
  });
});
