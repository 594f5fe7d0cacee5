import { SUBJECTS } from '@qingdan/core';
import { type JsonSchema, schemaFile } from './json-schema.js';

const id: JsonSchema = { type: 'string', minLength: 1 };
const date: JsonSchema = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' };
const ids: JsonSchema = { type: 'array', items: id };

/** A record: its fields are checked against its kind when the test is read. */
const record: JsonSchema = { type: 'object' };

const records: JsonSchema = {
  description: 'what else is known',
  type: ['array', 'null'],
  items: record,
};

const books: JsonSchema = {
  description: 'which records of a kind are complete, and for when',
  type: ['array', 'null'],
  items: {
    type: 'object',
    properties: { kind: id, organisation: id, from: date, until: date },
    required: ['kind'],
    additionalProperties: false,
  },
};

const organisation: JsonSchema = {
  description: 'the organisation of every record',
  type: 'object',
  properties: { id, subject: { enum: SUBJECTS }, jurisdiction: { type: 'string' } },
};

const explains: JsonSchema = {
  description: 'fragments of the explanation, in either language',
  type: 'array',
  items: { type: 'string', minLength: 1 },
};

const exactly: JsonSchema = {
  description: 'no other item is violated or undetermined',
  type: 'boolean',
};

const expectation: JsonSchema = {
  type: 'object',
  minProperties: 1,
  properties: {
    violated: {
      description: 'items, or items with the ids of their true clauses',
      type: 'array',
      items: { anyOf: [id, { type: 'object', additionalProperties: ids }] },
    },
    undetermined: {
      description: 'items, each with exactly the facts that are unknown',
      anyOf: [ids, { type: 'object', additionalProperties: ids }],
    },
    satisfied: ids,
    notApplicable: ids,
    exactly,
    explains,
  },
  additionalProperties: false,
};

/** The schema of `tests/*.test.yaml`. */
export function testSchema(): JsonSchema {
  return schemaFile('test', 1, 'Qingdan policy tests', {
    type: 'object',
    properties: {
      record: { ...id, description: 'the kind of every `given`' },
      organisation,
      records,
      books,
      tests: {
        type: 'array',
        minItems: 1,
        items: {
          type: 'object',
          properties: {
            name: { type: 'string', minLength: 1 },
            given: record,
            period: {
              description: 'the month, quarter or year that is judged, such as 2026-Q1',
              anyOf: [{ type: 'string' }, { type: 'number' }],
            },
            records,
            organisation,
            books,
            parameters: { description: 'values for this test', type: 'object' },
            asOf: { ...date, description: 'overrides the governing date' },
            clock: { ...date, description: 'the day of the check' },
            expect: expectation,
            exactly,
            explains,
          },
          required: ['name', 'expect'],
          additionalProperties: false,
        },
      },
    },
    required: ['tests'],
    additionalProperties: false,
  });
}
