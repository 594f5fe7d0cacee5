import {
  type CaseLog,
  type Day,
  type Deviation,
  type NextStep,
  Period,
  type ProcedureRule,
} from '@qingdan/core';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fact, is, literal, on, recordOf, OFFICER, worldOf } from '../testing/build.js';
import type { CaseChecker } from './case-checker.js';
import { nextSteps } from './next.js';
import {
  after,
  by,
  CASE,
  checkerOf,
  end,
  event,
  length,
  logOf,
  procedureOf,
  start,
  stepOf,
} from './testing.js';

const officer = (person: string, post: string) =>
  recordOf(
    OFFICER,
    `${person}-${post}`,
    { person, post, term: new Period(on(1, 1), on(12, 31)) },
    { organisation: 'V1' },
  );
const WORLD = worldOf(
  [officer('P1', 'director'), officer('P2', 'director'), officer('P3', 'clerk')],
  [OFFICER],
);

const PROCEDURE = procedureOf(
  [
    stepOf('a', { roles: ['director'] }),
    stepOf('b', {
      roles: ['director'],
      evidence: [{ document: 'minutes', label: { zh: '记录', en: 'minutes' } }],
    }),
    stepOf('c'),
    stepOf('d'),
  ],
  { kind: 'existence', step: 'a', least: 1, most: 1 },
  { kind: 'precedence', step: 'b', after: after('a'), redoOn: undefined },
  { kind: 'apart', step: 'b', relation: 'different', steps: ['a'] },
  { kind: 'role', step: 'b', roles: ['director'], count: 1, not: [] },
  { kind: 'gap', from: end('a'), to: start('c'), least: length(10) },
  {
    kind: 'deadline',
    from: end('a'),
    to: end('b'),
    within: { kind: 'length', length: length(5) },
    counting: { includesFirst: false, rolls: false },
    yellow: undefined,
    pausedBy: undefined,
  },
  {
    kind: 'guard',
    step: 'd',
    when: is(fact('amount', CASE), 'greaterThan', literal(5000)),
    decidedBy: undefined,
  },
);

function next(step: string, log: CaseLog, day: Day): NextStep | undefined {
  return nextSteps(checkerOf(PROCEDURE), log, WORLD, day)?.find((each) => each.step.id === step);
}

describe('what may be done next', () => {
  const begun = logOf([event('a', on(1, 5), by('P1', 'director'))]);

  it.each([
    ['a', logOf([]), on(1, 5), 'allowed', ''],
    ['a', begun, on(1, 6), 'forbidden', 'DUPLICATE'],
    ['b', logOf([]), on(1, 5), 'blocked', 'ORDER'],
    ['b', begun, on(1, 6), 'allowed', ''],
    // Overdue since the 11th: late is better than never.
    ['b', begun, on(1, 20), 'allowed', ''],
    ['c', begun, on(1, 6), 'waiting', 'EARLY'],
    ['c', begun, on(1, 15), 'allowed', ''],
    [
      'd',
      logOf([event('a', on(1, 5), { data: { amount: 1 } })]),
      on(1, 6),
      'forbidden',
      'FORBIDDEN',
    ],
  ])('%s: %#', (step, log, day, state, codes) => {
    const found = next(step, log, day);
    expect(found?.state).toBe(state);
    expect(found?.blockers.map(({ code }) => code).join(' ')).toBe(codes);
  });

  it('says from when, until when, by whom, by whom not, and with what', () => {
    expect(next('c', begun, on(1, 6))?.earliest).toBe(on(1, 15));
    const found = next('b', begun, on(1, 6));
    expect(found?.latest?.day).toBe(on(1, 10));
    expect(found?.eligible).toEqual([{ person: 'P2', role: 'director' }]);
    expect(
      found?.excluded.map(({ person, because }) => [person, because.map(({ code }) => code)]),
    ).toEqual([['P1', ['SOD']]]);
    expect(found?.attach.map(({ document }) => document)).toEqual(['minutes']);
  });

  it('says what is doubtful where a person was found by name, and nothing where none was', () => {
    const person = { role: undefined, present: undefined, recused: undefined };
    const doubtsOf = (byName?: true) => {
      const who = { ...person, person: 'P1', byName };
      const log = logOf([event('a', on(1, 5), { by: who })]);
      return next('b', log, on(1, 6))?.excluded.map(({ person, doubts }) => [person, doubts]);
    };
    expect(doubtsOf(true)).toEqual([['P1', ['by-name']]]);
    expect(doubtsOf()).toEqual([['P1', []]]);
  });

  it('may do what an activation that is beyond help is told with', () => {
    const pattern = (step: string) => ({ step, when: undefined });
    const chained = procedureOf(
      [stepOf('a'), stepOf('b', { optional: true }), stepOf('c'), stepOf('z', { ends: 'refused' })],
      { kind: 'precedence', step: 'z', after: after('b'), redoOn: undefined },
      {
        kind: 'template',
        template: {
          kind: 'chainResponse',
          activation: pattern('a'),
          target: pattern('b'),
          correlation: undefined,
          time: undefined,
        },
      },
    );
    const states = (log: CaseLog) =>
      nextSteps(checkerOf(chained), log, WORLD, on(1, 6))?.map(({ state }) => state);
    const [z, a] = [event('z', on(1, 5)), event('a', on(1, 5))];
    expect(states(logOf([a]))?.[2]).toBe('blocked');
    expect(states(logOf([z, a]))?.[2]).toBe('allowed');
  });

  const pattern = (step: string) => ({ step, when: undefined });
  it.each([
    ['precedence', 'b', 'a', { least: 5 }, 'b', 10],
    ['chainResponse', 'a', 'b', { least: 5 }, 'b', 10],
    ['succession', 'a', 'b', { least: 5 }, 'b', 10],
    ['notResponse', 'a', 'b', { most: 5 }, 'b', 11],
    ['notPrecedence', 'b', 'a', { most: 5 }, 'b', 11],
    ['notCoExistence', 'a', 'b', { most: 5 }, 'b', 11],
  ] as const)(
    'waits for the time of a template: %s of %s and %s, %j',
    (kind, activation, target, time: { least?: number; most?: number }, step, day) => {
      const timed = procedureOf([stepOf('a'), stepOf('b')], {
        kind: 'template',
        template: {
          kind,
          activation: pattern(activation),
          target: pattern(target),
          correlation: undefined,
          time: {
            least: time.least === undefined ? undefined : length(time.least),
            most: time.most === undefined ? undefined : length(time.most),
          },
        },
      });
      const log = logOf([event('a', on(1, 5))]);
      const of = (today: number) =>
        nextSteps(checkerOf(timed), log, WORLD, on(1, today))?.find(
          (each) => each.step.id === step,
        );
      expect([of(7)?.state, of(7)?.earliest]).toEqual(['waiting', on(1, day)]);
      expect([of(day - 1)?.state, of(day)?.state]).toEqual(['waiting', 'allowed']);
    },
  );

  it.each([
    ['what must be done', [], 'owed owed none open'],
    ['what was done, and what was called for then', ['a'], 'none owed none open'],
    ['what must be done again', ['a', 'b', 'd'], 'owed owed none open'],
    ['nothing once it is closed', ['a', 'b', 'e'], 'none none none none'],
  ])('says apart what is called for: %s', (_, done, expected) => {
    const small = is(fact('amount', CASE), 'lessThan', literal(5000));
    const asked = procedureOf(
      [
        stepOf('a'),
        stepOf('b'),
        stepOf('c', { when: is(fact('amount', CASE), 'greaterThan', literal(5000)) }),
        stepOf('d', { optional: true, when: small }),
        stepOf('e', { ends: 'approved' }),
      ],
      { kind: 'existence', step: 'a', least: 1, most: undefined },
      { kind: 'existence', step: 'b', least: 1, most: undefined },
      { kind: 'existence', step: 'c', least: 1, most: undefined },
      { kind: 'existence', step: 'e', least: 1, most: undefined },
      {
        kind: 'precedence',
        step: 'e',
        after: { kind: 'all', of: [after('a'), after('b')] },
        redoOn: 'd',
      },
    );
    const events = ['x', ...done].map((step, index) =>
      event(step, on(1, 5 + index), index === 0 ? { data: { amount: 1 } } : {}),
    );
    const needs = nextSteps(checkerOf(asked), logOf(events), WORLD, on(1, 20));
    expect(
      needs
        ?.slice(0, 4)
        .map(({ need }) => need)
        .join(' '),
    ).toBe(expected);
  });

  it('waits for the end of a publicity with what would break it', () => {
    const shown = procedureOf([stepOf('show'), stepOf('objection', { optional: true })], {
      kind: 'publicity',
      step: 'show',
      least: length(5),
      interruptedBy: 'objection',
    });
    const log = logOf([event('show', on(1, 5), { kind: 'start' })]);
    const found = nextSteps(checkerOf(shown), log, WORLD, on(1, 7))?.[1];
    expect([found?.state, found?.blockers.map(({ code }) => code)]).toEqual([
      'waiting',
      ['PUBLICITY_BROKEN'],
    ]);
    const free = [8, 9, 10, 11, 12].find((day) => {
      const done = { ...log, events: [...log.events, event('objection', on(1, day))] };
      const { states = [] } = checkerOf(shown).check(done, WORLD, on(1, day)) ?? {};
      return states.every(({ deviations }) => deviations.length === 0);
    });
    expect(found?.earliest).toBe(on(1, free!));
  });

  it('says what isn’t known where that would decide it', () => {
    expect(next('d', logOf([]), on(1, 5))?.unclear.map(({ code }) => code)).toEqual([
      'UNKNOWN_DATA',
    ]);
  });
});

describe('a step is allowed', () => {
  const steps = ['a', 'b', 'c', 'd'];
  const permanent = (checker: CaseChecker, log: CaseLog, day: Day): number =>
    (checker.check(log, WORLD, day)?.states ?? [])
      .flatMap(({ deviations }): readonly Deviation[] => deviations)
      .filter((each) => each.verdict === 'violated' && each.permanent).length;

  it('exactly when doing it breaks nothing more for good', { timeout: 60_000 }, () => {
    const rules = fc.array(
      fc.oneof(
        fc
          .record({ step: fc.constantFrom(...steps), before: fc.constantFrom(...steps) })
          .map(({ step, before }): ProcedureRule => ({
            kind: 'precedence',
            step,
            after: after(before),
            redoOn: undefined,
          })),
        fc
          .record({ step: fc.constantFrom(...steps), most: fc.integer({ min: 1, max: 2 }) })
          .map(({ step, most }): ProcedureRule => ({ kind: 'existence', step, least: 0, most })),
        fc
          .record({
            from: fc.constantFrom(...steps),
            to: fc.constantFrom(...steps),
            days: fc.integer({ min: 1, max: 6 }),
          })
          .map(({ from, to, days }): ProcedureRule => ({
            kind: 'gap',
            from: end(from),
            to: start(to),
            least: length(days),
          })),
      ),
      { minLength: 1, maxLength: 4 },
    );
    const prefix = fc.array(
      fc.record({ step: fc.constantFrom(...steps), gap: fc.integer({ min: 0, max: 3 }) }),
      { maxLength: 4 },
    );
    const seed = Number(process.env.QINGDAN_SEED ?? 20260101);
    console.log(`QINGDAN_SEED=${String(seed)}`);
    fc.assert(
      fc.property(rules, prefix, (drawn, events) => {
        const procedure = procedureOf(
          steps.map((id) => stepOf(id)),
          ...drawn,
        );
        let day = on(1, 5);
        const log = logOf(
          events.map(({ step, gap }) => {
            day += gap;
            return event(step, day);
          }),
        );
        const today = day + 1;
        const checker = checkerOf(procedure);
        const before = permanent(checker, log, today);
        for (const { step, state } of nextSteps(checker, log, WORLD, today) ?? []) {
          const done = { ...log, events: [...log.events, event(step.id, today)] };
          expect(state === 'allowed').toBe(permanent(checker, done, today) === before);
        }
      }),
      { seed, numRuns: 500 },
    );
  });
});
