import {
  ALWAYS,
  type CaseEvent,
  type CaseFinding,
  type CaseResult,
  type CheckReport,
  type Constraint,
  type ConstraintState,
  type Deviation,
  type Procedure,
  type ProcedureRule,
  SourceText,
  type Span,
} from '@qingdan/core';
import { basis, POLICY, text } from './build.js';
import { VARIED } from './varied-report.js';

/** Cases of a small procedure, built by hand: each verdict, nature and a waiver once, and hostile texts. */

const SPAN: Span = {
  source: new SourceText('rules/<works>.yaml', 'steps:\n  pay:\n'),
  start: 9,
  end: 12,
};

const step = (id: string, zh: string, en: string): Procedure['steps'][number] => ({
  id,
  title: text(zh, en),
  roles: ['cashier'],
  optional: false,
  when: undefined,
  ends: undefined,
  via: undefined,
  evidence: [{ document: 'voucher', label: text('原始凭证', 'voucher') }],
  risk: undefined,
  basis: [],
  span: SPAN,
});

export function constraint(
  id: string,
  rule: ProcedureRule,
  more: Partial<Constraint> = {},
): Constraint {
  return {
    id,
    rule,
    severity: 'serious',
    nature: 'violation',
    basis: [],
    remedy: undefined,
    span: SPAN,
    ...more,
  };
}

const PAID_ONCE = constraint(
  'pay.required',
  { kind: 'existence', step: 'pay', least: 1, most: undefined },
  { basis: [basis('CASH', '5')], remedy: text('补办付款手续。', 'Make up for the payment.') },
);
const IN_ORDER = constraint('pay.after', {
  kind: 'precedence',
  step: 'pay',
  after: { kind: 'step', step: 'approve', part: 'end' },
  redoOn: undefined,
});
const BY_CASHIER = constraint(
  'pay.by',
  { kind: 'role', step: 'pay', roles: ['cashier'], count: 1, not: [] },
  { nature: 'suspicion', severity: 'minor' },
);
const WITH_VOUCHER = constraint('pay.evidence.voucher', {
  kind: 'evidence',
  step: 'pay',
  document: 'voucher',
  dueWithin: undefined,
});

export const PROCEDURE: Procedure = {
  kind: 'Procedure',
  id: 'village.payment',
  revision: 2,
  effective: ALWAYS,
  pack: 'national',
  span: SPAN,
  title: text('付款流程', 'payment'),
  severity: 'serious',
  nature: 'violation',
  basis: [],
  record: 'expenditure',
  steps: [step('approve', '审批', 'approval'), step('pay', '付款', 'payment')],
  constraints: [PAID_ONCE, IN_ORDER, BY_CASHIER, WITH_VOUCHER],
};

export function event(id: string, of: string, day: number, line?: number): CaseEvent {
  return {
    id,
    step: of,
    iteration: undefined,
    kind: 'instant',
    day,
    instant: undefined,
    seq: undefined,
    recordedAt: undefined,
    by: { person: '王小明', role: 'cashier', present: undefined, recused: undefined },
    participants: [],
    evidence: [],
    tallies: [],
    voids: undefined,
    data: {},
    place: line === undefined ? undefined : { file: '日志 1/<a>.jsonl', line },
  };
}

const PAID = event('e1', 'pay', 20_458, 2);
const APPROVED = event('e2', 'approve', 20_460, 5);

function deviation(of: Constraint, more: Partial<Deviation>): Deviation {
  return {
    code: 'MISSING',
    constraint: of,
    step: 'pay',
    verdict: 'violated',
    permanent: true,
    card: undefined,
    events: [],
    due: undefined,
    clause: undefined,
    persons: [],
    lacking: [],
    missing: [],
    other: undefined,
    follows: undefined,
    ...more,
  };
}

function finding(fingerprint: string, of: Deviation, more: Partial<CaseFinding> = {}): CaseFinding {
  return {
    deviation: of,
    fingerprint,
    accountable: [{ role: 'cashier' }],
    basis: of.constraint.basis,
    waived: undefined,
    nature: of.constraint.nature,
    doubts: [],
    following: [],
    ...more,
  };
}

const OUT_OF_ORDER = finding(
  '1111111111111111',
  deviation(IN_ORDER, {
    code: 'ORDER',
    events: [APPROVED, PAID],
    lacking: ['approve'],
    card: 'red',
  }),
);
const MISSING = finding('2222222222222222', deviation(PAID_ONCE, {}));
const WRONG_POST = finding(
  '3333333333333333',
  deviation(BY_CASHIER, { code: 'ROLE', events: [PAID] }),
);
const UNKNOWN = finding(
  '4444444444444444',
  deviation(WITH_VOUCHER, { code: 'UNKNOWN_DATA', verdict: 'undetermined', permanent: false }),
);
const WAIVED = finding('5555555555555555', deviation(PAID_ONCE, {}), {
  waived: {
    item: PROCEDURE.id,
    document: '县纪〔2026〕3号',
    approver: { jurisdiction: '990101', name: '清平县' },
    reason: text('抗洪期间', 'during the flood'),
    interval: ALWAYS,
    pack: 'county',
  },
});

function state(of: Constraint, verdict: ConstraintState['verdict']): ConstraintState {
  return { constraint: of, verdict, due: undefined, card: undefined, deviations: [] };
}

function result(
  id: string,
  findings: readonly CaseFinding[],
  more: Partial<CaseResult> = {},
): CaseResult {
  return {
    log: {
      id,
      procedure: PROCEDURE.id,
      organisation: 'V1',
      events: [PAID, APPROVED],
      closed: false,
      record: undefined,
    },
    procedure: PROCEDURE,
    policy: POLICY,
    asOf: 20_500,
    later: [],
    closing: undefined,
    states: PROCEDURE.constraints.map((each) => state(each, 'permanentlySatisfied')),
    outcome: 'compliant',
    findings,
    ...more,
  };
}

/** What follows it in the name of a case is no name of a person, but a number that is one's. */
export const IDENTITY = '990101199001011234';

export const CASES: readonly CaseResult[] = [
  result('C-1', [OUT_OF_ORDER, MISSING, WRONG_POST, UNKNOWN], { outcome: 'violation' }),
  result('C-2', [WRONG_POST], { outcome: 'suspicion' }),
  result('C-3', [UNKNOWN], { outcome: 'undetermined' }),
  result('C-4', [WAIVED]),
  result('C-5', []),
  result('C-6', [], {
    states: PROCEDURE.constraints.map((each) => state(each, 'notApplicable')),
  }),
  result(`<b>"&\u0000\u001b[2J]]>\ud800\ufffe ${IDENTITY}`, [MISSING], { outcome: 'violation' }),
].map((each, index) => ({
  ...each,
  // The last two are of no organisation.
  ...(index < 5 ? {} : { log: { ...each.log, organisation: undefined } }),
}));

/** Records and cases beside each other. */
export const MIXED: CheckReport = { ...VARIED, cases: CASES };
