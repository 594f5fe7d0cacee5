import { renderDiagnostic } from '@qingdan/core';
import { describe, expect, it } from 'vitest';
import { packsFrom } from '../../testing/small-packs.js';
import { runTests, type TestRun } from '../run-tests.js';

const POLICY = `
kind: Instrument
id: LAW
title: { zh: 规定, en: rules }
level: CN
articles: 9
confidence: verified
---
kind: Record
id: organisation
label: { zh: 组织, en: organisation }
register: true
fields:
  subject: { type: enum, values: { village: { zh: 村, en: village } }, label: { zh: 主体, en: subject } }
  jurisdiction: { type: text, label: { zh: 区划, en: jurisdiction } }
---
kind: Record
id: person
label: { zh: 人员, en: person }
register: true
shared: true
fields:
  name: { type: text, label: { zh: 姓名, en: name } }
---
kind: Record
id: officer
label: { zh: 任职, en: officer }
register: true
fields:
  person: { type: person, label: { zh: 人员, en: person } }
  post: { type: role, label: { zh: 职务, en: post } }
  term: { type: period, label: { zh: 任期, en: term } }
---
kind: Role
id: clerk
title: { zh: 文书, en: clerk }
---
kind: Role
id: director
title: { zh: 主任, en: director }
---
kind: Parameter
id: answer.time
label: { zh: 答复时限, en: time to answer }
type: duration
tighten: lower
values: [{ from: 2020-01-01, value: 5 workdays, basis: [{ instrument: LAW, article: "1", confidence: verified }] }]
---
kind: Parameter
id: local.time
label: { zh: 地方时限, en: local time }
type: duration
tighten: lower
values: [{ value: unset }]
---
kind: Procedure
id: nation.request
effective: { from: 2020-01-01 }
title: { zh: 申请, en: Request }
basis: [{ instrument: LAW, article: "1", confidence: verified }]
severity: serious
nature: violation
data:
  amount: { type: money, label: { zh: 金额, en: amount } }
steps:
  apply: { title: { zh: 申请, en: application }, by: clerk }
  show: { title: { zh: 公示, en: posting }, after: apply, publicity: { min: 7 days } }
  vote:
    title: { zh: 表决, en: vote }
    when: { fact: amount, operator: greaterThan, value: 1000 }
    after: show
  told:
    title: { zh: 告知, en: told }
    optional: true
    when: { fact: amount, operator: lessThan, value: 1000000 }
    within: { within: { parameter: local.time }, of: apply }
  answer:
    title: { zh: 答复, en: answer }
    by: director
    after: { all: [show, vote] }
    within: { within: { parameter: answer.time }, of: show }
    differentFrom: apply
    evidence: [{ document: letter, label: { zh: 答复书, en: letter } }]
    ends: approved
---
kind: Procedure
id: nation.grant
effective: { from: 2020-01-01 }
title: { zh: 拨付, en: Grant }
basis: [{ instrument: LAW, article: "1", confidence: verified }]
severity: serious
nature: violation
steps:
  ask: { title: { zh: 申请获批, en: request granted }, via: nation.request, ends: approved }
`;

const { packs } = packsFrom({
  nation: {
    manifest: 'title: { zh: 国家, en: Nation }\njurisdiction: CN\nsubjects: [village]\n',
    policy: POLICY,
  },
});

const HEAD = `procedure: nation.request
organisation: { id: V1, subject: village, jurisdiction: "990101001001" }
records:
  - { kind: officer, id: O1, person: P1, post: clerk, term: { from: 2025-01-01, until: 2028-01-01 } }
  - { kind: officer, id: O2, person: P2, post: director, term: { from: 2025-01-01, until: 2028-01-01 } }
events:
  - { step: apply, at: 2026-01-05, by: { id: P1, role: clerk }, data: { amount: 500 } }
  - { step: show, kind: start, at: 2026-01-06 }
  - { step: show, kind: complete, at: 2026-01-14 }
  - { step: answer, at: 2026-01-21, by: { id: P2, role: director }, evidence: [letter] }
tests:
  - name: t
`;

const fileOf = (test: string): string =>
  HEAD +
  test
    .split('\n')
    .map((line) => `    ${line}\n`)
    .join('');

function run(text: string): TestRun {
  return runTests(packs, [{ file: 'a.test.yaml', text }]);
}

/** How a test with these lines ends: what it says in English, and the places and codes of what is wrong with it. */
function told(...lines: readonly string[]): readonly string[] {
  const { tests, diagnostics } = run(fileOf(lines.join('\n')));
  return [
    ...diagnostics.map((item) => {
      const { code, message, range } = renderDiagnostic(item, 'en');
      return `${range?.start.line ?? 0}:${range?.start.column ?? 0} ${code} ${message}`;
    }),
    ...tests.flatMap(({ failures }) => failures.map(({ en }) => en)),
  ];
}

describe('a test of a procedure passes', () => {
  it.each([
    ['of which nothing is found', 'expect: { outcome: compliant }'],
    ['which says that there is no deviation', 'expect: { deviations: [] }'],
    [
      'whose deviations are those that it names',
      'changes: { answer: { at: 2026-01-22 }, show.end: { at: 2026-01-12 } }',
      'expect: { deviations: { show: PUBLICITY_SHORT, answer: LATE } }',
    ],
    [
      'that names the constraint, and what it says of a deviation',
      'changes: { answer: { at: 2026-01-22 } }',
      'expect: { deviations: [{ answer.within: { code: LATE, on: 2026-01-22, due: 2026-01-21, card: red } }] }',
    ],
    [
      'where one step departs in two ways',
      'changes: { answer: { by: { id: P1, role: director }, evidence: [] } }',
      'books: [{ kind: officer }]',
      'expect: { outcome: violation, deviations: { answer: [{ code: SOD, persons: P1 }, EVIDENCE, ROLE] } }',
    ],
    [
      'that tells what only follows',
      'without: [show]',
      'expect: { deviations: { show: { code: MISSING, following: { answer: { code: ORDER, lacking: show } } } } }',
    ],
    [
      'of data that are unknown',
      'changes: { apply: { data: { amount: } } }',
      'expect: { outcome: undetermined, undetermined: { answer: UNKNOWN_DATA, vote: UNKNOWN_DATA } }',
    ],
    [
      'in which only a figure of the locality is wanting, which decides nothing',
      'adds: [{ step: told, at: 2026-01-06, seq: 2 }]',
      'expect: { outcome: compliant, undetermined: { told: { code: UNKNOWN_DATA, missing: local.time } }, explains: [“地方时限”未登记或者未规定] }',
    ],
    [
      'of a running case, before its time is nearly gone',
      'until: show.end',
      'clock: 2026-01-19',
      'expect: { due: { answer: { day: 2026-01-21, card: none } } }',
    ],
    [
      'of a running case, when its time is nearly gone',
      'until: show.end',
      'clock: 2026-01-21',
      'expect: { due: { answer.within: { card: yellow } } }',
    ],
    [
      'over a figure of its own',
      'until: show',
      'parameters: { answer.time: 1 workdays }',
      'clock: 2026-01-14',
      'expect: { due: { answer: 2026-01-15 } }',
    ],
    [
      'that tells what may be done next, by whom, from when and what is in the way',
      'until: apply',
      'clock: 2026-01-05',
      'expect: { next: { allowed: { show: [], apply: P1 }, blocked: { answer: show } } }',
    ],
    [
      'that waits for time alone',
      'until: show.start',
      'clock: 2026-01-07',
      'expect: { next: { waiting: { show: 2026-01-13 } } }',
    ],
    [
      'with what happened besides',
      'adds: [{ step: vote, at: 2026-01-15 }]',
      'changes: { apply: { data: { amount: 2000 } } }',
      'expect: { outcome: compliant }',
    ],
    [
      'with events of its own',
      'events: [{ step: 申请, at: 2026-01-05, by: { id: P1, role: clerk } }]',
      'closed: true',
      'expect: { deviations: { show: MISSING, answer: MISSING }, undetermined: { vote: UNKNOWN_DATA } }',
    ],
    [
      'whose findings explain what it asks for, in either language',
      'changes: { answer: { at: 2026-01-22 } }',
      'expect: { deviations: { answer: LATE }, explains: [逾期1日, by 21 January 2026] }',
    ],
  ])('%s', (_what, ...lines) => {
    expect(told(...lines)).toEqual([]);
    expect(run(fileOf(lines.join('\n')))).toMatchObject({ passed: 1, failed: 0 });
  });
});

describe('a test of a procedure fails and says why', () => {
  it.each([
    [
      ['changes: { answer: { at: 2026-01-22 } }', 'expect: { outcome: compliant }'],
      [
        'expected the outcome compliant, got violation',
        expect.stringContaining('not expected: answer LATE (“answer” was due by 21 January 2026'),
      ],
    ],
    [
      ['expect: { deviations: { answer: LATE } }'],
      ['expected answer LATE, which was not found; found: nothing'],
    ],
    [
      [
        'changes: { answer: { at: 2026-01-22 } }',
        'expect: { deviations: { answer: { code: LATE, due: 2026-01-20, card: yellow } } }',
      ],
      [
        'answer LATE: expected due 2026-01-20, got 2026-01-21',
        'answer LATE: expected card yellow, got red',
      ],
    ],
    [
      ['without: show', 'expect: { deviations: { show: { code: MISSING, following: [] } } }'],
      ['not expected: answer ORDER (show MISSING)'],
    ],
    [
      ['expect: { due: { answer: 2026-01-21 } }'],
      ['expected answer to be due, which it is not; due are: none'],
    ],
    [
      ['until: show', 'clock: 2026-01-20', 'expect: { due: { answer: 2026-01-20 } }'],
      ['expected answer to be due on 2026-01-20, got 2026-01-21'],
    ],
    [
      ['until: show.start', 'clock: 2026-01-07', 'expect: { next: { allowed: [answer, show] } }'],
      [
        'answer: expected allowed, got blocked [show]',
        'show: expected allowed, got waiting [PUBLICITY_SHORT] → 2026-01-13',
      ],
    ],
    [
      [
        'until: apply',
        'clock: 2026-01-05',
        'expect: { next: { allowed: { apply: P2 }, blocked: { answer: SOD } } }',
      ],
      [
        'apply: expected to be done by [P2], got [P1]',
        'answer: expected in the way [SOD], got [show]',
      ],
    ],
    [['expect: { outcome: compliant, explains: [无此] }'], ['no explanation says “无此”']],
    [
      ['changes: { apply: { at: 2019-01-05 } }', 'expect: { outcome: compliant }'],
      ['the procedure nation.request was not in force on the day of the first event'],
    ],
  ])('%j', (lines, expected) => {
    expect(told(...lines)).toEqual(expected);
  });
});

describe('what a test of a procedure gets wrong has its code and place', () => {
  it.each([
    [
      'an unknown step',
      'expect: { deviations: { answr: LATE } }',
      '12:5 QD6002 the test “t” names `answr`, which does not exist → `answer`?',
    ],
    [
      'an unknown code',
      'expect: { deviations: { answer: LAET } }',
      '14:37 QD6006 `LAET` is not known here → `LATE`?',
    ],
    [
      'an unknown detail',
      'expect: { deviations: { answer: { code: LATE, deu: 2026-01-01 } } }',
      '14:51 QD6006 `deu` is not known here → `due`?',
    ],
    [
      'an unknown state',
      'expect: { next: { alowed: show } }',
      '14:23 QD6006 `alowed` is not known here → `allowed`?',
    ],
    [
      'no date',
      'expect: { due: { answer: 2026-02-30 } }',
      '14:30 QD1204 expected a date here, found text of 10 characters',
    ],
    [
      'no deviations',
      'expect: { deviations: LATE }',
      '14:27 QD1204 expected deviations by step, such as { contract: LATE } here, found text of 4 characters',
    ],
    [
      'a change of nothing',
      'changes: { aply: { at: 2026-01-06 } }',
      '13:16 QD6005 the test “t” changes events of `aply`, of which there are none → `apply`?',
    ],
    [
      'a change that is none',
      'changes: { apply: 2026-01-06 }',
      '13:14 QD1204 expected what differs, by step here, found object',
    ],
    [
      'a case that is closed somehow',
      'closed: soon',
      '13:13 QD1204 expected `true` or `false` here, found text of 4 characters',
    ],
    [
      'an event without a day',
      'adds: [{ step: vote }]',
      '13:12 QD5407 a step of the case t has no time that can be read (``), and is left out',
    ],
    [
      'an event that names its case',
      'adds: [{ step: vote, at: 2026-01-15, case: X }]',
      '13:42 QD1202 `event` has no key `case`',
    ],
    [
      'an event of no step',
      'adds: [{ step: vot, at: 2026-01-15 }]',
      '13:12 QD5421 the procedure has no step `vot` → `vote`?; the log names it 1 time',
    ],
    [
      'a field that cases do not have',
      'changes: { apply: { data: { amuont: 3 } } }',
      '13:33 QD5101 `nation.request` has no field `amuont` → `amount`?',
    ],
    [
      'a key that tests of procedures do not have',
      'given: { id: P1 }',
      '13:5 QD6004 a test has no key `given`',
    ],
  ])('%s', (_what, line, expected) => {
    const lines = line.startsWith('expect')
      ? ['clock: 2026-02-01', line]
      : [line, 'expect: { outcome: compliant }'];
    expect(told(...lines)[0]).toBe(expected);
    expect(run(fileOf(lines.join('\n')))).toMatchObject({ passed: 0, failed: 1 });
  });

  it.each([
    'expect: {}',
    'expect: { deviations: {} }',
    'expect: { due: {} }',
    'expect: { next: { allowed: [] } }',
    'explains: []',
  ])('a test with `%s` expects nothing', (line) => {
    expect(told(line)).toEqual(['12:5 QD6001 the test “t” expects nothing']);
  });

  it('names the nearest procedure', () => {
    const text = fileOf('expect: { outcome: compliant }').replace('n.request', 'n.requests');
    const { diagnostics, failed } = run(text);
    expect(diagnostics.map((item) => renderDiagnostic(item, 'en').message)).toEqual([
      'the test “t” names `nation.requests`, which does not exist → `nation.request`?',
    ]);
    expect(failed).toBe(1);
  });
});

describe('a case that rests on another', () => {
  const rests = (cases: string, expected: string): TestRun =>
    run(
      HEAD.replace('nation.request', 'nation.grant')
        .replace(/events:[^]*tests:/, `events: [{ step: ask, at: 2026-02-03, via: R1 }]\ntests:`)
        .concat(`    cases: ${cases}\n    expect: ${expected}\n`),
    );
  const refused =
    '[{ id: R1, procedure: nation.request, events: [{ step: apply, at: 2026-01-05 }] }]';

  it.each([
    ['tells that of the test', refused, '{ deviations: { ask.via: ORDER } }'],
    [
      'can’t tell without it',
      '[]',
      '{ undetermined: { ask.via: { code: UNKNOWN_DATA, missing: "nation.request:R1" } } }',
    ],
  ])('%s', (_, cases, expected) => {
    expect(rests(cases, expected)).toMatchObject({ passed: 1, failed: 0, diagnostics: [] });
  });

  it.each([
    ['that is no list', 'R1', 'a list of cases of id, procedure and events'],
    ['without events', '[{ id: R1, procedure: nation.request }]', 'a list of cases of id'],
    ['of no procedure', '[{ id: R1, procedure: nation.reqest, events: [] }]', '→ `nation.request`'],
    ['with a step that isn’t there', refused.replace('apply', 'aply'), '→ `apply`'],
  ])('tells of one %s', (_, cases, message) => {
    const { diagnostics, failed } = rests(cases, '{ outcome: undetermined }');
    expect(diagnostics.map((item) => renderDiagnostic(item, 'en').message).join()).toContain(
      message,
    );
    expect(failed).toBe(1);
  });
});

it('shows each case to those who count what the tests cover', () => {
  const seen: string[] = [];
  runTests(
    packs,
    [{ file: 'a.test.yaml', text: fileOf('expect: { outcome: compliant }') }],
    undefined,
    ({ file, name }, { outcome, states }) =>
      seen.push(`${file} ${name} ${outcome} ${states.length}`),
  );
  expect(seen).toEqual(['a.test.yaml t compliant 14']);
});
