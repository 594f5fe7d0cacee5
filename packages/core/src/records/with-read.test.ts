import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Field, type RecordType, StructType, type Type } from '../types/type.js';
import { readRecord, withRead } from './read-record.js';

const seed = Number(process.env.QINGDAN_SEED ?? 20260301);
const label = { zh: '文', en: 'text' };

function fieldsOf(types: Readonly<Record<string, Type>>): StructType {
  return new StructType(
    Object.entries(types).map(([name, type]): Field => ({ name, type, label, privacy: 'public' })),
  );
}

const KIND: RecordType = {
  id: 'project',
  label,
  fields: fieldsOf({
    amount: { kind: 'money', min: 0 },
    on: { kind: 'date' },
    payee: { kind: 'person', to: 'person' },
    guests: { kind: 'list', items: { kind: 'person', to: 'person' } },
    payment: { kind: 'struct', struct: fieldsOf({ method: { kind: 'text' } }) },
  }),
  governingDate: 1,
  register: false,
  shared: false,
};
const KINDS = new Map([[KIND.id, KIND]]);
const OWN = { kind: KIND.id, id: 'A', organisation: 'V1' };

function read(fields: Readonly<Record<string, unknown>>) {
  const { record } = readRecord({ ...fields, ...OWN }, KINDS);
  if (record === undefined) throw new Error('no record');
  return record;
}

const named = { id: 'P1', by: 'name' };
const said = fc.record(
  {
    amount: fc.constantFrom(0, 12.5, '3.10', -1, 'much', null, undefined),
    on: fc.constantFrom('2026-01-05', '2026-02-30', null),
    payee: fc.constantFrom('P1', 'P2', named, null, 7),
    guests: fc.constantFrom([], ['P1'], ['P1', named], [7], 'P1', null),
    payment: fc.constantFrom({}, { method: 'cash' }, { method: 7 }, 'cash', null),
    other: fc.constantFrom(1, null),
  },
  { requiredKeys: [] },
);

it(`a record of which fields are read anew is the one that is read at once (seed ${String(seed)})`, () => {
  fc.assert(
    fc.property(fc.array(said, { maxLength: 5 }), (sayings) => {
      const [first = {}, ...later] = sayings;
      const whole = read(Object.assign({}, ...sayings) as Record<string, unknown>);
      const anew = later.reduce(withRead, read(first));
      const { fields } = anew;
      expect({ ...anew, fields: undefined }).toEqual({ ...whole, fields: undefined });
      expect(fields.values).toEqual(whole.fields.values);
      expect([...(fields.byName ?? [])].sort()).toEqual([...(whole.fields.byName ?? [])].sort());
    }),
    { seed, numRuns: 2000 },
  );
});

it('a record stays as it was while another is made of it', () => {
  const before = read({ amount: 1, payee: named });
  const after = withRead(before, { amount: 2, payee: 'P2' });
  expect([before.fields.values[0], after.fields.values[0]]).toEqual([100, 200]);
  expect(before.fields.byName).toEqual(new Set(['payee']));
  expect(after.fields.byName?.size).toBe(0);
});
