import { DEVIATION_CODES, EVENT_KINDS, SUBJECTS, TALLY_UNITS } from '@qingdan/core';
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

const parameters: JsonSchema = { description: 'values for this test', type: 'object' };
const name: JsonSchema = { type: 'string', minLength: 1 };
const clock: JsonSchema = { ...date, description: 'the day of the check' };

const text: JsonSchema = { type: 'string', minLength: 1 };
const textOrList: JsonSchema = { anyOf: [text, { type: 'array', items: text }] };
const count: JsonSchema = { type: 'integer', minimum: 0 };

const person: JsonSchema = {
  anyOf: [
    text,
    {
      type: 'object',
      properties: {
        id: text,
        role: { ...text, description: 'the id of a Role' },
        present: { type: 'boolean' },
        recused: { type: 'boolean' },
      },
      additionalProperties: false,
    },
  ],
};

const evidence: JsonSchema = {
  anyOf: [
    text,
    {
      type: 'object',
      properties: { document: text, reference: text, on: date },
      required: ['document'],
      additionalProperties: false,
    },
  ],
};

const tally: JsonSchema = {
  type: 'object',
  properties: {
    unit: { enum: TALLY_UNITS },
    eligible: count,
    present: count,
    yes: count,
    no: count,
  },
  required: ['unit'],
  additionalProperties: false,
};

const oneOrList = (schema: JsonSchema): JsonSchema => ({
  anyOf: [schema, { type: 'array', items: schema }],
});

/** What an event may say; what a change of one may. */
const eventKeys: Readonly<Record<string, JsonSchema>> = {
  id: text,
  step: { ...text, description: 'the id of a step, or its title' },
  iteration: count,
  at: { ...text, description: 'a day, or a day and a time: 2026-02-03, 2026-02-03T09:30' },
  recordedAt: text,
  seq: { type: 'integer', description: 'the order of what happened on one day' },
  by: person,
  role: text,
  participants: oneOrList(person),
  evidence: oneOrList(evidence),
  tally: oneOrList(tally),
  kind: { enum: EVENT_KINDS, description: 'absent: begun and done at once' },
  voids: { ...text, description: 'the event that it takes back' },
  via: { ...text, description: 'the id of the case that did the step' },
  data: { type: 'object', description: 'what it says of the case' },
};

/** A key without a value says nothing: so a change takes out what stood there. */
const orNothing = (schema: JsonSchema): JsonSchema => ({ anyOf: [schema, { type: 'null' }] });

const change: JsonSchema = {
  type: 'object',
  properties: Object.fromEntries(
    Object.entries(eventKeys).map(([key, schema]) => [key, orNothing(schema)]),
  ),
  additionalProperties: false,
};
const event: JsonSchema = { ...change, required: ['at'] };

const events: JsonSchema = { description: 'what happened', type: 'array', items: event };

const cases: JsonSchema = {
  description: 'other cases, on which this one may rest',
  type: 'array',
  items: {
    type: 'object',
    properties: {
      id: text,
      procedure: { ...text, description: 'the id of a Procedure' },
      closed: { type: 'boolean', description: 'nothing more will happen' },
      events,
    },
    required: ['id', 'procedure', 'events'],
    additionalProperties: false,
  },
};

const setting = { organisation, records, cases, books, parameters };

const happening: Readonly<Record<string, JsonSchema>> = {
  events: { ...events, description: "what happened, in place of the file's events" },
  without: { ...textOrList, description: 'steps that were not done' },
  changes: {
    description: 'by step, or by `x.start` and `x.end`: what is otherwise',
    type: 'object',
    additionalProperties: change,
  },
  until: { ...text, description: 'the last step that was done' },
  adds: { ...events, description: 'what happened besides' },
  closed: { type: 'boolean', description: 'nothing more will happen' },
};

const code: JsonSchema = { enum: DEVIATION_CODES };
const deviation: JsonSchema = {
  anyOf: [
    code,
    {
      type: 'object',
      properties: {
        code,
        on: { ...date, description: 'the day of the last event that it is about' },
        due: date,
        card: { enum: ['yellow', 'red'] },
        persons: { ...textOrList, description: 'those who stand in the way' },
        lacking: { ...textOrList, description: 'steps that should have come before' },
        missing: { ...textOrList, description: 'facts that are unknown' },
        following: { type: ['object', 'array'], description: 'what only follows from it' },
      },
      required: ['code'],
      additionalProperties: false,
    },
  ],
};

const byStep: JsonSchema = { type: 'object', additionalProperties: oneOrList(deviation) };
const deviations: JsonSchema = { anyOf: [byStep, { type: 'array', items: byStep }] };

/** Steps; or each with more. */
const steps = (more: JsonSchema): JsonSchema => ({
  anyOf: [textOrList, { type: 'object', additionalProperties: more }],
});

const caseExpectation: JsonSchema = {
  type: 'object',
  minProperties: 1,
  properties: {
    outcome: { enum: ['compliant', 'violation', 'suspicion', 'undetermined'] },
    deviations: { ...deviations, description: 'exactly the deviations; absent: none' },
    undetermined: { ...deviations, description: 'exactly what is undetermined; absent: nothing' },
    due: {
      description: 'by when a step is owed',
      type: 'object',
      additionalProperties: {
        anyOf: [
          date,
          {
            type: 'object',
            properties: { day: date, card: { enum: ['yellow', 'none'] } },
            additionalProperties: false,
          },
        ],
      },
    },
    next: {
      description: 'how steps stand that may come next',
      type: 'object',
      properties: {
        allowed: { ...steps(textOrList), description: 'may be done; by exactly these persons' },
        waiting: { ...steps(date), description: 'for time alone, until this day' },
        blocked: { ...steps(textOrList), description: 'by exactly these codes or steps' },
        forbidden: { ...steps(textOrList), description: 'for good, by exactly these codes' },
      },
      additionalProperties: false,
    },
    explains,
  },
  additionalProperties: false,
};

/** The schema of `tests/*.test.yaml`: tests of records, or of the cases of a procedure. */
export function testSchema(): JsonSchema {
  const ofRecords = {
    name,
    given: record,
    period: {
      description: 'the month, quarter or year that is judged, such as 2026-Q1',
      anyOf: [{ type: 'string' }, { type: 'number' }],
    },
    ...setting,
    asOf: { ...date, description: 'overrides the governing date' },
    clock,
    expect: expectation,
    exactly,
    explains,
  };
  const file = (
    properties: Readonly<Record<string, JsonSchema>>,
    test: Readonly<Record<string, JsonSchema>>,
    required: readonly string[],
  ): JsonSchema => ({
    type: 'object',
    properties: {
      ...properties,
      ...setting,
      tests: {
        type: 'array',
        minItems: 1,
        items: {
          type: 'object',
          properties: test,
          required: ['name', 'expect'],
          additionalProperties: false,
        },
      },
    },
    required: [...required, 'tests'],
    additionalProperties: false,
  });
  return schemaFile('test', 1, 'Qingdan policy tests', {
    if: { type: 'object', required: ['procedure'] },
    then: file(
      { procedure: { ...id, description: 'the procedure of every case' }, events },
      { name, ...happening, ...setting, clock, expect: caseExpectation, explains },
      ['procedure'],
    ),
    else: file({ record: { ...id, description: 'the kind of every `given`' } }, ofRecords, []),
  });
}
