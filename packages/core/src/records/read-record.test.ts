import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { codeOf, renderDiagnostic } from '../diagnostics/diagnostic.js';
import { type Field, type RecordType, StructType, type Type } from '../types/type.js';
import { parseDate } from '../values/date.js';
import { NONE, Period, type Value } from '../values/value.js';
import { isRecordNode, isStruct, type RecordNode, type Struct } from './record.js';
import { type ReadRecord, readRecord } from './read-record.js';

const seed = Number(process.env.QINGDAN_SEED ?? 20260301);
vi.setConfig({ testTimeout: 60_000 });
const label = { zh: '文', en: 'text' };

function fieldsOf(types: Readonly<Record<string, Type>>): StructType {
  return new StructType(
    Object.entries(types).map(([name, type]): Field => ({ name, type, label, privacy: 'public' })),
  );
}

const PERSON: Type = { kind: 'person', to: 'person' };
const struct = (types: Readonly<Record<string, Type>>): Type => ({
  kind: 'struct',
  struct: fieldsOf(types),
});

const hidden = (name: string, type: Type, privacy: Field['privacy']): Field => ({
  name,
  type,
  label,
  privacy,
});

const PAYMENT: RecordType = {
  id: 'payment',
  label,
  fields: fieldsOf({
    amount: { kind: 'money', min: 0 },
    paidOn: { kind: 'date' },
    purpose: { kind: 'text' },
    payee: PERSON,
    payment: struct({ method: { kind: 'text' }, card: struct({ number: { kind: 'text' } }) }),
    approvals: {
      kind: 'list',
      items: struct({
        person: PERSON,
        on: { kind: 'date' },
        tags: { kind: 'list', items: { kind: 'text' } },
      }),
    },
    tags: { kind: 'set', items: { kind: 'text' } },
    attendees: { kind: 'list', items: PERSON },
    term: { kind: 'period' },
    金额: { kind: 'integer' },
  }),
  governingDate: 1,
  register: false,
  shared: false,
};
const KINDS = new Map([['payment', PAYMENT]]);

function read(fields: Readonly<Record<string, unknown>>): ReadRecord {
  return readRecord({ kind: 'payment', id: 'E-1', ...fields }, KINDS);
}

/** The value at a dotted way. */
function at(result: ReadRecord, path: string): Value {
  let value: Value = result.record;
  for (const part of path.split('.')) {
    if (Array.isArray(value)) value = (value as readonly Value[])[Number(part)];
    else {
      const holder: Struct | undefined =
        typeof value !== 'object'
          ? undefined
          : isRecordNode(value)
            ? value.fields
            : isStruct(value)
              ? value
              : undefined;
      const slot = holder?.type.slotOf(part);
      value = slot === undefined ? undefined : holder?.values[slot];
    }
  }
  return value;
}

function faults(result: ReadRecord): string[] {
  return result.diagnostics.map(({ name, path }) => `${name} ${(path ?? []).join('.')}`);
}

describe('what is no record', () => {
  it.each<[string, unknown, string]>([
    ['a text', 'E-1', 'not-a-record '],
    ['null', null, 'not-a-record '],
    ['a list', [], 'not-a-record '],
    ['one without kind', { id: 'E-1' }, 'no-record-id '],
    ['one whose kind is no text', { kind: 5, id: 'E-1' }, 'bad-record-id kind'],
    ['one of a kind that is not known', { kind: 'paymnet', id: 'E-1' }, 'unknown-record-kind kind'],
    ['one whose kind is inherited', Object.create({ kind: 'payment', id: 'E-1' }), 'no-record-id '],
    [
      'one of a kind that objects inherit',
      { kind: 'constructor', id: 'E-1' },
      'unknown-record-kind kind',
    ],
    ['one without id', { kind: 'payment' }, 'no-record-id id'],
    ['one with an empty id', { kind: 'payment', id: '' }, 'no-record-id id'],
    ['one whose id is a number', { kind: 'payment', id: 5 }, 'bad-record-id id'],
    ['one whose id is too long', { kind: 'payment', id: 'x'.repeat(201) }, 'bad-record-id id'],
  ])('%s is reported and gives none', (_, raw, fault) => {
    const result = readRecord(raw, KINDS);
    expect(result.record).toBeUndefined();
    expect(faults(result)).toEqual([fault]);
  });

  it('gets the nearest kind as a hint', () => {
    const { diagnostics } = readRecord({ kind: 'paymnet', id: 'E-1' }, KINDS);
    expect(diagnostics[0]?.params).toEqual({
      kind: 'paymnet',
      nearest: ' → `payment`?',
      known: 'payment',
    });
  });
});

describe('a record', () => {
  it('is read whole', () => {
    const result = read({
      organisation: 'V1',
      amount: '1000.50',
      paidOn: '2026-02-03',
      payee: 'P1',
      payment: { method: 'cash', card: { number: '1' } },
      approvals: [{ person: 'P2', on: '2026-02' }],
      tags: ['a'],
      term: { from: '2026-01-01', until: '2026-02-01' },
      金额: 5,
      extra: { anything: [1, { b: 2 }] },
    });
    expect(faults(result)).toEqual([]);
    expect(result.record?.organisation).toBe('V1');
    expect(
      ['amount', 'payee', 'payment.card.number', 'approvals.0.person', 'tags.0', '金额'].map(
        (path) => at(result, path),
      ),
    ).toEqual([100_050, 'P1', '1', 'P2', 'a', 5]);
    expect(at(result, 'approvals.0.on')).toEqual(parseDate('2026-02'));
  });

  it('knows where it was read', () => {
    const origin = { file: 'l.jsonl', line: 2 };
    const result = readRecord({ kind: 'payment', id: 'E-1', amount: 'x' }, KINDS, origin);
    expect(result.record?.origin).toBe(origin);
    expect(result.diagnostics[0]?.file).toBe('l.jsonl');
  });

  it('has its ids composed', () => {
    const { record } = read({ id: 'e\u0301', organisation: 'e\u0301' });
    expect([record?.id, record?.organisation]).toEqual(['\u00e9', '\u00e9']);
  });

  it.each<[string, unknown]>([
    ['absent', undefined],
    ['null', null],
    ['empty', ''],
  ])('belongs to an unknown organisation where that is %s', (_, organisation) => {
    const result = read({ organisation });
    expect(result.record?.organisation).toBeUndefined();
    expect(faults(result)).toEqual([]);
  });

  it('reports an organisation that is no id', () => {
    const result = read({ organisation: { id: 'V1' } });
    expect(result.record?.organisation).toBeUndefined();
    expect(faults(result)).toEqual(['wrong-type organisation']);
  });
});

describe('a name that no field has', () => {
  it.each<[string, Record<string, unknown>, string, string]>([
    ['at the top', { amuont: 5 }, 'unknown-field amuont', ' → `amount`?'],
    ['far from any', { supplier: 5 }, 'unknown-field supplier', ''],
    [
      'within a struct',
      { payment: { methd: 'cash' } },
      'unknown-field payment.methd',
      ' → `method`?',
    ],
    [
      'within a list',
      { approvals: [{ persn: 'P1' }] },
      'unknown-field approvals.0.persn',
      ' → `person`?',
    ],
    [
      'of the envelope, within a struct',
      { payment: { extra: 1 } },
      'unknown-field payment.extra',
      '',
    ],
    ['in none', { none: ['amuont'] }, 'unknown-field none', ' → `amount`?'],
    [
      'in none, of a member of a list',
      { approvals: [], none: ['approvals.0.on'] },
      'unknown-field none',
      '',
    ],
    ['that objects inherit', { constructor: 1 }, 'unknown-field constructor', ''],
    ['in none that objects inherit', { none: ['constructor'] }, 'unknown-field none', ''],
  ])('is reported %s with the nearest that one has', (_, fields, fault, nearest) => {
    const result = read({ purpose: 'p', ...fields });
    expect(faults(result)).toEqual([fault]);
    expect(result.diagnostics[0]?.params.nearest).toBe(nearest);
    expect(at(result, 'purpose')).toBe('p');
  });
});

it('tells a hundred faults of one kind, and counts the rest', () => {
  const strange = Object.fromEntries(Array.from({ length: 3000 }, (_, index) => [`x${index}`, 1]));
  const { record, diagnostics } = readRecord({ kind: 'payment', id: 'P1', ...strange }, KINDS);
  expect(record).toBeDefined();
  expect(diagnostics.filter(({ name }) => name === 'unknown-field')).toHaveLength(100);
  const last = diagnostics.at(-1);
  expect(last?.name).toBe('more-faults');
  expect(last && renderDiagnostic(last, 'en').message).toBe(
    'there are 2900 more of QD5101, which are not listed',
  );
});

describe('a value of a wrong type', () => {
  it.each<[string, Record<string, unknown>, string, string]>([
    ['a text for money', { amount: 'much' }, 'wrong-type amount', 'amount'],
    ['a list for money', { amount: [1] }, 'wrong-type amount', 'amount'],
    ['an object for money', { amount: { yuan: 1 } }, 'wrong-type amount', 'amount'],
    ['a day that does not exist', { paidOn: '2026-02-30' }, 'wrong-type paidOn', 'paidOn'],
    ['a text for a struct', { payment: 'cash' }, 'wrong-type payment', 'payment.method'],
    ['a list for a struct', { payment: [] }, 'wrong-type payment', 'payment.method'],
    ['an object for a list', { approvals: {} }, 'wrong-type approvals', 'approvals'],
    ['a text for a list', { tags: 'a' }, 'wrong-type tags', 'tags'],
    [
      'a text for a member that is a struct',
      { approvals: ['P1'] },
      'wrong-type approvals.0',
      'approvals.0',
    ],
    ['a number within a list', { tags: [1] }, 'wrong-type tags.0', 'tags.0'],
    [
      'a bad field within a member',
      { approvals: [{ on: 5 }] },
      'wrong-type approvals.0.on',
      'approvals.0.on',
    ],
    [
      'a period the wrong way round',
      { term: { from: '2026-02', until: 5 } },
      'wrong-type term',
      'term',
    ],
    ['a bigint', { amount: 10n }, 'wrong-type amount', 'amount'],
    ['a function', { amount: () => 1 }, 'wrong-type amount', 'amount'],
    ['a symbol', { amount: Symbol('1') }, 'wrong-type amount', 'amount'],
  ])('is reported and unknown, and the rest stands: %s', (_, fields, fault, path) => {
    const result = read({ purpose: 'p', ...fields });
    expect(faults(result)).toEqual([fault]);
    expect(at(result, path)).toBeUndefined();
    expect(at(result, 'purpose')).toBe('p');
  });

  it('is quoted in one short line', () => {
    const { diagnostics } = read({ amount: `a\nb\u0007${'x'.repeat(99)}` });
    expect(diagnostics[0]?.params.value).toBe(`a?b?${'x'.repeat(36)}…`);
  });

  it('that is too small is told the least', () => {
    const [fault] = read({ amount: -1 }).diagnostics;
    expect(fault && renderDiagnostic(fault, 'zh').message).toBe(
      'amount: `-1` 小于允许的最小值 0，按未知处理',
    );
    expect(fault && renderDiagnostic(fault, 'en').message).toBe(
      'amount: `-1` is less than 0, the least it may be, and is read as unknown',
    );
  });

  it.each<[string, unknown, string, string]>([
    ['a number', 5, '5', '5'],
    ['an object', { name: '张三', bank: '6222' }, 'object', '对象'],
    ['a list', ['张三'], 'list', '列表'],
  ])('of a public field is quoted, or its shape: %s', (_, raw, en, zh) => {
    const [fault] = read({ paidOn: raw }).diagnostics;
    expect(fault && renderDiagnostic(fault, 'en').message).toContain(`\`${en}\``);
    expect(fault && renderDiagnostic(fault, 'zh').message).toContain(`\`${zh}\``);
  });

  it.each<[string, unknown, string, string]>([
    ['an identity number', '11010519491231002X', 'text of 18 characters', '18个字的文字'],
    ['a number', 6222, 'number', '数'],
    ['an object', { id: '11010519491231002X' }, 'object', '对象'],
  ])('of a field that is not public is never quoted: %s', (_, raw, en, zh) => {
    const secret: RecordType = {
      id: 'secret',
      label: { zh: '', en: '' },
      fields: new StructType([
        hidden('born', { kind: 'date' }, 'secret'),
        hidden('account', struct({ openedOn: { kind: 'date' } }), 'personal'),
        hidden('dates', { kind: 'list', items: { kind: 'date' } }, 'personal'),
      ]),
      register: true,
      shared: true,
    };
    const { diagnostics } = readRecord(
      { kind: 'secret', id: 'S1', born: raw, account: { openedOn: raw }, dates: [raw] },
      new Map([['secret', secret]]),
    );
    expect(diagnostics).toHaveLength(3);
    for (const fault of diagnostics) {
      expect(renderDiagnostic(fault, 'en').message).toContain(`\`${en}\``);
      expect(renderDiagnostic(fault, 'zh').message).toContain(`\`${zh}\``);
    }
  });

  it('is reported of an object that holds itself', () => {
    const loop: Record<string, unknown> = {};
    loop.loop = loop;
    expect(faults(read({ amount: loop }))).toEqual(['wrong-type amount']);
  });

  it('is reported of nesting deeper than any stack', () => {
    let deep: unknown = 1;
    for (let depth = 0; depth < 200_000; depth += 1) deep = [deep];
    expect(faults(read({ amount: deep }))).toEqual(['wrong-type amount']);
    expect(faults(read({ tags: [deep] }))).toEqual(['wrong-type tags.0']);
    expect(faults(read({ extra: deep }))).toEqual([]);
  });
});

describe('what is unknown', () => {
  it.each<[string, unknown]>([
    ['absent', undefined],
    ['null', null],
  ])('a field that is %s', (_, raw) => {
    const result = read({ amount: raw, approvals: raw, payment: raw });
    expect(faults(result)).toEqual([]);
    expect(at(result, 'amount')).toBeUndefined();
    expect(at(result, 'approvals')).toBeUndefined();
    expect(at(result, 'payment.method')).toBeUndefined();
  });

  it('a null within a list is a member of which nothing is known', () => {
    expect(at(read({ tags: ['a', null] }), 'tags')).toEqual(['a', undefined]);
  });
});

describe('none', () => {
  it.each<[string, Record<string, unknown>, string, Value]>([
    ['a field', { none: ['payee'] }, 'payee', NONE],
    ['a list', { none: ['approvals'] }, 'approvals', []],
    ['a set', { none: ['tags'] }, 'tags', []],
    ['an empty list', { approvals: [] }, 'approvals', []],
    [
      'a field of a struct',
      { payment: { card: {} }, none: ['payment.method'] },
      'payment.method',
      NONE,
    ],
    ['a field of a struct that is not there', { none: ['payment.method'] }, 'payment.method', NONE],
    ['a field two structs deep', { none: ['payment.card.number'] }, 'payment.card.number', NONE],
    ['a whole struct', { none: ['payment'] }, 'payment', NONE],
    ['a whole period', { none: ['term'] }, 'term', NONE],
    ['the end of an unknown period', { none: ['term.until'] }, 'term', new Period(undefined, NONE)],
    [
      'the end of a period',
      { term: { from: '2026-01-01' }, none: ['term.until'] },
      'term',
      new Period(20454, NONE),
    ],
    [
      'a field of a member of a list',
      { approvals: [{ person: 'P1' }, { person: 'P2' }], none: ['approvals.1.on'] },
      'approvals.1.on',
      NONE,
    ],
    ['null, named', { payee: null, none: ['payee'] }, 'payee', NONE],
    ['nothing', { none: [] }, 'payee', undefined],
    ['nothing, null', { none: null }, 'payee', undefined],
  ])('can be said of %s', (_, fields, path, value) => {
    const result = read(fields);
    expect(faults(result)).toEqual([]);
    expect(at(result, path)).toEqual(value);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['a field', { payee: 'P1', none: ['payee'] }, 'payee'],
    ['a list', { tags: ['a'], none: ['tags'] }, 'tags'],
    ['an empty list', { tags: [], none: ['tags'] }, 'tags'],
    [
      'a field of a struct',
      { payment: { method: 'cash' }, none: ['payment.method'] },
      'payment.method',
    ],
  ])('and a value too is reported and unknown: %s', (_, fields, path) => {
    const result = read(fields);
    expect(faults(result)).toEqual(['none-and-value none']);
    expect(at(result, path)).toBeUndefined();
  });

  it('and an end of a period too is reported, as with any other field', () => {
    const result = read({
      term: { from: '2026-01-01', until: '2026-02-01' },
      none: ['term.until'],
    });
    expect(faults(result)).toEqual(['none-and-value none']);
    expect(at(result, 'term')).toEqual(new Period(20454, undefined));
  });

  it.each<[string, unknown]>([
    ['a text', 'payee'],
    ['a list of numbers', [5]],
    ['an object', { payee: true }],
  ])('has to be a list of names, not %s', (_, none) => {
    const result = read({ none });
    expect(faults(result)).toEqual(['wrong-type none']);
    expect(at(result, 'payee')).toBeUndefined();
  });
});

describe('references by name', () => {
  const byName = (result: ReadRecord): string[] => [...(result.record?.fields.byName ?? [])];

  it('give the id and are marked', () => {
    const result = read({ payee: { id: 'P1', by: 'name' } });
    expect(faults(result)).toEqual([]);
    expect(at(result, 'payee')).toBe('P1');
    expect(byName(result)).toEqual(['payee']);
  });

  it('are marked in the member of the list that holds them', () => {
    const result = read({ approvals: [{ person: 'P1' }, { person: { id: 'P2', by: 'name' } }] });
    const members = at(result, 'approvals') as readonly Struct[];
    expect(members.map((member) => [...(member.byName ?? [])])).toEqual([[], ['person']]);
    expect(byName(result)).toEqual([]);
  });

  it('mark a list of references as a whole', () => {
    const result = read({ attendees: ['P1', { id: 'P2', by: 'name' }] });
    expect(faults(result)).toEqual([]);
    expect(at(result, 'attendees')).toEqual(['P1', 'P2']);
    expect(byName(result)).toEqual(['attendees']);
    expect(byName(read({ attendees: ['P1', 'P2'] }))).toEqual([]);
  });

  it.each<[string, unknown, string[]]>([
    ['an id', 'P1', []],
    ['an object that says nothing of a name', { id: 'P1' }, ['wrong-type payee']],
    ['an object found otherwise', { id: 'P1', by: 'guess' }, ['wrong-type payee']],
    ['a mark without id', { by: 'name' }, ['wrong-type payee']],
  ])('are not seen in %s', (_, payee, expected) => {
    expect(faults(read({ payee }))).toEqual(expected);
  });
});

describe('hostile input', () => {
  it.each(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'])(
    'the key %s is a name like any other',
    (key) => {
      const raw: unknown = JSON.parse(
        `{"kind":"payment","id":"E-1","purpose":"p","${key}":{"amount":"5","polluted":true}}`,
      );
      const result = readRecord(raw, KINDS);
      expect(faults(result)).toEqual([`unknown-field ${key}`]);
      expect(at(result, 'purpose')).toBe('p');
      expect(at(result, 'amount')).toBeUndefined();
      expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    },
  );

  it('what an object inherits is no field of the record', () => {
    const raw = Object.assign(Object.create({ amount: 5 }) as object, {
      kind: 'payment',
      id: 'E-1',
    });
    expect(at(readRecord(raw, KINDS), 'amount')).toBeUndefined();
  });

  it('lists within lists beyond the limit are refused', () => {
    let items: Type = { kind: 'text' };
    for (let depth = 0; depth < 30; depth += 1) items = { kind: 'list', items };
    const deep: RecordType = { ...PAYMENT, id: 'deep', fields: fieldsOf({ deep: items }) };
    let raw: unknown = 'x';
    for (let depth = 0; depth < 30; depth += 1) raw = [raw];
    const result = readRecord({ kind: 'deep', id: 'D', deep: raw }, new Map([['deep', deep]]));
    expect(result.diagnostics.map(({ name }) => name)).toEqual(['too-deep']);
    expect(result.record).toBeDefined();
  });

  it('a list beyond the limit is refused', () => {
    const result = read({ tags: new Array<string>(100_001).fill('a') });
    expect(faults(result)).toEqual(['too-large tags']);
    expect(at(result, 'tags')).toBeUndefined();
  });

  it(`whatever is given, something is read or reported and nothing is changed (seed ${String(seed)})`, () => {
    const key = fc.constantFrom(
      ...PAYMENT.fields.names(),
      'none',
      'organisation',
      'extra',
      'method',
      'person',
      '__proto__',
    );
    const raw = fc.dictionary(
      key,
      fc.oneof(
        fc.jsonValue(),
        fc.array(key),
        fc.dictionary(key, fc.jsonValue()),
        fc.constantFrom('2026-02', '5', { id: 'P1', by: 'name' }, [{ person: 'P1' }]),
      ),
    );
    fc.assert(
      fc.property(raw, (fields) => {
        const input = { ...fields, kind: 'payment', id: 'E-1' };
        const before = JSON.stringify(input);
        const { record, diagnostics } = readRecord(input, KINDS);
        expect(JSON.stringify(input)).toBe(before);
        expect((record as RecordNode).fields.values).toHaveLength(PAYMENT.fields.fields.length);
        for (const item of diagnostics) expect(codeOf(item)).toMatch(/^QD5/);
      }),
      { seed, numRuns: 1000 },
    );
  });

  it('frozen input is read', () => {
    const raw = Object.freeze({
      kind: 'payment',
      id: 'E-1',
      none: Object.freeze(['payee']),
      approvals: Object.freeze([Object.freeze({ person: 'P1' })]),
    });
    expect(faults(readRecord(raw, KINDS))).toEqual([]);
  });
});
