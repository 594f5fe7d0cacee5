import {
  ALWAYS,
  type CaseEvent,
  type CaseLog,
  type Day,
  Period,
  type Procedure,
  type ProcedureRule,
  type RecordNode,
  type RecordType,
  fraction,
} from '@qingdan/core';
import { describe, expect, it } from 'vitest';
import {
  fact,
  factAt,
  is,
  literal,
  parameter,
  parameterOf,
  on,
  worldOf,
  KINSHIP,
  OFFICER,
  recordOf,
  say,
  SPAN,
} from '../testing/build.js';
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

const WORLD = worldOf([], [KINSHIP]);
const STEPS = ['a', 'b', 'c', 'd'].map((id) => stepOf(id));

/** What is wrong, one word for each: its code, the step, `?` for what can't be told, what it follows. */
function wrong(procedure: Procedure, log: CaseLog, day: Day = on(3, 1), world = WORLD): string {
  const result = checkerOf(procedure).check(log, world, day);
  return (result?.states ?? [])
    .flatMap(({ deviations }) => deviations)
    .map(
      ({ code, step, verdict, follows }) =>
        `${code}${verdict === 'undetermined' ? '?' : ''}:${step}${follows === undefined ? '' : `<${follows}`}`,
    )
    .join(' ');
}

function verdict(procedure: Procedure, log: CaseLog, day: Day = on(3, 1)): string | undefined {
  return checkerOf(procedure).check(log, WORLD, day)?.states[0]?.verdict;
}

const existence = (step: string, least = 1, most?: number): ProcedureRule => ({
  kind: 'existence',
  step,
  least,
  most,
});
const precedence = (step: string, before: string, redoOn?: string): ProcedureRule => ({
  kind: 'precedence',
  step,
  after: after(before),
  redoOn,
});
const deadline = (days: number, pausedBy?: string): ProcedureRule => ({
  kind: 'deadline',
  from: end('a'),
  to: end('b'),
  within: { kind: 'length', length: length(days) },
  counting: { includesFirst: false, rolls: true },
  yellow: undefined,
  pausedBy,
});

describe('a step as often as it must and may be done', () => {
  const procedure = procedureOf(STEPS, existence('a', 1, 1));
  it.each([
    ['is owed while the case is open', [], false, 'temporarilyViolated', ''],
    ['is missing once it is closed', [], true, 'permanentlyViolated', 'MISSING:a'],
    ['may yet be done once more', [event('a', on(1, 5))], false, 'temporarilySatisfied', ''],
    ['is done', [event('a', on(1, 5))], true, 'permanentlySatisfied', ''],
    [
      'is done too often',
      [event('a', on(1, 5)), event('a', on(1, 6))],
      false,
      'permanentlyViolated',
      'DUPLICATE:a',
    ],
    [
      'isn’t done by beginning it',
      [event('a', on(1, 5), { kind: 'start' })],
      true,
      'permanentlyViolated',
      'MISSING:a',
    ],
  ])('%s', (_, events, closed, expected, codes) => {
    expect(verdict(procedure, logOf(events, { closed }))).toBe(expected);
    expect(wrong(procedure, logOf(events, { closed }))).toBe(codes);
  });

  it('counts nothing that was taken back', () => {
    const done = event('a', on(1, 5));
    const taken = event('a', on(1, 6), { kind: 'void', voids: done.id });
    expect(wrong(procedure, logOf([done, taken], { closed: true }))).toBe('MISSING:a');
  });
});

describe('a step after another', () => {
  const ordered = procedureOf(STEPS, precedence('b', 'a'));
  const unordered = { seq: undefined };
  it.each([
    ['is in order', [event('a', on(1, 5)), event('b', on(1, 6))], ''],
    ['is out of order', [event('b', on(1, 5)), event('a', on(1, 6))], 'ORDER:b'],
    ['comes without it', [event('b', on(1, 5))], 'ORDER:b'],
    [
      'is in order by `seq`',
      [event('b', on(1, 5), { seq: 2 }), event('a', on(1, 5), { seq: 1 })],
      '',
    ],
    [
      'of the same day without more proves nothing',
      [event('b', on(1, 5), unordered), event('a', on(1, 5), unordered)],
      'ORDER_UNPROVEN?:b',
    ],
    [
      'of the same day by the hour',
      [event('b', on(1, 5), { instant: 2 }), event('a', on(1, 5), { instant: 1 })],
      '',
    ],
    [
      'waits for its end',
      [
        event('a', on(1, 4), { kind: 'start' }),
        event('b', on(1, 5)),
        event('a', on(1, 6), { kind: 'complete' }),
      ],
      'ORDER:b',
    ],
    [
      'is judged by its own beginning',
      [
        event('b', on(1, 4), { kind: 'start' }),
        event('a', on(1, 5)),
        event('b', on(1, 6), { kind: 'complete' }),
      ],
      'ORDER:b',
    ],
    [
      'is judged by its end where the log has no beginning',
      [
        event('b', on(1, 5), { kind: 'complete' }),
        event('a', on(1, 6), { kind: 'complete' }),
        event('b', on(1, 7), { kind: 'complete' }),
      ],
      'ORDER:b',
    ],
    [
      'that ends again without a second beginning is judged anew',
      [
        event('a', on(1, 4), { kind: 'complete' }),
        event('b', on(1, 5), { kind: 'start' }),
        event('b', on(1, 6), { kind: 'complete' }),
        event('b', on(1, 7), { kind: 'complete' }),
      ],
      '',
    ],
  ])('%s', (_, events, expected) => {
    expect(wrong(ordered, logOf(events))).toBe(expected);
  });

  it('must be done again after what undoes it', () => {
    const procedure = procedureOf(STEPS, precedence('b', 'a', 'c'));
    const before = [event('a', on(1, 5)), event('c', on(1, 6))];
    expect(wrong(procedure, logOf([...before, event('b', on(1, 8))]))).toBe('ORDER:b');
    expect(wrong(procedure, logOf([...before, event('a', on(1, 7)), event('b', on(1, 8))]))).toBe(
      '',
    );
  });

  it.each([
    ['true', { amount: 100 }, 'ORDER:b'],
    ['false', { amount: 1 }, ''],
    ['unknown', {}, 'UNKNOWN_DATA?:b'],
  ])(
    'waits for one that is only done where a condition holds, and that is %s',
    (_, data, expected) => {
      const when = is(fact('amount', CASE), 'greaterThan', literal(5000));
      const procedure = procedureOf([stepOf('a', { when }), stepOf('b')], precedence('b', 'a'));
      expect(wrong(procedure, logOf([event('b', on(1, 5), { data })]))).toBe(expected);
    },
  );

  it('is told once for each step that was never done', () => {
    const procedure = procedureOf(
      STEPS,
      existence('a'),
      precedence('b', 'a'),
      precedence('c', 'a'),
    );
    const events = [event('b', on(1, 5)), event('c', on(1, 6))];
    expect(wrong(procedure, logOf(events))).toBe('ORDER:b ORDER:c<a');
    expect(wrong(procedure, logOf(events, { closed: true }))).toBe('MISSING:a ORDER:b<a ORDER:c<a');
  });
});

describe('a case of which events could not be read', () => {
  it('is not told to lack what may be among them', () => {
    const procedure = procedureOf(
      STEPS,
      existence('a'),
      precedence('b', 'a'),
      deadline(10),
      existence('c', 0, 1),
    );
    const events = [event('b', on(1, 5)), event('c', on(1, 6)), event('c', on(1, 7))];
    const log = logOf(events, { closed: true, lost: 1 });
    expect(wrong(procedure, log)).toBe('MISSING?:a ORDER?:b<a DUPLICATE:c');
  });

  it('takes what the log says of the case as a whole for known, and what an event says for newer', () => {
    const when = is(fact('amount', CASE), 'greaterThan', literal(5000));
    const procedure = procedureOf(STEPS, { kind: 'limit', step: 'a', condition: when });
    const data = { amount: 10 };
    expect(wrong(procedure, logOf([event('a', on(1, 5))], { data }))).toBe('LIMIT:a');
    const newer = event('a', on(1, 5), { data: { amount: 100 } });
    expect(wrong(procedure, logOf([newer], { data }))).toBe('');
  });
});

describe('a case that ends', () => {
  const procedure = procedureOf(
    [stepOf('a'), stepOf('b'), stepOf('c', { ends: 'refused' }), stepOf('d')],
    existence('a'),
    existence('b'),
    existence('d'),
    precedence('b', 'a'),
    precedence('c', 'b'),
    precedence('d', 'b'),
  );
  it('owes nothing later, but all that leads to its end', () => {
    expect(
      wrong(procedure, logOf([event('a', on(1, 5)), event('b', on(1, 6)), event('c', on(1, 7))])),
    ).toBe('');
    expect(wrong(procedure, logOf([event('a', on(1, 5)), event('c', on(1, 7))]))).toBe(
      'MISSING:b ORDER:c<b',
    );
  });
});

describe('a step in time', () => {
  const procedure = procedureOf(STEPS, deadline(10));
  const begun = event('a', on(1, 5));
  it.each([
    ['runs', [begun], on(1, 10), 'temporarilyViolated', ''],
    ['is overdue from the day after', [begun], on(1, 16), 'permanentlyViolated', 'LATE:b'],
    ['is not overdue on its last day', [begun], on(1, 15), 'temporarilyViolated', ''],
    [
      'was done on its last day',
      [begun, event('b', on(1, 15))],
      on(3, 1),
      'permanentlySatisfied',
      '',
    ],
    ['was done late', [begun, event('b', on(1, 16))], on(3, 1), 'permanentlyViolated', 'LATE:b'],
    ['was never begun', [event('b', on(1, 16))], on(3, 1), 'notApplicable', ''],
    [
      'stood still',
      [
        begun,
        event('a', on(1, 6), { kind: 'suspend' }),
        event('a', on(1, 9), { kind: 'resume' }),
        event('b', on(1, 19)),
      ],
      on(3, 1),
      'permanentlySatisfied',
      '',
    ],
    [
      'still stands still',
      [begun, event('a', on(1, 6), { kind: 'suspend' })],
      on(3, 1),
      'temporarilySatisfied',
      '',
    ],
  ])('%s', (_, events, day, expected, codes) => {
    expect(verdict(procedure, logOf(events), day)).toBe(expected);
    expect(wrong(procedure, logOf(events), day)).toBe(codes);
  });

  it.each([
    [on(1, 13), undefined],
    [on(1, 14), 'yellow'],
    [on(1, 15), 'yellow'],
  ])('shows on %d the card %s', (day, card) => {
    expect(checkerOf(procedure).check(logOf([begun]), WORLD, day)?.states[0]?.card).toBe(card);
  });

  it('is interrupted by a step that takes its own time', () => {
    const paused = procedureOf(STEPS, deadline(10, 'c'));
    const events = [
      begun,
      event('c', on(1, 6), { kind: 'start' }),
      event('c', on(1, 9), { kind: 'complete' }),
    ];
    expect(wrong(paused, logOf([...events, event('b', on(1, 19))]))).toBe('');
    expect(wrong(paused, logOf([...events, event('b', on(1, 20))]))).toBe('LATE:b');
  });

  it.each([
    ['is owed no longer where a condition is false', 1, on(1, 16), 'notApplicable', ''],
    ['is overdue where it is true', 100, on(1, 16), 'permanentlyViolated', 'LATE:b'],
    ['still runs while nothing is known of it', undefined, on(1, 15), 'temporarilyViolated', ''],
    ['can’t be told to be overdue then', undefined, on(1, 16), 'undetermined', 'UNKNOWN_DATA?:b'],
  ])('%s', (_, amount, day, expected, codes) => {
    const when = is(fact('amount', CASE), 'greaterThan', literal(5000));
    const guarded = procedureOf([stepOf('a'), stepOf('b', { when })], deadline(10));
    const log = logOf([event('a', on(1, 5), amount === undefined ? {} : { data: { amount } })]);
    expect(verdict(guarded, log, day)).toBe(expected);
    expect(wrong(guarded, log, day)).toBe(codes);
  });

  it.each([
    [1, ''],
    [100, 'LATE:b'],
    [undefined, 'UNKNOWN_DATA?:b'],
  ])('done late is late only where it was owed: %s', (amount, expected) => {
    const when = is(fact('amount', CASE), 'greaterThan', literal(5000));
    const guarded = procedureOf([stepOf('a'), stepOf('b', { when }), stepOf('c')], deadline(10));
    const data = amount === undefined ? {} : { data: { amount } };
    // What is known later doesn't change what was owed then.
    const later = event('c', on(2, 1), { data: { amount: 1 } });
    const log = logOf([event('a', on(1, 5), data), event('b', on(1, 16)), later]);
    expect(wrong(guarded, log)).toBe(expected);
  });

  it('ends with the quarter of its first day, and some days more', () => {
    const quarterly = procedureOf(STEPS, {
      kind: 'deadline',
      from: end('a'),
      to: end('b'),
      within: { kind: 'end', of: 'quarter', plus: length(10) },
      counting: { includesFirst: false, rolls: false },
      yellow: undefined,
      pausedBy: undefined,
    });
    expect(wrong(quarterly, logOf([begun, event('b', on(4, 10))]), on(5, 1))).toBe('');
    expect(wrong(quarterly, logOf([begun, event('b', on(4, 11))]), on(5, 1))).toBe('LATE:b');
  });

  it.each([
    ['the whole next month', on(1, 31), 1, on(2, 28)],
    ['the whole month after a shorter one', on(2, 10), 1, on(3, 31)],
    ['the months of a quarter', on(2, 10), 3, on(5, 31)],
  ])('counts %s from the end of a month', (_, from, months, lastDay) => {
    const monthly = procedureOf(STEPS, {
      kind: 'deadline',
      from: end('a'),
      to: end('b'),
      within: { kind: 'end', of: 'month', plus: length(months, 'months') },
      counting: { includesFirst: false, rolls: false },
      yellow: undefined,
      pausedBy: undefined,
    });
    const paid = (day: Day) => logOf([event('a', from), event('b', day)]);
    expect(wrong(monthly, paid(lastDay), on(12, 1))).toBe('');
    expect(wrong(monthly, paid(lastDay + 1), on(12, 1))).toBe('LATE:b');
  });
});

describe('a step not too early', () => {
  const procedure = procedureOf(STEPS, {
    kind: 'gap',
    from: end('a'),
    to: start('b'),
    least: length(10),
  });
  it.each([
    [on(1, 14), 'EARLY:b'],
    [on(1, 15), ''],
  ])('on day %d: %s', (day, expected) => {
    expect(wrong(procedure, logOf([event('a', on(1, 5)), event('b', day)]))).toBe(expected);
    const ends = [
      event('a', on(1, 5), { kind: 'complete' }),
      event('b', day, { kind: 'complete' }),
    ];
    expect(wrong(procedure, logOf(ends))).toBe(expected);
  });
});

describe('a publicity', () => {
  const procedure = procedureOf(STEPS, {
    kind: 'publicity',
    step: 'a',
    least: length(7),
    interruptedBy: 'b',
  });
  const posted = event('a', on(1, 5), { kind: 'start' });
  const down = (day: Day) => event('a', day, { kind: 'complete' });
  it.each([
    ['is long enough', [posted, down(on(1, 12))], ''],
    ['is a day short', [posted, down(on(1, 11))], 'PUBLICITY_SHORT:a'],
    ['is broken', [posted, event('b', on(1, 8)), down(on(1, 12))], 'PUBLICITY_BROKEN:a'],
    ['isn’t broken by what comes after', [posted, event('b', on(1, 12)), down(on(1, 15))], ''],
    ['still runs', [posted], ''],
    ['of which only the end was logged can’t be told', [down(on(1, 12))], 'UNKNOWN_DATA?:a'],
    [
      'that begins anew counts from then',
      [posted, event('a', on(1, 8), { kind: 'start' }), down(on(1, 14))],
      'PUBLICITY_SHORT:a',
    ],
    [
      'that begins anew is long enough from then',
      [posted, event('a', on(1, 8), { kind: 'start' }), down(on(1, 15))],
      '',
    ],
    [
      'that begins anew is broken by what comes then',
      [posted, event('a', on(1, 8), { kind: 'start' }), event('b', on(1, 9)), down(on(1, 15))],
      'PUBLICITY_BROKEN:a',
    ],
    [
      'of each of two runs ends with its own',
      [
        event('a', on(1, 5), { kind: 'start', iteration: 1 }),
        event('a', on(1, 8), { kind: 'start', iteration: 2 }),
        event('a', on(1, 12), { kind: 'complete', iteration: 1 }),
        event('a', on(1, 15), { kind: 'complete', iteration: 2 }),
      ],
      '',
    ],
    [
      'in two runs is broken twice',
      [
        event('a', on(1, 5), { kind: 'start', iteration: 1 }),
        event('a', on(1, 8), { kind: 'start', iteration: 2 }),
        event('b', on(1, 9)),
      ],
      'PUBLICITY_BROKEN:a PUBLICITY_BROKEN:a',
    ],
  ])('%s', (_, events, expected) => {
    expect(wrong(procedure, logOf(events))).toBe(expected);
  });

  it('that began anew leaves nobody waiting for the end of the first', () => {
    const again = event('a', on(1, 8), { kind: 'start' });
    const closed = { closed: true };
    expect(wrong(procedure, logOf([posted, again, down(on(1, 15))], closed))).toBe('');
    expect(wrong(procedure, logOf([posted, again], closed))).toBe('UNKNOWN_DATA?:a');
    expect(verdict(procedure, logOf([posted, again]), on(1, 10))).toBe('temporarilyViolated');
    expect(verdict(procedure, logOf([posted, again, down(on(1, 15))]))).toBe(
      'temporarilySatisfied',
    );
  });

  it('of which the end is unknown once the case is closed can’t be told', () => {
    expect(wrong(procedure, logOf([posted], { closed: true }))).toBe('UNKNOWN_DATA?:a');
  });
});

describe('a step again and again', () => {
  const procedure = procedureOf(STEPS, {
    kind: 'recurrence',
    step: 'a',
    every: length(1, 'months'),
    until: 'b',
  });
  it.each([
    ['is in time', [event('a', on(1, 5)), event('a', on(2, 5)), event('b', on(3, 5))], ''],
    ['is late', [event('a', on(1, 5)), event('a', on(2, 6)), event('b', on(3, 5))], 'LATE:a'],
    ['is overdue', [event('a', on(1, 5))], 'LATE:a'],
    ['is no longer owed', [event('a', on(1, 5)), event('b', on(1, 6))], ''],
  ])('%s', (_, events, expected) => {
    expect(wrong(procedure, logOf(events))).toBe(expected);
  });

  it.each([
    ['LATE:a', 100],
    ['', 1],
    ['UNKNOWN_DATA?:a', undefined],
  ])('is owed again only where a condition holds: %j', (expected, amount) => {
    const when = is(fact('amount', CASE), 'greaterThan', literal(5000));
    const guarded = procedureOf(
      [stepOf('a', { when }), stepOf('b')],
      ...procedure.constraints.map(({ rule }) => rule),
    );
    const data = amount === undefined ? {} : { data: { amount } };
    expect(wrong(guarded, logOf([event('a', on(1, 5), data)]))).toBe(expected);
  });
});

describe('the day of an event', () => {
  const day = factAt({
    root: { kind: 'event' },
    steps: [],
    type: { kind: 'date' },
    text: 'event.date',
    span: SPAN,
  });
  it('is that of the event at which a condition is judged', () => {
    const limit = (step?: string): ProcedureRule => ({
      kind: 'limit',
      step,
      condition: is(day, 'lessThan', literal(on(1, 8))),
    });
    const events = [event('a', on(1, 7)), event('b', on(1, 8)), event('a', on(1, 9))];
    expect(wrong(procedureOf(STEPS, limit('a')), logOf(events))).toBe('LIMIT:a');
    expect(wrong(procedureOf(STEPS, limit()), logOf(events))).toBe('LIMIT:b LIMIT:a');
  });
});

describe('who does a step', () => {
  const rule = (more: object = {}): ProcedureRule => ({
    kind: 'role',
    step: 'a',
    roles: ['director'],
    count: 1,
    not: [],
    ...more,
  });
  it.each([
    ['is recorded in the role', [event('a', on(1, 5), by('P1', 'director'))], {}, ''],
    ['is recorded in another', [event('a', on(1, 5), by('P1', 'clerk'))], {}, 'ROLE:a'],
    ['isn’t recorded', [event('a', on(1, 5))], {}, 'UNKNOWN_DATA?:a'],
    [
      'are two persons',
      [
        event('a', on(1, 5), {
          ...by('P1', 'director'),
          participants: [{ person: 'P2', role: 'director', present: true, recused: false }],
        }),
      ],
      { count: 2 },
      '',
    ],
    [
      'is one person twice',
      [
        event('a', on(1, 5), {
          ...by('P1', 'director'),
          participants: [{ person: 'P1', role: 'director', present: true, recused: false }],
        }),
      ],
      { count: 2 },
      'ROLE:a',
    ],
    [
      'stayed away',
      [
        event('a', on(1, 5), {
          ...by('P1', 'director'),
          participants: [{ person: 'P2', role: 'director', present: false, recused: false }],
        }),
      ],
      { count: 2 },
      'ROLE:a',
    ],
    [
      'must not be in a role',
      [event('a', on(1, 5), by('P1', 'director'))],
      { roles: [], not: ['director'] },
      'ROLE:a',
    ],
  ])('%s', (_, events, more, expected) => {
    expect(wrong(procedureOf(STEPS, rule(more)), logOf(events))).toBe(expected);
  });
});

describe('how many do a step, by a figure', () => {
  const rule: ProcedureRule = {
    kind: 'role',
    step: 'a',
    roles: ['director'],
    count: parameter('people'),
    not: [],
  };
  const two = {
    ...by('P1', 'director'),
    participants: [{ person: 'P2', role: 'director', present: true, recused: false }],
  };
  const result = (values: Parameters<typeof parameterOf>[1], more: object) =>
    checkerOf(procedureOf(STEPS, rule), {
      parameters: new Map([['people', parameterOf('people', values)]]),
    }).check(logOf([event('a', on(1, 5), more)]), WORLD, on(3, 1));
  const since = (day: Day) => ({ from: day, until: undefined });
  it.each([
    ['are as many as that', [[ALWAYS, 2]], two, ''],
    ['are fewer', [[ALWAYS, 3]], two, 'ROLE'],
    [
      'are fewer than on that day',
      [
        [{ from: undefined, until: on(1, 5) }, 1],
        [since(on(1, 5)), 3],
      ],
      two,
      'ROLE',
    ],
    [
      'are as many as that day asks',
      [
        [{ from: undefined, until: on(1, 6) }, 2],
        [since(on(1, 6)), 3],
      ],
      two,
      '',
    ],
    ['can’t be told where none is set', [], two, 'UNKNOWN_DATA'],
    ['is one where one is asked', [[ALWAYS, 1]], by('P1', 'director'), ''],
  ] as [string, Parameters<typeof parameterOf>[1], object, string][])(
    '%s',
    (_, values, more, expected) => {
      const found = result(values, more)?.findings.map(({ deviation }) => deviation.code) ?? [];
      expect(found.join(' ')).toBe(expected);
    },
  );
});

describe('who does a step, by the roster', () => {
  const roster = (person: string, post: string) =>
    recordOf(
      OFFICER,
      person,
      { person, post, term: new Period(on(1, 1), on(12, 31)) },
      { organisation: 'V1' },
    );
  const posts = ['director', 'deputy', 'township-officer', 'township-head'];
  const roles = new Map(
    posts.map((id) => [
      id,
      {
        id,
        title: say(id),
        span: SPAN,
        body: id.startsWith('township') ? 'township' : 'committee',
      },
    ]),
  );
  const result = (role: string, person: string, listed: RecordNode[], closed: RecordType[]) =>
    checkerOf(procedureOf(STEPS, { kind: 'role', step: 'a', roles: [role], count: 1, not: [] }), {
      roles,
    }).check(logOf([event('a', on(1, 5), by(person, role))]), worldOf(listed, closed), on(3, 1));
  const director = roster('P1', 'director');
  it.each([
    ['lists them', 'director', 'P1', [director], [OFFICER], 'compliant'],
    ['is whole and doesn’t list them', 'director', 'P2', [director], [OFFICER], 'violation'],
    ['may yet list them', 'director', 'P2', [director], [], 'compliant'],
    ['is none of their body', 'township-officer', 'P2', [director], [OFFICER], 'compliant'],
    [
      'is one of their body without them',
      'township-officer',
      'P2',
      [director, roster('P3', 'township-head')],
      [OFFICER],
      'violation',
    ],
  ] as const)('%s', (_, role, person, listed, closed, outcome) => {
    expect(result(role, person, [...listed], [...closed])?.outcome).toBe(outcome);
  });

  it('lacks the roster, which is no doing of the case, where it may yet list them', () => {
    const [finding] = result('director', 'P2', [director], [])?.findings ?? [];
    expect(finding?.deviation.missing).toMatchObject([{ scope: 'run', needs: 'register officer' }]);
  });
});

describe('duties kept apart', () => {
  const rule = (relation: 'different' | 'same' | 'unrelated'): ProcedureRule => ({
    kind: 'apart',
    step: 'b',
    relation,
    steps: ['a'],
  });
  const pair = (first?: string, second?: string) => [
    event('a', on(1, 5), first === undefined ? {} : by(first)),
    event('b', on(1, 6), second === undefined ? {} : by(second)),
  ];
  it.each([
    ['different', pair('P1', 'P2'), ''],
    ['different', pair('P1', 'P1'), 'SOD:b'],
    ['different', pair('P1'), 'UNKNOWN_DATA?:b'],
    ['same', pair('P1', 'P1'), ''],
    ['same', pair('P1', 'P2'), 'SOD:b'],
    ['different', pair('P1', 'P1').slice(1), ''],
  ] as const)('%s: %#', (relation, events, expected) => {
    expect(wrong(procedureOf(STEPS, rule(relation)), logOf(events))).toBe(expected);
  });
});

describe('what is wrong with a step that lasts', () => {
  const lasting = (step: string, day: number, first?: string, last = first) => [
    event(step, on(1, day), { kind: 'start', ...(first === undefined ? {} : by(first, 'clerk')) }),
    event(step, on(1, day + 3), {
      kind: 'complete',
      ...(last === undefined ? {} : by(last, 'clerk')),
    }),
  ];
  const role: ProcedureRule = { kind: 'role', step: 'b', roles: ['director'], count: 1, not: [] };
  const apart: ProcedureRule = { kind: 'apart', step: 'b', relation: 'different', steps: ['a'] };
  const guard: ProcedureRule = {
    kind: 'guard',
    step: 'b',
    when: is(fact('amount', CASE), 'greaterThan', literal(5000)),
    decidedBy: undefined,
  };
  const small = { data: { amount: 1 } };
  it.each<[string, ProcedureRule, readonly CaseEvent[], string]>([
    ['who began and ended it', role, lasting('b', 6, 'P1'), 'ROLE:b'],
    ['who began it, and who ended it', role, lasting('b', 6, 'P1', 'P2'), 'ROLE:b ROLE:b'],
    ['nobody named', role, lasting('b', 6), 'UNKNOWN_DATA?:b'],
    [
      'each time that it is done',
      role,
      [...lasting('b', 6, 'P1'), ...lasting('b', 12, 'P1')],
      'ROLE:b ROLE:b',
    ],
    [
      'who did both, of which both last',
      apart,
      [...lasting('a', 1, 'P1'), ...lasting('b', 6, 'P1')],
      'SOD:b',
    ],
    [
      'who did one of two times of the other',
      apart,
      [...lasting('a', 1, 'P1'), ...lasting('a', 5, 'P2'), ...lasting('b', 9, 'P2')],
      'SOD:b',
    ],
    [
      'where it may not be done',
      guard,
      [event('a', on(1, 5), small), ...lasting('b', 6)],
      'FORBIDDEN:b',
    ],
  ])('is told once: %s', (_, rule, events, expected) => {
    expect(wrong(procedureOf(STEPS, rule), logOf(events))).toBe(expected);
  });
});

describe('relatives of whom no register tells', () => {
  const rule: ProcedureRule = { kind: 'apart', step: 'b', relation: 'unrelated', steps: ['a'] };
  const relations = {
    record: 'kinship',
    relations: new Map(),
    sets: new Map([['near-relatives', { label: say('near'), includes: [] }]]),
    span: SPAN,
  };
  it.each([
    ['leave the outcome alone', event('b', on(1, 6), by('P2')), 'compliant', ['register kinship']],
    ['leave it open where nobody is named', event('b', on(1, 6)), 'undetermined', []],
  ] as const)('%s', (_what, second, outcome, needs) => {
    const checker = checkerOf(procedureOf(STEPS, rule), { relations });
    const log = logOf([event('a', on(1, 5), by('P1')), second]);
    const result = checker.check(log, worldOf(), on(1, 7));
    expect(result?.outcome).toBe(outcome);
    expect(
      result?.findings.flatMap(({ deviation }) => deviation.missing.map((each) => each.needs)),
    ).toEqual(needs);
  });
});

describe('a document', () => {
  const rule = (dueWithin?: number): ProcedureRule => ({
    kind: 'evidence',
    step: 'a',
    document: 'minutes',
    dueWithin: dueWithin === undefined ? undefined : length(dueWithin),
  });
  const minutes = { evidence: [{ document: 'minutes', reference: undefined, on: undefined }] };
  it.each([
    ['is attached', undefined, [event('a', on(1, 5), minutes)], ''],
    ['is wanting', undefined, [event('a', on(1, 5))], 'EVIDENCE:a'],
    ['was brought before', undefined, [event('b', on(1, 4), minutes), event('a', on(1, 5))], ''],
    ['comes in time', 5, [event('a', on(1, 5)), event('b', on(1, 12), minutes)], ''],
    ['comes late', 5, [event('a', on(1, 5)), event('b', on(1, 13), minutes)], 'EVIDENCE:a'],
  ])('%s', (_, dueWithin, events, expected) => {
    expect(wrong(procedureOf(STEPS, rule(dueWithin)), logOf(events))).toBe(expected);
  });

  const papers = (...documents: string[]) => ({
    evidence: documents.map((document) => ({ document, reference: undefined, on: undefined })),
  });
  it.each([
    ['is meant by its label', undefined, ['会议记录'], undefined],
    ['is wanting where another of the procedure is attached', undefined, ['vote'], 'violated'],
    ['may be one that nothing names', undefined, ['讨论情况'], 'undetermined'],
    ['may be one that nothing names, and is late', 5, ['讨论情况'], 'undetermined'],
    ['is there beside one that nothing names', undefined, ['讨论情况', 'minutes'], undefined],
  ])('%s', (_, dueWithin, documents, verdict) => {
    const evidence = [
      { document: 'minutes', label: { zh: '会议记录', en: 'minutes of it' }, dueWithin: undefined },
      { document: 'vote', label: { zh: '表决票', en: 'ballots' }, dueWithin: undefined },
    ];
    const procedure = procedureOf([stepOf('a', { evidence })], rule(dueWithin));
    const found = checkerOf(procedure).check(
      logOf([event('a', on(1, 5), papers(...documents))]),
      worldOf(),
      on(3, 1),
    );
    const states = found?.states.flatMap(({ deviations }) =>
      deviations.map((each) => `${each.code} ${each.verdict}`),
    );
    expect(states).toEqual(verdict === undefined ? [] : [`EVIDENCE ${verdict}`]);
    if (verdict === 'undetermined') expect(found?.outcome).toBe('undetermined');
  });
});

describe('a vote', () => {
  const half = literal(fraction(1n, 2n));
  const twoThirds = literal(fraction(2n, 3n));
  const procedure = procedureOf(STEPS, {
    kind: 'quorum',
    step: 'a',
    present: [
      { unit: 'adults', share: { above: true, share: half } },
      { unit: 'households', share: { above: false, share: twoThirds } },
    ],
    yes: { unit: 'adults', of: 'present', share: { above: true, share: half } },
  });
  const tally = (
    unit: 'adults' | 'households',
    eligible?: number,
    present?: number,
    yes?: number,
  ) => ({ unit, eligible, present, yes, no: undefined });
  it.each([
    ['more than half, more than half of them yes', [tally('adults', 10, 6, 4)], ''],
    [
      'exactly half is not more than half',
      [tally('adults', 10, 5, 4), tally('households', 9, 5)],
      'QUORUM:a',
    ],
    [
      'two thirds of the households are enough',
      [tally('adults', 10, 5, 4), tally('households', 9, 6)],
      '',
    ],
    ['half of those present said yes', [tally('adults', 10, 6, 3)], 'QUORUM:a'],
    ['nobody counted', [], 'UNKNOWN_DATA?:a'],
    ['enough came, but nobody counted the yes', [tally('adults', 10, 6)], 'UNKNOWN_DATA?:a'],
  ])('%s', (_, tallies, expected) => {
    expect(wrong(procedure, logOf([event('a', on(1, 5), { tallies })]))).toBe(expected);
  });

  it.each([
    [
      'more than half of the households that came',
      [tally('adults', 10, 5, 4), tally('households', 9, 6, 4)],
      '',
    ],
    [
      'half of the households that came',
      [tally('adults', 10, 5, 4), tally('households', 9, 6, 3)],
      'QUORUM:a',
    ],
    ['either count', [tally('adults', 10, 6, 3), tally('households', 9, 6, 4)], ''],
  ])('without a unit is counted as those who came: %s', (_, tallies, expected) => {
    const [rule] = procedure.constraints.map((constraint) => constraint.rule);
    if (rule?.kind !== 'quorum' || rule.yes === undefined) throw new Error('no vote');
    const same = procedureOf(STEPS, { ...rule, yes: { ...rule.yes, unit: undefined } });
    expect(wrong(same, logOf([event('a', on(1, 5), { tallies })]))).toBe(expected);
  });
});

describe('a vote of which some withdrew', () => {
  const rule = (recused?: 'in' | 'out'): ProcedureRule => ({
    kind: 'quorum',
    step: 'a',
    present: [],
    yes: {
      unit: 'deputies',
      of: 'eligible',
      share: { above: false, share: literal(fraction(2n, 3n)) },
    },
    ...(recused === undefined ? {} : { recused }),
  });
  const vote = event('a', on(1, 5), {
    tallies: [{ unit: 'deputies', eligible: 10, present: 10, yes: 6, no: 3 }],
    participants: [{ person: 'P9', role: undefined, present: true, recused: true }],
  });
  it.each([
    [undefined, 'QUORUM:a'],
    ['in', 'QUORUM:a'],
    ['out', ''],
  ] as const)('counts them %s', (recused, expected) => {
    expect(wrong(procedureOf(STEPS, rule(recused)), logOf([vote]))).toBe(expected);
  });
});

describe('a step only where a condition holds', () => {
  const when = is(fact('amount', CASE), 'greaterThan', literal(5000));
  const rule = (decidedBy?: string): ProcedureRule => ({
    kind: 'guard',
    step: 'b',
    when,
    decidedBy,
  });
  it.each([
    [
      'holds',
      [event('a', on(1, 5), { data: { amount: 100 } }), event('b', on(1, 6))],
      undefined,
      '',
    ],
    [
      'doesn’t',
      [event('a', on(1, 5), { data: { amount: 10 } }), event('b', on(1, 6))],
      undefined,
      'FORBIDDEN:b',
    ],
    ['isn’t known', [event('b', on(1, 6))], undefined, 'UNKNOWN_DATA?:b'],
    [
      'held when it was decided',
      [
        event('a', on(1, 5), { data: { amount: 100 } }),
        event('b', on(1, 6), { data: { amount: 10 } }),
      ],
      'a',
      '',
    ],
  ])('%s', (_, events, decidedBy, expected) => {
    expect(wrong(procedureOf(STEPS, rule(decidedBy)), logOf(events))).toBe(expected);
  });

  it('is kept by every event', () => {
    const procedure = procedureOf(STEPS, { kind: 'limit', step: undefined, condition: when });
    const events = [
      event('a', on(1, 5), { data: { amount: 100 } }),
      event('b', on(1, 6), { data: { amount: 10 } }),
    ];
    expect(wrong(procedure, logOf(events))).toBe('LIMIT:b');
  });
});

describe('what happened is written down in time', () => {
  const procedure = procedureOf(STEPS, { kind: 'backfill', within: length(3) });
  /** Noon at +08:00. */
  const noon = (day: Day): number => day * 86_400_000 + 4 * 3_600_000;
  // The 8th, three days after the 5th, is a Thursday.
  it.each<[string, number | undefined, string]>([
    ['on the day itself', noon(on(1, 5)), ''],
    ['on the last day', noon(on(1, 8)), ''],
    [
      'late on the last day, early on it at Greenwich',
      on(1, 9) * 86_400_000 - 8 * 3_600_000 - 1,
      '',
    ],
    ['a day after that', noon(on(1, 9)), 'BACKFILL:a'],
    ['before it happened', noon(on(1, 1)), ''],
    ['nobody knows when', undefined, 'UNKNOWN_DATA?:a'],
  ])('%s', (_, recordedAt, expected) => {
    expect(wrong(procedure, logOf([event('a', on(1, 5), { recordedAt })]))).toBe(expected);
  });
});

describe('what lies after the day of the check', () => {
  const paid = [event('a', on(1, 5)), event('b', on(1, 8))];
  const inTime = procedureOf(STEPS, deadline(5));

  it.each<[string, Day, string]>([
    ['counts on its day', on(1, 8), ''],
    ['doesn’t count before', on(1, 7), ''],
    ['doesn’t hide that time ran out before it', on(2, 1), 'LATE:b'],
  ])('%s', (_what, day, found) => {
    const events = day === on(2, 1) ? [event('a', on(1, 5)), event('b', on(12, 1))] : paid;
    expect(wrong(inTime, logOf(events), day)).toBe(found);
  });

  it('is handed on as it stands in the log, and closes nothing', () => {
    const log = logOf(paid, { closed: true });
    const result = checkerOf(procedureOf(STEPS, existence('b'))).check(log, WORLD, on(1, 6));
    expect([result?.log, result?.later, result?.closing, result?.outcome]).toEqual([
      log,
      paid.slice(1),
      undefined,
      'compliant',
    ]);
  });

  it('takes nothing back yet', () => {
    const taken = event('b', on(1, 20), { kind: 'void', voids: paid[1]?.id });
    expect(wrong(inTime, logOf([...paid, taken]), on(1, 12))).toBe('');
    expect(wrong(inTime, logOf([...paid, taken]), on(1, 20))).toBe('LATE:b');
  });

  it('leaves a case that hasn’t begun unjudged', () => {
    const result = checkerOf(inTime).check(logOf(paid), WORLD, on(1, 4));
    expect([result?.outcome, result?.findings]).toEqual(['notJudged', []]);
  });
});
