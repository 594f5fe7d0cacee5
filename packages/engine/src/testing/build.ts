import {
  ALWAYS,
  type Basis,
  type Book,
  type Condition,
  createCalendar,
  type Day,
  dayOf,
  type Definition,
  type Expression,
  type Field,
  type Interval,
  type Item,
  type Operator,
  type Parameter,
  type Path,
  type PathStep,
  type Policy,
  type Power,
  type Prohibition,
  type Quantifier,
  type RecordNode,
  type RecordSource,
  type RecordType,
  type Responsibility,
  SourceText,
  type Span,
  type Struct,
  StructType,
  type Text,
  type Type,
  type Value,
} from '@qingdan/core';
import { Books } from '../world/books.js';
import { MemoryRecords } from '../world/memory.js';
import type { World } from '../world/world.js';

/** Small policies made by hand, for the tests of this package. */

export const SPAN: Span = { source: new SourceText('policy.yaml', 'policy'), start: 0, end: 6 };
export const say = (words: string): Text => ({ zh: words, en: words });

// --- Kinds of record ---------------------------------------------------------------------------------------------------

type Types = Readonly<Record<string, Type>>;

function structOf(types: Types): StructType {
  return new StructType(
    Object.entries(types).map(([name, type]): Field => ({
      name,
      type,
      label: say(name),
      privacy: 'public',
    })),
  );
}

function kindOf(
  id: string,
  types: Types,
  slots: { governingDate?: string; approvals?: string; decision?: string; holder?: string } = {},
  more: Partial<RecordType> = {},
): RecordType {
  const fields = structOf(types);
  const named = Object.entries(slots).map(([slot, name]) => [slot, fields.slotOf(name)] as const);
  return {
    id,
    label: say(id),
    fields,
    register: slots.governingDate === undefined,
    shared: false,
    ...Object.fromEntries(named),
    ...more,
  };
}

const MONEY: Type = { kind: 'money', min: 0 };
const DATE: Type = { kind: 'date' };
const TEXT: Type = { kind: 'text' };
const PERIOD: Type = { kind: 'period' };
const PERSON: Type = { kind: 'person', to: 'person' };
const METHODS: Type = {
  kind: 'enum',
  name: 'method',
  values: new Map(['cash', 'bank', 'card'].map((value) => [value, say(value)])),
};
const APPROVAL = structOf({ person: PERSON, role: TEXT, decision: TEXT, on: DATE });
const CARD = structOf({ number: TEXT, limit: MONEY });
const TERM = structOf({ period: PERIOD });

export const PAYMENT = kindOf(
  'payment',
  {
    paidOn: DATE,
    amount: MONEY,
    method: METHODS,
    urgent: { kind: 'boolean' },
    purpose: TEXT,
    payee: PERSON,
    handler: PERSON,
    meeting: { kind: 'ref', to: 'meeting' },
    card: { kind: 'struct', struct: CARD },
    approvals: { kind: 'list', items: { kind: 'struct', struct: APPROVAL } },
    tags: { kind: 'set', items: TEXT },
    by: { kind: 'body' },
  },
  { governingDate: 'paidOn', approvals: 'approvals', decision: 'meeting', holder: 'by' },
  { keptBy: 'accountant' },
);
export const MEETING = kindOf(
  'meeting',
  { heldOn: DATE, body: TEXT, matter: TEXT, votes: { kind: 'integer' } },
  { governingDate: 'heldOn' },
);
export const PERSON_REGISTER = kindOf('person', { name: TEXT, birth: DATE }, {}, { shared: true });
export const KINSHIP = kindOf(
  'kinship',
  { a: PERSON, b: PERSON, relation: TEXT, source: TEXT },
  {},
  { shared: true },
);
export const OFFICER = kindOf('officer', { person: PERSON, post: TEXT, term: PERIOD });
export const ORGANISATION = kindOf(
  'organisation',
  { terms: { kind: 'list', items: { kind: 'struct', struct: TERM } } },
  {},
  { shared: true },
);
/** The subject of items that apply to an organisation's periods. */
const SPELL = kindOf(
  'spell',
  { organisation: { kind: 'organisation', to: 'organisation' }, period: PERIOD, date: DATE },
  { governingDate: 'date' },
);
const KINDS = new Map(
  [PAYMENT, MEETING, PERSON_REGISTER, KINSHIP, OFFICER, ORGANISATION, SPELL].map((kind) => [
    kind.id,
    kind,
  ]),
);

type Values = Readonly<Record<string, Value>>;

function structWith(type: StructType, values: Values, byName: string[] = []): Struct {
  for (const name of Object.keys(values))
    if (type.slotOf(name) === undefined) throw new Error(`no field ${name}`);
  const bySlot = type.names().map((name) => values[name]);
  return byName.length === 0
    ? { type, values: bySlot }
    : { type, values: bySlot, byName: new Set(byName) };
}

export function recordOf(
  kind: RecordType,
  id: string,
  values: Values,
  { organisation = 'V1', byName = [] }: { organisation?: string; byName?: string[] } = {},
): RecordNode {
  return {
    record: kind,
    id,
    organisation: kind.shared ? undefined : organisation,
    fields: structWith(kind.fields, values, byName),
  };
}

export const on = (month: number, day: number, year = 2026): Day => dayOf(year, month, day);

/** A payment on 2026-02-03 of which everything is known, but for what is given. */
export function payment(values: Values = {}, byName: string[] = []): RecordNode {
  return recordOf(
    PAYMENT,
    'E-1',
    {
      paidOn: on(2, 3),
      amount: 500,
      method: 'bank',
      urgent: false,
      purpose: 'paper',
      payee: 'P1',
      handler: 'P2',
      meeting: 'M1',
      card: structWith(CARD, { number: '1', limit: 900 }),
      approvals: [],
      tags: [],
      by: 'committee',
      ...values,
    },
    { byName },
  );
}

export const approval = (values: Values, byName: string[] = []): Struct =>
  structWith(APPROVAL, values, byName);
export const card = (values: Values): Struct => structWith(CARD, values);
export const term = (values: Values): Struct => structWith(TERM, values);

// --- Conditions and values, in few words -------------------------------------------------------------------------------

/** A path over the fields of a kind: `payee.birth`, `paidOn`, `id`; a name that is no field is a derived fact. */
export function pathOf(text: string, kind: RecordType = PAYMENT, root?: Path['root']): Path {
  let fields: StructType | undefined = kind.fields;
  let owner: RecordType | undefined = kind;
  let type: Type = { kind: 'record', to: kind.id };
  const steps: PathStep[] = [];
  for (const name of text.split('.')) {
    if (steps.length > 0 && (type.kind === 'ref' || type.kind === 'person') && name !== 'id') {
      steps.push({ kind: 'follow', to: type.to });
      owner = KINDS.get(type.to);
      fields = owner?.fields;
    }
    const slot = fields?.slotOf(name);
    if (name === 'id') steps.push({ kind: 'id' });
    else if (type.kind === 'period' && (name === 'from' || name === 'until'))
      steps.push({ kind: 'periodEnd', end: name });
    else if (slot === undefined)
      steps.push({ kind: 'definition', id: `${owner?.id ?? ''}.${name}` });
    else {
      steps.push({ kind: 'field', name, slot });
      type = fields?.fields[slot]?.type ?? type;
      fields = type.kind === 'struct' ? type.struct : undefined;
    }
  }
  return { root: root ?? { kind: 'record' }, steps, type, text, span: SPAN };
}

/** A path from the element of a source: of a kind of record, or of the approvals of a payment. */
export function elementPath(of: RecordType | 'approval', text: string, slot = 0): Path {
  const kind = of === 'approval' ? { ...PAYMENT, fields: APPROVAL } : of;
  return { ...pathOf(text, kind, { kind: 'alias', name: 'e', slot }), text: `e.${text}` };
}

type Bare<T> = T extends unknown ? Omit<T, 'span' | 'type'> : never;
export const expression = (bare: Bare<Expression>, type: Type = TEXT): Expression => ({
  ...bare,
  span: SPAN,
  type,
});
export const factAt = (path: Path): Expression => expression({ kind: 'fact', path }, path.type);
export const fact = (text: string, kind?: RecordType): Expression => factAt(pathOf(text, kind));
export const element = (of: RecordType | 'approval', text: string, slot = 0): Expression =>
  factAt(elementPath(of, text, slot));
export const literal = (value: Value): Expression => expression({ kind: 'literal', value });
export const parameter = (id: string): Expression => expression({ kind: 'parameter', id }, MONEY);
/** `run.date`. */
export const clock: Expression = factAt({
  root: { kind: 'run' },
  steps: [],
  type: DATE,
  text: 'run.date',
  span: SPAN,
});

export function is(left: Expression, operator: Operator, right?: Expression): Condition {
  return { kind: 'compare', operator, left, span: SPAN, ...(right === undefined ? {} : { right }) };
}
export const all = (...of: Condition[]): Condition => ({ kind: 'all', of, span: SPAN });
export const any = (...of: Condition[]): Condition => ({ kind: 'any', of, span: SPAN });
export const not = (of: Condition): Condition => ({ kind: 'not', of, span: SPAN });
export const named = (name: string): Condition => ({ kind: 'named', name, span: SPAN });
export const kin = (of: Expression, other: Expression): Condition => ({
  kind: 'kin',
  of,
  with: other,
  relations: 'close',
  span: SPAN,
});

export function from(into: RecordType | string, more: Partial<RecordSource> = {}): RecordSource {
  return {
    in:
      typeof into === 'string'
        ? { kind: 'list', list: pathOf(into) }
        : { kind: 'records', record: into.id },
    alias: { name: 'e', slot: 0 },
    match: [],
    others: false,
    across: false,
    span: SPAN,
    ...more,
  };
}
export const quantified = (quantifier: Quantifier, source: RecordSource): Condition => ({
  kind: 'quantified',
  quantifier,
  source,
  span: SPAN,
});
export const count = (source: RecordSource): Expression =>
  expression({ kind: 'aggregate', name: 'count', source }, { kind: 'integer' });

// --- Items and policies ------------------------------------------------------------------------------------------------

export const basis = (instrument: string, interval: Interval = ALWAYS): Basis => ({
  instrument,
  article: '1',
  confidence: 'verified',
  interval,
  span: SPAN,
});

function base(id: string) {
  return {
    id,
    revision: 1,
    effective: ALWAYS,
    pack: 'p',
    span: SPAN,
    title: say(id),
    basis: [basis('LAW')],
    severity: 'minor',
    nature: 'violation',
  } as const;
}

export function prohibition(violatedWhen: Condition, more: Partial<Prohibition> = {}): Prohibition {
  return {
    kind: 'Prohibition',
    ...base('p.rule'),
    appliesTo: { kind: 'records', record: 'payment' },
    violatedWhen,
    also: [],
    accountable: [],
    ...more,
  };
}

export function power(more: Partial<Power> = {}): Power {
  return {
    kind: 'Power',
    ...base('p.pay'),
    holders: ['committee'],
    capacities: ['collective'],
    governs: { record: 'payment' },
    authority: [],
    alsoApprovedBy: [],
    risks: [],
    prohibits: [],
    guards: [],
    ...more,
  };
}

export function duty(fulfilledWhen: Condition, more: Partial<Responsibility> = {}): Responsibility {
  return {
    kind: 'Responsibility',
    ...base('p.duty'),
    power: 'p.pay',
    role: 'accountant',
    duty: say('keep the books'),
    fulfilledWhen,
    guards: [],
    ...more,
  };
}

export function definition(
  record: RecordType,
  name: string,
  value: Condition | Expression,
  more: Partial<Definition> = {},
): Definition {
  return {
    id: `${record.id}.${name}`,
    revision: 1,
    effective: ALWAYS,
    pack: 'p',
    span: SPAN,
    record: record.id,
    fact: name,
    type: 'type' in value ? value.type : { kind: 'boolean' },
    label: say(name),
    basis: [],
    is: 'type' in value ? { kind: 'value', value } : { kind: 'condition', condition: value },
    ...more,
  };
}

/** A parameter by its values from some days on; `undefined` is unset. */
export function parameterOf(
  id: string,
  values: readonly (readonly [Interval, Value])[],
): Parameter {
  return {
    id,
    label: say(id),
    type: MONEY,
    tighten: 'lower',
    values: values.map(([interval, value]) => ({
      interval,
      value,
      unset: value === undefined,
      basis: [],
      pack: 'p',
      span: SPAN,
    })),
    pack: 'p',
    span: SPAN,
  };
}

interface Parts {
  readonly items?: readonly Item[];
  readonly parameters?: readonly Parameter[];
  readonly definitions?: readonly Definition[];
  readonly conditions?: Readonly<Record<string, Condition>>;
}

/** A policy of some parts; items of one id and kind are revisions of one another. */
export function policyOf(
  { items = [], parameters = [], definitions = [], conditions = {} }: Parts,
  more: Partial<Policy> = {},
): Policy {
  const revisions = new Map<string, Item[]>();
  for (const item of items) {
    const name = `${item.kind} ${item.id}`;
    revisions.set(name, [...(revisions.get(name) ?? []), item]);
  }
  const byId = new Map<string, Definition[]>();
  for (const each of definitions) byId.set(each.id, [...(byId.get(each.id) ?? []), each]);
  const role = (id: string, rank: number) =>
    [id, { id, title: say(id), body: 'committee', rank, span: SPAN }] as const;
  const relation = (name: string, inverse: string) =>
    [name, { label: say(name), inverse }] as const;
  return {
    packs: [
      { name: 'p', version: '1.0.0', digest: 'sha256:p', title: say('p'), jurisdiction: 'CN' },
    ],
    subject: 'village',
    coversFrom: undefined,
    instruments: new Map(),
    records: KINDS,
    parameters: new Map(parameters.map((each) => [each.id, each])),
    tables: new Map(),
    definitions: byId,
    conditions: new Map(
      Object.entries(conditions).map(([name, condition]) => [
        name,
        [
          {
            id: name,
            revision: 1,
            effective: ALWAYS,
            pack: 'p',
            span: SPAN,
            record: 'payment',
            is: condition,
          },
        ],
      ]),
    ),
    roles: new Map([role('director', 2), role('deputy', 1)]),
    bodies: new Map(),
    relations: {
      record: 'kinship',
      relations: new Map([relation('parent', 'child'), relation('child', 'parent')]),
      sets: new Map([['close', { label: say('close'), includes: ['parent', 'child'] }]]),
      span: SPAN,
    },
    items: [...revisions.values()],
    procedures: new Map(),
    waivers: [],
    ...more,
  };
}

// --- The world ---------------------------------------------------------------------------------------------------------

const CLOCK = on(3, 1);
const CALENDAR = createCalendar({
  digest: 'sha256:calendar',
  first: on(1, 1),
  last: on(12, 31),
  off: new Set(),
  working: new Set(),
});

/** A world of some records; `books` says which kinds are complete since ever. */
export function worldOf(
  records: readonly RecordNode[] = [],
  books: readonly (Book | RecordType)[] = [],
  now: Day = CLOCK,
): World & { readonly books: Books } {
  const declared = new Books(books.map((book) => ('kind' in book ? book : { kind: book.id })));
  return {
    records: new MemoryRecords(records, declared, now),
    books: declared,
    clock: now,
    calendar: CALENDAR,
  };
}
