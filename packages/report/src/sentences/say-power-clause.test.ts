import type { Power, PowerClause } from '@qingdan/core';
import { describe, expect, it } from 'vitest';
import { EXPENDITURE, LIMIT_OF, POLICY, SPAN } from '../testing/build.js';
import { POWER } from '../testing/items.js';
import { createSpeech } from './create-speech.js';
import { sayPowerClause } from './say-power-clause.js';

type Kinds = PowerClause['kind'];

const [row] = POWER.authority;

const CLAUSES = {
  exercised: [
    { kind: 'exercised', powers: [POWER], span: SPAN },
    [
      '属于权力清单所列权力的行使（日常支出审批）',
      '不属于权力清单所列任何一项权力的行使（日常支出审批）',
      'a power of the list is exercised (routine spending)',
      'no power of the list is exercised (routine spending)',
    ],
  ],
  holder: [
    { kind: 'holder', power: POWER, span: SPAN },
    [
      '行权主体是有权主体（村民委员会）',
      '行权主体不是有权主体（村民委员会）',
      "body that acted is a body that holds the power (the villagers' committee)",
      "body that acted is not a body that holds the power (the villagers' committee)",
    ],
  ],
  authority: [
    { kind: 'authority', power: POWER, span: SPAN },
    [
      '依“日常支出审批”的审批权限办理',
      '未依“日常支出审批”的审批权限办理',
      'the rules of approval of “routine spending” were kept',
      'the rules of approval of “routine spending” were not kept',
    ],
  ],
  row: [
    { kind: 'row', power: POWER, row: row!, span: SPAN },
    [
      '金额不超过结算起点（1,000.00 元）的，须经村民委员会主任、出纳审批同意；一人兼任前述两职的，第二个审批由出纳担任；须经村民委员会决议通过',
      '金额不超过结算起点（1,000.00 元）的，但未满足：须经村民委员会主任、出纳审批同意；一人兼任前述两职的，第二个审批由出纳担任；须经村民委员会决议通过',
      "where amount is not above cash settlement limit (CNY 1,000.00), the approval of the director and the cashier is needed; where one person holds both posts, the cashier gives the second approval; a decision of the villagers' committee is needed",
      "where amount is not above cash settlement limit (CNY 1,000.00), yet this is not met: the approval of the director and the cashier is needed; where one person holds both posts, the cashier gives the second approval; a decision of the villagers' committee is needed",
    ],
  ],
  places: [
    { kind: 'places', roles: ['village-director', 'cashier'], span: SPAN },
    [
      '村民委员会主任、出纳均已审批同意，且不由一人兼签',
      '未由村民委员会主任、出纳分别审批同意',
      'the director and the cashier have approved, each another person',
      'the director and the cashier have not each approved',
    ],
  ],
  place: [
    { kind: 'place', role: 'cashier', span: SPAN },
    [
      '出纳已在办理前审批同意',
      '出纳未在办理前审批同意',
      'the cashier approved in time',
      'the cashier did not approve in time',
    ],
  ],
  decision: [
    { kind: 'decision', power: POWER, bodies: ['villagers-committee'], span: SPAN },
    [
      '村民委员会就本事项的决议已经通过',
      '没有村民委员会就本事项通过的决议',
      "the villagers' committee passed a decision on this matter",
      "there is no decision of the villagers' committee that passed on this matter",
    ],
  ],
} satisfies Record<Kinds, readonly [PowerClause, readonly string[]]>;

describe.each(Object.entries(CLAUSES))('the clause %s', (_name, [clause, expected]) => {
  it('is said, and its opposite, in both languages', () => {
    const said = (['zh', 'en'] as const).flatMap((lang) => {
      const speech = createSpeech({ lang, policy: POLICY, unmask: false }, EXPENDITURE, 20_000);
      return [sayPowerClause(clause, speech), sayPowerClause(clause, speech, true)];
    });
    expect(said).toEqual(expected);
  });
});

describe('a row without bounds', () => {
  it('says only what is asked', () => {
    const speech = createSpeech({ lang: 'zh', policy: POLICY, unmask: false }, EXPENDITURE, 20_000);
    const plain: Power['authority'][number] = { approvedBy: [], bodies: [], span: SPAN };
    const clause: PowerClause = { kind: 'row', power: POWER, row: plain, span: SPAN };
    expect(sayPowerClause(clause, speech)).toBe('无须另行审批');
    const above = { ...plain, above: LIMIT_OF, approvedBy: ['cashier'] };
    expect(sayPowerClause({ ...clause, row: above }, speech)).toBe(
      '金额超过结算起点（1,000.00 元）的，须经出纳审批同意',
    );
  });
});

describe('a place that a higher rank may fill', () => {
  const role = (id: string, zh: string, rank: number) =>
    [id, { id, title: { zh, en: id }, body: 'branch', rank, span: SPAN }] as const;
  const roles = new Map([role('deputy', '副书记', 1), role('secretary', '书记', 2)]);
  const speech = createSpeech(
    { lang: 'zh', policy: { ...POLICY, roles }, unmask: false },
    EXPENDITURE,
    20_000,
  );
  const said = (id: string): string =>
    sayPowerClause({ kind: 'place', role: id, span: SPAN }, speech, true);

  it('says so only where there is one', () => {
    expect(said('deputy')).toBe('副书记（或者同一机构职级更高的人员）未在办理前审批同意');
    expect(said('secretary')).toBe('书记未在办理前审批同意');
  });
});
