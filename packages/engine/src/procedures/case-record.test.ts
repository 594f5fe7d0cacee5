import { Attributes } from '@qingdan/core';
import { expect, it } from 'vitest';
import { CaseRecord } from './case-record.js';
import { CASE, logOf } from './testing.js';

const records = new Map([[CASE.id, CASE]]);
const OF = { kind: CASE.id, records, attributes: new Attributes(CASE) };

type Said = Readonly<Record<string, unknown>>;

/** What a case is after events that said this, one after the other. */
function after(log: Said, ...sayings: readonly Said[]) {
  const record = new CaseRecord(OF, logOf([], { organisation: undefined, data: log }), 20_458);
  for (const said of sayings) record.take(said);
  const { organisation, fields } = record.record;
  return { organisation, values: fields.values };
}

it.each<[string, Said, readonly Said[], Said]>([
  ['a field', { amount: 1 }, [{ amount: 2 }, { urgent: true }], { amount: 2, urgent: true }],
  ['a field that is taken back', { amount: 1 }, [{ amount: null }], {}],
  ['none of something', { amount: 1 }, [{ none: ['purpose'] }], { amount: 1, none: ['purpose'] }],
  [
    'something after there was none',
    { none: ['purpose'] },
    [{ amount: 1 }, { purpose: 'x', none: [] }],
    { amount: 1, purpose: 'x' },
  ],
  [
    'something and none of it',
    { none: ['purpose'] },
    [{ purpose: 'x' }],
    { none: ['purpose'], purpose: 'x' },
  ],
  [
    'whose it is',
    {},
    [{ amount: 1 }, { organisation: 'V2' }, { amount: 2 }],
    { amount: 2, organisation: 'V2' },
  ],
])('a case of which is told %s is read as if all were told at once', (_, log, sayings, all) => {
  expect(after(log, ...sayings)).toEqual(after(all));
});

it('a case is of the organisation of its log, whatever its events say', () => {
  const record = new CaseRecord(OF, logOf([]), 20_458);
  record.take({ organisation: 'V2' });
  expect(record.record.organisation).toBe('V1');
});
