import { Ajv } from 'ajv';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { BASE, libraryOf, pack } from '../testing/library-of.js';
import type { JsonSchema } from './json-schema.js';
import { manifestSchema, policySchema } from './policy-schema.js';
import { recordSchema } from './record-schema.js';
import { testSchema } from './test-schema.js';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const files = readdirSync(`${root}policies`, { recursive: true, encoding: 'utf8' })
  .map((file) => `policies/${file.replaceAll('\\', '/')}`)
  .filter((file) => file.endsWith('.yaml') && !file.endsWith('qingdan.lock.yaml'));

function compile(schema: JsonSchema): (value: unknown) => string[] {
  // A union of types is what a fact is in JSON: a number, a text, or null.
  const validate = new Ajv({ strictTypes: false, allowUnionTypes: true, allErrors: true }).compile(
    schema,
  );
  return (value) => {
    validate(value);
    return (validate.errors ?? []).map(
      ({ instancePath, message }) => `${instancePath} ${message ?? ''}`,
    );
  };
}

const policyErrors = compile(policySchema());

const isTest = (file: string): boolean => file.endsWith('.test.yaml');
const isManifest = (file: string): boolean => file.endsWith('/qingdan.yaml');

describe('the schemas', () => {
  const manifestErrors = compile(manifestSchema());
  const testErrors = compile(testSchema());

  test.each(files)('let %s through', (file) => {
    const errors = isTest(file) ? testErrors : isManifest(file) ? manifestErrors : policyErrors;
    for (const document of parseAllDocuments(readFileSync(root + file, 'utf8'))) {
      expect(errors(document.toJS())).toEqual([]);
    }
  });
});

describe('the policy schema', () => {
  const body = { kind: 'Body', id: 'a', title: { zh: '会', en: 'body' } };

  test.each([
    {
      what: 'an unknown kind',
      document: { ...body, kind: 'Bodie' },
      error: '/kind must be equal to one of the allowed values',
    },
    {
      what: 'an unknown key',
      document: { ...body, tilte: 1 },
      error: ' must NOT have additional properties',
    },
    {
      what: 'a missing language',
      document: { ...body, title: { zh: '会' } },
      error: "/title must have required property 'en'",
    },
    {
      what: 'an unknown subject',
      document: { ...body, subjects: ['town'] },
      error: '/subjects/0 must be equal to one of the allowed values',
    },
  ])('names $what', ({ document, error }) => {
    expect(policyErrors(document)).toContain(error);
  });

  test('lets an overlay through, which says less than a declaration', () => {
    const overlay = { kind: 'Parameter', id: 'limit', values: [{ from: '2026-01', value: 500 }] };
    expect(policyErrors(overlay)).toEqual([]);
  });

  test('has words for hover', () => {
    expect(JSON.stringify(policySchema())).toContain('the direction in which a lower level may go');
  });
});

describe('the schema of tests', () => {
  const testErrors = compile(testSchema());
  const events = [{ step: 'pay', at: '2026-01-05', by: { id: 'P1' }, evidence: ['form'] }];
  const ofCase = (test: object, more: object = {}) => ({
    procedure: 'p.pay',
    events,
    ...more,
    tests: [{ name: 't', expect: { outcome: 'compliant' }, ...test }],
  });

  test.each([
    ['a case', ofCase({})],
    [
      'changes',
      ofCase({ changes: { 'pay.end': { at: '2026-01-06' } }, without: 'x', until: 'pay' }),
    ],
    ['what a change takes out', ofCase({ changes: { pay: { by: null } } })],
    ['deviations', ofCase({ expect: { deviations: { pay: ['LATE', { code: 'SOD' }] } } })],
    ['none', ofCase({ expect: { deviations: [] } })],
    ['what comes next', ofCase({ expect: { next: { allowed: { pay: ['P1'] }, waiting: ['x'] } } })],
  ])('lets %s through', (_what, file) => {
    expect(testErrors(file)).toEqual([]);
  });

  test.each([
    ['an unknown code', ofCase({ expect: { deviations: { pay: 'LAET' } } })],
    ['an unknown outcome', ofCase({ expect: { outcome: 'sound' } })],
    ['an unknown state', ofCase({ expect: { next: { maybe: ['pay'] } } })],
    ['a record', ofCase({ given: {} })],
    ['an event without a day', ofCase({}, { events: [{ step: 'pay' }] })],
    [
      'events beside records',
      { record: 'payment', events, tests: [{ name: 't', expect: { satisfied: ['x'] } }] },
    ],
  ])('does not let %s through', (_what, file) => {
    expect(testErrors(file)).not.toEqual([]);
  });
});

describe('the record schema', () => {
  const recordErrors = compile(recordSchema(libraryOf(pack('national', BASE))));

  test.each<{ what: string; record: unknown }>([
    { what: 'amounts as numbers', record: { kind: 'expenditure', id: 'E-1', amount: 1000.5 } },
    { what: 'amounts as texts', record: { kind: 'expenditure', id: 'E-1', amount: '1000.50' } },
    {
      what: 'unknown facts',
      record: { kind: 'expenditure', id: 'E-1', amount: null, method: null },
    },
    {
      what: 'months and known none',
      record: {
        kind: 'expenditure',
        id: 'E-1',
        paidOn: '2026-02',
        none: ['purpose'],
        extra: { a: 1 },
      },
    },
  ])('lets $what through', ({ record }) => {
    expect(recordErrors(record)).toEqual([]);
  });

  test.each<{ what: string; record: unknown }>([
    { what: 'an unknown field', record: { kind: 'expenditure', id: 'E-1', amuont: 1 } },
    { what: 'an unknown kind', record: { kind: 'spending', id: 'E-1' } },
    { what: 'a record without an id', record: { kind: 'expenditure' } },
    {
      what: 'a value that the enum lacks',
      record: { kind: 'expenditure', id: 'E-1', method: 'gold' },
    },
    {
      what: 'three decimals of a yuan',
      record: { kind: 'expenditure', id: 'E-1', amount: '1.005' },
    },
  ])('does not let $what through', ({ record }) => {
    expect(recordErrors(record)).not.toEqual([]);
  });
});

describe('the files under schemas/', () => {
  test.each([
    ['policy', policySchema()],
    ['manifest', manifestSchema()],
    ['test', testSchema()],
  ])('hold the %s schema as it is generated', (name, schema) => {
    const file = readFileSync(`${root}schemas/${name}.schema.json`, 'utf8');
    expect(JSON.parse(file)).toEqual(JSON.parse(JSON.stringify(schema)));
  });
});
