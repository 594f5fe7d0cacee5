import {
  ALWAYS,
  type CheckReport,
  type Condition,
  dayOf,
  Duration,
  type Finding,
  type ItemBase,
  type Policy,
  type Power,
  type Prohibition,
  type Responsibility,
} from '@qingdan/core';
import {
  basis,
  compare,
  DATE,
  EXPENDITURE,
  fact,
  LIMIT_OF,
  LIMIT_VALUE,
  literal,
  METHOD,
  MONEY,
  ORGANISATION,
  POLICY,
  record,
  SPAN,
  TEXT,
  text,
} from './build.js';

/** A small list: one power, one duty, one prohibition in two revisions; and a report that finds something under each. */

const BASE = {
  revision: 1,
  effective: ALWAYS,
  pack: 'national',
  span: SPAN,
  severity: 'serious',
  nature: 'violation',
} as const satisfies Partial<ItemBase>;

export const POWER: Power = {
  ...BASE,
  kind: 'Power',
  id: 'village.routine-expense',
  title: text('日常支出审批', 'routine spending'),
  basis: [basis('SEAL')],
  holders: ['villagers-committee'],
  capacities: ['collective'],
  governs: { record: 'expenditure' },
  measure: fact('amount', MONEY),
  authority: [
    {
      upTo: LIMIT_OF,
      approvedBy: ['village-director', 'cashier'],
      dualPost: 'cashier',
      bodies: ['villagers-committee'],
      span: SPAN,
    },
  ],
  alsoApprovedBy: [],
  risks: [
    {
      point: text('拆分支出', 'payments split'),
      level: 'high',
      prevention: text('合并计算', 'add them up'),
    },
  ],
  prohibits: ['village.exp-*'],
  guards: [],
  noProcedure: text('另行制定', 'set out elsewhere'),
};

export const DUTY: Responsibility = {
  ...BASE,
  kind: 'Responsibility',
  id: 'village.routine-expense.review',
  title: text('支出按期审核', 'Payments reviewed in time'),
  basis: [basis('SEAL', '8')],
  power: POWER.id,
  role: 'cashier',
  duty: text('按期审核每笔支出', 'review each payment in time'),
  fulfilledWhen: compare(fact('note', TEXT), 'present'),
  due: {
    within: literal(new Duration(5, 'days'), { kind: 'duration' }),
    of: fact('paidOn', DATE),
  },
  guards: ['village.exp-cash-over'],
};

const IS_CASH = compare(fact('payment.method', METHOD), 'equal', literal('cash', METHOD));
const IS_OVER = compare(fact('amount', MONEY), 'greaterThan', LIMIT_OF, { id: 'over' });
const VIOLATED: Condition = { kind: 'all', of: [IS_CASH, IS_OVER], span: SPAN };

export const PROHIBITION: Prohibition = {
  ...BASE,
  kind: 'Prohibition',
  id: 'village.exp-cash-over',
  revision: 2,
  effective: { from: dayOf(2011, 1, 8), until: undefined },
  title: text('超限额使用现金', 'Cash used above the limit'),
  basis: [basis('CASH', '5'), basis('CASH', '11(4)')],
  remedy: text('此后一律转账。', 'From now on pay by transfer.'),
  note: text('开户银行同意的除外。', 'Unless the bank agreed.'),
  appliesTo: { kind: 'records', record: 'expenditure' },
  violatedWhen: VIOLATED,
  also: [],
  accountable: ['cashier', 'village-director'],
};

const EARLIER: Prohibition = {
  ...PROHIBITION,
  revision: 1,
  effective: { from: dayOf(1988, 10, 1), until: dayOf(2011, 1, 8) },
  basis: [basis('CASH', '6')],
};

export const LISTS: Policy = { ...POLICY, items: [[POWER], [DUTY], [EARLIER, PROHIBITION]] };

export const CASH_PAYMENT = {
  ...record('E-2', {
    amount: 150_000,
    paidOn: dayOf(2026, 2, 3),
    handler: '张三丰',
    note: '王小明家中用款说明',
  }),
  origin: { file: 'ledger\u001b[2J.jsonl', line: 2 },
};

const CASH_FOUND: Finding = {
  list: 'negative',
  item: PROHIBITION.id,
  verdict: 'violated',
  revision: PROHIBITION,
  title: PROHIBITION.title,
  law: dayOf(2026, 2, 3),
  nature: 'violation',
  severity: 'serious',
  remedy: PROHIBITION.remedy,
  basis: PROHIBITION.basis,
  applies: undefined,
  claim: {
    clause: VIOLATED,
    result: true,
    children: [
      {
        clause: IS_CASH,
        result: true,
        left: { expression: IS_CASH.left, value: 'cash' },
        right: { expression: literal('cash', METHOD), value: 'cash' },
        children: [],
        missing: [],
      },
      {
        clause: IS_OVER,
        result: true,
        left: { expression: IS_OVER.left, value: 150_000 },
        right: {
          expression: LIMIT_OF,
          value: 100_000,
          parameter: { id: 'cash.limit', inForce: LIMIT_VALUE },
        },
        children: [],
        missing: [],
      },
    ],
    missing: [],
  },
  missing: [],
  doubts: [],
  parameters: [{ id: 'cash.limit', inForce: LIMIT_VALUE }],
  accountable: [{ role: 'cashier', duty: DUTY.duty }, { role: 'village-director' }],
  wouldComply: [
    [
      {
        fact: 'payment.method',
        label: text('付款方式', 'payment method'),
        from: 'cash',
        to: 'bank',
        operator: 'notEqual',
      },
    ],
    [
      {
        fact: 'amount',
        label: text('金额', 'amount'),
        from: 150_000,
        to: 100_000,
        operator: 'lessThanInclusive',
      },
    ],
  ],
  related: [DUTY.id],
  fingerprint: '0123456789abcdef',
  waived: undefined,
};

const present = compare(fact('note', TEXT), 'present');

export const DUTY_OPEN: Finding = {
  ...CASH_FOUND,
  list: 'responsibility',
  item: DUTY.id,
  verdict: 'undetermined',
  revision: DUTY,
  title: DUTY.title,
  remedy: undefined,
  basis: DUTY.basis,
  claim: {
    clause: present,
    result: undefined,
    left: { expression: present.left, value: undefined },
    children: [],
    missing: [],
  },
  missing: [
    {
      fact: 'note',
      scope: 'record',
      label: text('摘要', 'description'),
      holder: 'cashier',
    },
    {
      fact: 'officer',
      scope: 'run',
      label: text('任职人员', 'officers'),
      needs: 'register officer',
    },
    {
      fact: 'cash.limit',
      scope: 'run',
      label: text('结算起点', 'cash settlement limit'),
      needs: 'parameter cash.limit',
    },
  ],
  parameters: [],
  wouldComply: [],
  related: [],
  due: dayOf(2026, 2, 9),
  fingerprint: 'fedcba9876543210',
};

export const FINDING = CASH_FOUND;

const VILLAGE = record('V1', { name: '东村' }, ORGANISATION);

export const REPORT: CheckReport = {
  clock: dayOf(2026, 3, 1),
  packs: POLICY.packs,
  calendar: 'sha256:calendar',
  organisations: [VILLAGE],
  books: [
    {
      kind: 'expenditure',
      organisation: 'V1',
      from: dayOf(2026, 1, 1),
      until: dayOf(2026, 4, 1),
    },
  ],
  waivers: [],
  unavailable: [
    {
      needs: 'register kinship',
      label: text('亲属关系', 'kinship'),
      items: ['village.b', 'village.a'],
    },
  ],
  outcomes: { violation: 1, suspicion: 0, undetermined: 0, compliant: 1, notJudged: 1 },
  results: [
    {
      record: record('E-9'),
      policy: LISTS,
      asOf: dayOf(2026, 2, 1),
      outcome: 'compliant',
      judged: { decided: 21, undetermined: 0, unavailable: 9 },
      unavailable: [],
      findings: [],
    },
    {
      record: CASH_PAYMENT,
      policy: LISTS,
      asOf: dayOf(2026, 2, 3),
      outcome: 'violation',
      judged: { decided: 21, undetermined: 2, unavailable: 9 },
      unavailable: [],
      findings: [DUTY_OPEN, CASH_FOUND],
    },
    {
      record: { ...record('E-1', {}, EXPENDITURE), organisation: undefined },
      policy: LISTS,
      asOf: dayOf(1980, 1, 1),
      outcome: 'notJudged',
      judged: { decided: 0, undetermined: 0, unavailable: 0 },
      unavailable: [],
      findings: [],
    },
  ],
  diagnostics: [
    {
      name: 'wrong-type',
      params: { value: 'abc\u001b[0m', type: 'money', hint: '1000' },
      file: 'ledger.jsonl',
      path: ['amount'],
    },
  ],
};
