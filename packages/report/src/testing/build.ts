import {
  ALWAYS,
  type Basis,
  type Condition,
  dayOf,
  type Expression,
  type Field,
  type Parameter,
  type ParameterValue,
  type Path,
  type PathRoot,
  type PathStep,
  type Policy,
  type Privacy,
  type RecordNode,
  type RecordSource,
  type RecordType,
  SourceText,
  type Span,
  type Struct,
  StructType,
  type Text,
  type Type,
  type Value,
} from '@qingdan/core';

/** Small bound trees, built by hand, for tests of what is said of them. */

export const SPAN: Span = { source: new SourceText('test.yaml', ''), start: 0, end: 0 };

export function text(zh: string, en: string): Text {
  return { zh, en };
}

function field(
  name: string,
  type: Type,
  label: Text,
  privacy: Privacy = 'public',
  unit?: Text,
): Field {
  return { name, type, label, privacy, ...(unit === undefined ? {} : { unit }) };
}

export const MONEY: Type = { kind: 'money', min: 0 };
export const INTEGER: Type = { kind: 'integer' };
export const DATE: Type = { kind: 'date' };
export const TEXT: Type = { kind: 'text' };
export const BOOLEAN: Type = { kind: 'boolean' };
export const PERIOD: Type = { kind: 'period' };
export const PERSON: Type = { kind: 'person', to: 'person' };
export const METHOD: Type = {
  kind: 'enum',
  name: 'expenditure.payment.method',
  values: new Map([
    ['cash', text('现金', 'cash')],
    ['bank', text('转账', 'bank transfer')],
  ]),
};

const APPROVAL = new StructType([
  field('person', PERSON, text('审批人', 'approver'), 'personal'),
  field('on', DATE, text('审批日期', 'date of approval')),
]);

const PAYMENT = new StructType([
  field('method', METHOD, text('付款方式', 'payment method')),
  field('account', TEXT, text('付款账号', 'account paid from'), 'secret'),
]);

export const EXPENDITURE: RecordType = {
  id: 'expenditure',
  label: text('支出', 'expenditure'),
  fields: new StructType([
    field('amount', MONEY, text('金额', 'amount')),
    field('paidOn', DATE, text('付款日期', 'date of payment')),
    field('payment', { kind: 'struct', struct: PAYMENT }, text('付款', 'payment')),
    field('handler', PERSON, text('经手人', 'handler'), 'personal'),
    field('cashier', PERSON, text('出纳', 'cashier'), 'personal'),
    field('payee', TEXT, text('收款方', 'payee')),
    field('note', TEXT, text('摘要', 'description'), 'personal'),
    field('refused', BOOLEAN, text('已退回', 'sent back')),
    field('pages', INTEGER, text('页数', 'pages'), 'public', text('页', 'pages')),
    field('term', PERIOD, text('期限', 'term')),
    field('tags', { kind: 'list', items: TEXT }, text('标签', 'tags')),
    field(
      'approvals',
      { kind: 'list', items: { kind: 'struct', struct: APPROVAL } },
      text('审批记录', 'approvals'),
    ),
    field('decision', { kind: 'ref', to: 'meeting' }, text('决议会议', 'deciding meeting')),
    field('exercisedBy', { kind: 'body' }, text('行权主体', 'body that acted')),
  ]),
  governingDate: 1,
  register: false,
  shared: false,
  holder: 13,
};

export const ORGANISATION: RecordType = {
  id: 'organisation',
  label: text('组织', 'organisation'),
  fields: new StructType([field('name', TEXT, text('名称', 'name'))]),
  register: true,
  shared: false,
};

const MEETING: RecordType = {
  id: 'meeting',
  label: text('会议', 'meeting'),
  fields: new StructType([
    field('heldOn', DATE, text('召开日期', 'date held')),
    field('present', INTEGER, text('实到人数', 'number present')),
  ]),
  governingDate: 0,
  register: false,
  shared: false,
};

export function basis(instrument: string, article?: string): Basis {
  return {
    instrument,
    ...(article === undefined ? {} : { article }),
    confidence: 'verified',
    interval: ALWAYS,
    span: SPAN,
  };
}

export const LIMIT_VALUE: ParameterValue = {
  interval: { from: dayOf(1988, 10, 1), until: undefined },
  value: 100_000,
  unset: false,
  basis: [basis('CASH', '5¶2')],
  pack: 'national',
  span: SPAN,
};

const LIMIT: Parameter = {
  id: 'cash.limit',
  label: text('结算起点', 'cash settlement limit'),
  type: MONEY,
  tighten: 'lower',
  values: [LIMIT_VALUE],
  pack: 'national',
  span: SPAN,
};

function instrument(id: string, zh: string, en: string) {
  return {
    id,
    title: text(zh, en),
    level: 'CN',
    effective: ALWAYS,
    replaces: [],
    confidence: 'verified',
    span: SPAN,
  } as const;
}

export const POLICY: Policy = {
  packs: [
    {
      name: 'national',
      version: '1.0.0',
      digest: 'sha256:1',
      title: text('国家通用', 'National'),
      jurisdiction: 'CN',
    },
  ],
  subject: 'village',
  coversFrom: undefined,
  instruments: new Map([
    ['CASH', instrument('CASH', '现金管理暂行条例', 'Interim Regulations on Cash Management')],
    ['SEAL', instrument('SEAL', '印章管理意见', 'Opinions on Seals')],
  ]),
  records: new Map([
    ['expenditure', EXPENDITURE],
    ['meeting', MEETING],
  ]),
  parameters: new Map([['cash.limit', LIMIT]]),
  tables: new Map([
    [
      'matters',
      [
        {
          id: 'matters',
          revision: 1,
          effective: ALWAYS,
          pack: 'national',
          span: SPAN,
          label: text('事项与决定机构', 'matters and bodies'),
          inputs: new Map(),
          outputs: new Map(),
          labels: new Map([['major', text('须经会议同意', 'needs a meeting')]]),
          rows: [],
          basis: [],
        },
      ],
    ],
  ]),
  definitions: new Map([
    [
      'quorate',
      [
        {
          id: 'quorate',
          revision: 1,
          effective: ALWAYS,
          pack: 'national',
          span: SPAN,
          record: 'meeting',
          fact: 'quorate',
          type: BOOLEAN,
          label: text('到会人数合法', 'quorate'),
          basis: [],
          is: { kind: 'value', value: literal(true, BOOLEAN) },
        },
      ],
    ],
  ]),
  conditions: new Map([
    [
      'is-large',
      [
        {
          id: 'is-large',
          revision: 1,
          effective: ALWAYS,
          pack: 'national',
          span: SPAN,
          record: 'expenditure',
          label: text('大额支出', 'a large payment'),
          is: { kind: 'all', of: [], span: SPAN },
        },
      ],
    ],
  ]),
  roles: new Map([
    [
      'village-director',
      { id: 'village-director', title: text('村民委员会主任', 'director'), span: SPAN },
    ],
    ['cashier', { id: 'cashier', title: text('出纳', 'cashier'), span: SPAN }],
  ]),
  bodies: new Map([
    [
      'villagers-committee',
      {
        id: 'villagers-committee',
        title: text('村民委员会', "villagers' committee"),
        span: SPAN,
      },
    ],
  ]),
  relations: {
    record: 'kinship',
    relations: new Map(),
    sets: new Map([['near', { label: text('近亲属', 'near relatives'), includes: [] }]]),
    span: SPAN,
  },
  items: [],
  procedures: new Map(),
  waivers: [],
};

export function literal(value: Value, type: Type): Expression {
  return { kind: 'literal', value, type, span: SPAN };
}

export function path(
  names: string,
  type: Type,
  { root = { kind: 'record' }, steps }: { root?: PathRoot; steps?: readonly PathStep[] } = {},
): Path {
  const own = names === '' ? [] : names.split('.').map((name): PathStep => step(name));
  return { root, steps: steps ?? own, type, text: names, span: SPAN };
}

function step(name: string): PathStep {
  return { kind: 'field', name, slot: 0 };
}

export function fact(names: string, type: Type, root?: PathRoot): Expression {
  return {
    kind: 'fact',
    path: path(names, type, root === undefined ? {} : { root }),
    type,
    span: SPAN,
  };
}

const ALIAS = { name: 'a', slot: 0 } as const;

export const IN_ELEMENT: PathRoot = { kind: 'alias', ...ALIAS };

export const LIMIT_OF: Expression = {
  kind: 'parameter',
  id: 'cash.limit',
  type: MONEY,
  span: SPAN,
};

export function source(
  over: 'expenditure' | 'approvals',
  more: Partial<Omit<RecordSource, 'in' | 'alias' | 'span'>> = {},
): RecordSource {
  return {
    in:
      over === 'expenditure'
        ? { kind: 'records', record: over }
        : {
            kind: 'list',
            list: path('approvals', EXPENDITURE.fields.field('approvals')?.type ?? TEXT),
          },
    alias: ALIAS,
    match: [],
    others: false,
    across: false,
    ...more,
    span: SPAN,
  };
}

export type Comparison = Extract<Condition, { kind: 'compare' }>;

export function compare(
  left: Expression,
  operator: Comparison['operator'],
  right?: Expression,
  marks: { readonly says?: Text; readonly id?: string } = {},
): Comparison & Condition {
  return {
    kind: 'compare',
    operator,
    left,
    ...(right === undefined ? {} : { right }),
    ...marks,
    span: SPAN,
  };
}

/** A record with the values of some of its fields; the rest is unknown. */
export function record(
  id: string,
  values: Readonly<Record<string, Value>> = {},
  type: RecordType = EXPENDITURE,
): RecordNode {
  const fields: Struct = {
    type: type.fields,
    values: type.fields.fields.map(({ name }) => values[name]),
  };
  return { record: type, id, organisation: 'V1', fields };
}
