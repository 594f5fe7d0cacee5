import type { CaseEvent, CaseLog, CaseResult, Day } from '@qingdan/core';
import { parseDate, renderDiagnostic } from '@qingdan/core';
import { describe, expect, it } from 'vitest';
import { CASH, packsFrom, placesOf } from '../testing/small-packs.js';
import { createChecker, type Checker } from './checker.js';

const step = (id: string, keys = ''): string =>
  `  ${id}: { title: { zh: 步骤, en: ${id} }${keys === '' ? '' : `, ${keys}`} }\n`;
const BASIS = 'basis: [{ instrument: CASH, article: "5", confidence: verified }]';

const POLICY = `${CASH.policy}
---
kind: Record
id: purchase
label: { zh: 采购, en: purchase }
governingDate: paidOn
case: case
fields:
  paidOn: { type: date, label: { zh: 付款日期, en: payment date } }
  case: { type: text, label: { zh: 流程案件, en: case } }
---
kind: Body
id: office
title: { zh: 办公室, en: office }
---
kind: Power
id: nation.purchase
effective: { from: 2020-01-01 }
title: { zh: 采购, en: purchase }
holders: [office]
capacities: [self-governance]
governs: { record: purchase }
procedure: nation.works
disclosure: { what: { zh: 采购, en: purchases } }
risks: [{ point: { zh: 虚报, en: false claim }, level: low, prevention: { zh: 复核, en: review } }]
prohibits: [nation.cash-over]
severity: minor
nature: violation
${BASIS}
---
kind: Role
id: clerk
title: { zh: 文书, en: clerk }
---
kind: Responsibility
id: nation.purchase.pay-what-was-decided
effective: { from: 2020-01-01 }
title: { zh: 按决定付款, en: pay what was decided }
${BASIS}
severity: minor
nature: violation
power: nation.purchase
role: clerk
duty: { zh: 按决定付款。, en: Pay what was decided. }
fulfilledWhen: { fact: paidOn, operator: present }
guards: [nation.works#pay]
---
kind: Parameter
id: notice.least
label: { zh: 公示期, en: days of the notice }
type: duration
tighten: higher
values: [{ value: unset }]
---
kind: Procedure
id: nation.decision
effective: { from: 2020-01-01 }
title: { zh: 决策, en: decision }
severity: serious
nature: violation
${BASIS}
steps:
${step('propose')}${step('decide', 'after: propose, ends: approved')}${step('refuse', 'optional: true, ends: refused')}${step('show', 'optional: true, publicity: { min: { parameter: notice.least } }')}
---
kind: Procedure
id: nation.works
effective: { from: 2020-01-01 }
title: { zh: 工程, en: works }
severity: serious
nature: violation
${BASIS}
data:
  site: { type: text, label: { zh: 地点, en: site } }
  cost: { type: money, min: 0, label: { zh: 造价, en: cost } }
limit:
  sum:
    in: nation.works
    as: w
    where: { fact: w.site, operator: equal, value: { fact: site } }
    within: 12 months before openedOn
    of: w.cost
  operator: lessThan
  value: 1000
steps:
${step('decision', 'via: nation.decision')}${step('pay', 'after: decision, ends: approved')}`;
const { packs, diagnostics } = packsFrom({
  nation: { manifest: CASH.manifest, policy: POLICY },
});

const ORGANISATIONS = ['V1', 'V2'].map((id) => ({
  kind: 'organisation',
  id,
  subject: 'village',
  jurisdiction: '990101001001',
}));

const day = (text: string): Day => parseDate(text) as Day;

function event(name: string, on: string, more: Partial<CaseEvent> = {}): CaseEvent {
  return {
    id: `${name}-${on}`,
    step: name,
    iteration: undefined,
    kind: 'instant',
    day: day(on),
    instant: undefined,
    seq: undefined,
    recordedAt: undefined,
    by: undefined,
    participants: [],
    evidence: [],
    tallies: [],
    voids: undefined,
    data: {},
    place: undefined,
    ...more,
  };
}

const log = (
  procedure: string,
  id: string,
  events: readonly CaseEvent[],
  more: Partial<CaseLog> = {},
): CaseLog => ({
  id,
  procedure: `nation.${procedure}`,
  organisation: 'V1',
  events,
  closed: false,
  record: undefined,
  ...more,
});

function checkerOf(logs: readonly CaseLog[], books: readonly string[] = [], by = packs): Checker {
  const checker = createChecker(by, {
    clock: '2026-03-01',
    records: {
      records: ORGANISATIONS,
      books: books.map((kind) => ({ kind, organisation: 'V1' })),
    },
  });
  checker.addCases(logs);
  return checker;
}

/** `ORDER:decision`, `UNKNOWN_DATA?:decision` */
const wrong = (result: CaseResult | undefined): string[] =>
  (result?.findings ?? []).map(
    ({ deviation: { code, step: at, verdict } }) =>
      `${code}${verdict === 'undetermined' ? '?' : ''}:${at}`,
  );

it('the packs of these tests are sound', () => {
  expect(diagnostics.map((d) => renderDiagnostic(d, 'en').message)).toEqual([]);
  expect(placesOf(diagnostics)).toEqual([]);
});

const SMALL = { data: { site: 'S', cost: 100 } };

describe('a step that another case does', () => {
  const decided = [event('propose', '2026-01-05'), event('decide', '2026-01-20')];
  const works = (on: string, via?: string): CaseLog =>
    log('works', 'W-1', [
      event('decision', on, { ...SMALL, ...(via === undefined ? {} : { via }) }),
    ]);

  it.each<[string, readonly CaseLog[], string, string | undefined, readonly string[]]>([
    [
      'stands on the day the case is approved',
      [log('decision', 'D-1', decided)],
      '2026-01-20',
      'D-1',
      [],
    ],
    [
      'comes too early before that',
      [log('decision', 'D-1', decided)],
      '2026-01-19',
      'D-1',
      ['ORDER:decision'],
    ],
    [
      'comes too early while the case runs',
      [log('decision', 'D-1', decided.slice(0, 1))],
      '2026-01-20',
      'D-1',
      ['ORDER:decision'],
    ],
    [
      'is barred where the case was refused',
      [log('decision', 'D-1', [event('propose', '2026-01-05'), event('refuse', '2026-01-06')])],
      '2026-01-20',
      'D-1',
      ['FORBIDDEN:decision'],
    ],
    [
      'is barred where the case broke its own procedure',
      [log('decision', 'D-1', [event('decide', '2026-01-06')])],
      '2026-01-20',
      'D-1',
      ['FORBIDDEN:decision'],
    ],
    [
      'can’t be told where a figure that the locality hasn’t set is wanting in the case',
      [
        log('decision', 'D-1', [
          event('show', '2026-01-02', { kind: 'start' }),
          event('show', '2026-01-04', { kind: 'complete' }),
          ...decided,
        ]),
      ],
      '2026-01-20',
      'D-1',
      ['UNKNOWN_DATA?:decision'],
    ],
    [
      'can’t be told without the log of the case',
      [],
      '2026-01-20',
      'D-1',
      ['UNKNOWN_DATA?:decision'],
    ],
    [
      'can’t be told where no case is named',
      [log('decision', 'D-1', decided)],
      '2026-01-20',
      undefined,
      ['UNKNOWN_DATA?:decision'],
    ],
    [
      'can’t be told where only another village has such a case, twice',
      [
        log('decision', 'D-1', decided, { organisation: 'V2' }),
        log('decision', 'D-1', decided, { organisation: 'V3' }),
      ],
      '2026-01-20',
      'D-1',
      ['UNKNOWN_DATA?:decision'],
    ],
    [
      'stands on the village’s own case, whoever else has one of that id',
      [
        log('decision', 'D-1', [event('decide', '2026-01-06')], { organisation: 'V2' }),
        log('decision', 'D-1', decided),
      ],
      '2026-01-20',
      'D-1',
      [],
    ],
  ])('%s', (_, others, on, via, found) => {
    const own = works(on, via);
    expect(
      wrong(checkerOf([own, ...others], ['nation.works']).checkCase(own)).filter((each) =>
        each.endsWith(':decision'),
      ),
    ).toEqual(found);
  });

  it('tells what is wrong with the case it rests on', () => {
    const own = works('2026-01-20', 'D-1');
    const checker = checkerOf([own, log('decision', 'D-1', [event('decide', '2026-01-06')])]);
    const [finding] = checker.checkCase(own)?.findings ?? [];
    expect(wrong(finding?.deviation.other)).toEqual(['MISSING:propose']);
  });

  it.each<[string, string, readonly CaseEvent[], readonly string[]]>([
    [
      'all that is wrong there was allowed',
      'propose.required',
      [event('decide', '2026-01-06')],
      [],
    ],
    [
      'something else there was allowed',
      'show.publicity',
      [event('decide', '2026-01-06')],
      ['FORBIDDEN:decision'],
    ],
    [
      'only a part of what is wrong there was allowed',
      'propose.required',
      [event('decide', '2026-01-06'), event('decide', '2026-01-07'), event('decide', '2026-01-07')],
      ['FORBIDDEN:decision'],
    ],
    [
      'what was allowed leaves a refused case refused',
      'propose.required',
      [event('refuse', '2026-01-06')],
      ['FORBIDDEN:decision'],
    ],
  ])('is barred by no more than what stands: %s', (_, item, events, found) => {
    const waivers = `waivers:
  - { item: nation.decision#${item}, document: D1, approver: { jurisdiction: CN, name: ministry },
      reason: { zh: 试点, en: trial }, from: 2026-01-01, until: 2026-12-31 }`;
    const waiving = packsFrom({
      nation: {
        manifest: `${CASH.manifest}${waivers}\n`,
        policy: POLICY.replace(
          'title: { zh: 步骤, en: decide }',
          'title: { zh: 步骤, en: decide }, once: true',
        ),
      },
    });
    const own = works('2026-01-20', 'D-1');
    const checker = checkerOf(
      [own, log('decision', 'D-1', events)],
      ['nation.works'],
      waiving.packs,
    );
    expect(wrong(checker.checkCase(own))).toEqual(found);
  });

  it('never rests on itself', () => {
    const one = log('decision', 'D-1', [event('propose', '2026-01-05', { via: 'D-1' })]);
    expect(wrong(checkerOf([one]).checkCase(one))).toEqual([]);
  });
});

describe('a limit over the cases of a procedure', () => {
  const works = (id: string, on: string, cost: number, site = 'S'): CaseLog =>
    log('works', id, [event('pay', on, { data: { site, cost } })]);
  const own = works('W-1', '2026-01-20', 400);

  it.each<[string, readonly CaseLog[], readonly string[], readonly string[]]>([
    [
      'counts those of the same site',
      [works('W-2', '2025-06-01', 600)],
      ['nation.works'],
      ['LIMIT:pay'],
    ],
    ['counts no other site', [works('W-2', '2025-06-01', 600, 'T')], ['nation.works'], []],
    ['counts none before its window', [works('W-2', '2025-01-19', 600)], ['nation.works'], []],
    [
      'counts none of another village',
      [{ ...works('W-2', '2025-06-01', 600), organisation: 'V2' }],
      ['nation.works'],
      [],
    ],
    [
      'can’t be told while there may be more',
      [works('W-2', '2025-06-01', 500)],
      [],
      ['UNKNOWN_DATA?:pay'],
    ],
    ['is broken whatever more there may be', [works('W-2', '2025-06-01', 600)], [], ['LIMIT:pay']],
  ])('%s', (_, others, books, found) => {
    const result = checkerOf([own, ...others], books).checkCase(own);
    expect(wrong(result).filter((each) => /^(LIMIT|UNKNOWN)/.test(each))).toEqual(found);
  });
});

describe('a record that names its case', () => {
  const purchase = { kind: 'purchase', id: 'P-1', organisation: 'V1', paidOn: '2026-02-01' };
  const late = log('works', 'W-1', [event('pay', '2026-01-20', SMALL)]);

  it('is told with what is wrong in that case', () => {
    const [result] = checkerOf([late], ['nation.works']).check({
      ...purchase,
      case: 'W-1',
    }).results;
    expect(result?.cases).toMatchObject([
      {
        procedure: 'nation.works',
        id: 'W-1',
        outcome: 'violation',
        findings: [{ code: 'MISSING' }],
      },
    ]);
    expect(result?.outcome).toBe('compliant');
  });

  it('lacks the log of that case where none was given, and says so', () => {
    const report = checkerOf([]).check({ ...purchase, case: 'W-9' });
    expect(report.results[0]?.cases).toEqual([]);
    expect(report.unavailable).toMatchObject([
      { needs: 'cases nation.works', items: ['nation.works'] },
    ]);
  });

  it('is told alone where it names none', () => {
    const [result] = checkerOf([late]).check(purchase).results;
    expect(result).not.toHaveProperty('cases');
  });
});

describe('who answers for a deviation', () => {
  it.each([
    ['a duty that guards the step, with it', 'pay', [['clerk', 'Pay what was decided.']]],
    ['none where no duty does', 'decision', []],
  ])('is %s', (_, name, those) => {
    const works = log('works', 'W-1', [event('pay', '2026-02-02')]);
    const found = checkerOf([works])
      .checkCase(works)
      ?.findings.flatMap((finding) => [finding, ...finding.following])
      .filter(({ deviation }) => deviation.step === name);
    expect(found?.length).toBeGreaterThan(0);
    for (const { accountable } of found ?? [])
      expect(accountable.map(({ role, duty }) => [role, duty?.en])).toEqual(those);
  });
});
