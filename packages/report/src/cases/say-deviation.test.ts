import {
  type CaseEvent,
  type CaseResult,
  dayOf,
  type Deviation,
  DEVIATION_CODES,
  type DeviationCode,
  Duration,
  type ProcedureRule,
  startOfDay,
} from '@qingdan/core';
import { expect, it } from 'vitest';
import { POLICY } from '../testing/build.js';
import { event as eventOn } from '../testing/cases.js';
import { end, length, procedureOf, start } from '../testing/procedures.js';
import { sayDeviation } from './say-deviation.js';

const day = (dayOfMonth: number): number => dayOf(2026, 3, dayOfMonth);
const event = (step: string, dayOfMonth: number, more: Partial<CaseEvent> = {}): CaseEvent => ({
  ...eventOn(step, step, day(dayOfMonth)),
  by: undefined,
  ...more,
});
const due = (
  from: CaseEvent,
  count: number,
  dayOfMonth: number,
): NonNullable<Deviation['due']> => ({
  from,
  length: new Duration(count, 'days'),
  counted: day(dayOfMonth),
  day: day(dayOfMonth),
  yellowFrom: undefined,
  provisional: false,
});
const APPLY = event('apply', 2);
const counting = { includesFirst: false, rolls: true };
const required: ProcedureRule = { kind: 'existence', step: 'pay', least: 1, most: 1 };
const after: ProcedureRule = {
  kind: 'precedence',
  step: 'pay',
  after: { kind: 'step', ...end('review') },
  redoOn: undefined,
};
const posting: ProcedureRule = {
  kind: 'publicity',
  step: 'show',
  least: length(15),
  interruptedBy: 'objection',
};
const guard = (kind: 'guard' | 'limit'): ProcedureRule => {
  const all = { kind: 'all', of: [], span: procedureOf().span } as const;
  return kind === 'guard'
    ? { kind, step: 'pay', when: all, decidedBy: undefined }
    : { kind, step: 'pay', condition: all };
};

function said(code: DeviationCode, rule: ProcedureRule, more: Partial<Deviation>): string[] {
  const procedure = procedureOf([['x', rule]]);
  const [constraint] = procedure.constraints;
  const deviation = {
    code,
    constraint,
    step: 'pay',
    verdict: 'violated',
    permanent: true,
    events: [],
    persons: [],
    lacking: [],
    missing: [],
    ...more,
  } as unknown as Deviation;
  const result = { procedure, policy: POLICY, asOf: day(31) } as unknown as CaseResult;
  return (['zh', 'en'] as const).map((lang) =>
    sayDeviation(deviation, { result, voice: { lang, policy: POLICY, unmask: true } }),
  );
}

const CASES: readonly (readonly [DeviationCode, ProcedureRule, Partial<Deviation>])[] = [
  ['MISSING', required, {}],
  ['ORDER', after, { events: [event('pay', 9)], lacking: ['review'] }],
  [
    'ROLE',
    { kind: 'role', step: 'pay', roles: ['cashier'], count: 1, not: [] },
    { events: [event('pay', 9)] },
  ],
  [
    'SOD',
    { kind: 'apart', step: 'pay', relation: 'different', steps: ['apply'] },
    { events: [APPLY, event('pay', 9)], persons: ['P1'] },
  ],
  [
    'LATE',
    {
      kind: 'deadline',
      from: end('apply'),
      to: end('pay'),
      within: { kind: 'length', length: length(5) },
      counting,
      yellow: undefined,
      pausedBy: undefined,
    },
    { events: [APPLY, event('pay', 8)], due: due(APPLY, 5, 7) },
  ],
  [
    'EARLY',
    { kind: 'gap', from: end('apply'), to: start('pay'), least: length(5) },
    { events: [APPLY, event('pay', 5)], due: due(APPLY, 5, 7) },
  ],
  [
    'PUBLICITY_SHORT',
    posting,
    {
      step: 'show',
      events: [event('show', 2), event('show', 16)],
      due: due(event('show', 2), 15, 17),
    },
  ],
  [
    'PUBLICITY_BROKEN',
    posting,
    {
      step: 'show',
      events: [event('show', 2), event('objection', 6)],
      due: due(event('show', 2), 15, 17),
    },
  ],
  [
    'QUORUM',
    { kind: 'quorum', step: 'review', present: [], yes: undefined },
    { step: 'review', events: [event('review', 9)] },
  ],
  [
    'EVIDENCE',
    { kind: 'evidence', step: 'review', document: 'opinion', dueWithin: undefined },
    { step: 'review', events: [event('review', 9)], lacking: ['opinion'] },
  ],
  ['FORBIDDEN', guard('guard'), { events: [event('pay', 9)] }],
  ['LIMIT', guard('limit'), { events: [event('pay', 9)] }],
  ['DUPLICATE', required, { events: [event('pay', 9)] }],
  [
    'UNKNOWN_DATA',
    after,
    { verdict: 'undetermined', lacking: ['review'], events: [event('pay', 9)] },
  ],
  [
    'ORDER_UNPROVEN',
    after,
    { verdict: 'undetermined', lacking: ['review'], events: [event('pay', 9)] },
  ],
  [
    'BACKFILL',
    { kind: 'backfill', within: length(3) },
    {
      events: [event('pay', 9, { recordedAt: startOfDay(day(20)) })],
      due: due(event('pay', 9), 3, 12),
    },
  ],
];

it('has a case of every code', () => {
  expect(CASES.map(([code]) => code)).toEqual(DEVIATION_CODES);
});

it('says each deviation in one sentence without an end', async () => {
  const told = CASES.map(([code, rule, more]) => [code, ...said(code, rule, more)].join('\n'));
  await expect(`${told.join('\n\n')}\n`).toMatchFileSnapshot('__snapshots__/deviations.txt');
});
