import {
  BINARY_TEMPLATES,
  CASE_VERDICTS,
  CONFIDENCES,
  DEVIATION_CODES,
  GRAVITIES,
  NATURES,
  OUTCOMES,
  UNARY_TEMPLATES,
  VERDICTS,
} from '@qingdan/core';

/** A JSON Schema, draft 2020-12. */
export type JsonSchema = Readonly<Record<string, unknown>>;

const TEXT = { type: 'string' } as const;
const NUMBER = { type: 'integer', minimum: 0 } as const;
const DAY = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' } as const;
const VALUE = { $ref: '#/$defs/value' } as const;

function orNull(schema: JsonSchema): JsonSchema {
  return { anyOf: [schema, { type: 'null' }] };
}

function oneOf(values: readonly string[]): JsonSchema {
  return { enum: [...values] };
}

function list(items: JsonSchema): JsonSchema {
  return { type: 'array', items };
}

/** Exactly these keys; those of `more` may be absent. */
function object(
  properties: Readonly<Record<string, JsonSchema>>,
  more: Readonly<Record<string, JsonSchema>> = {},
): JsonSchema {
  return {
    type: 'object',
    properties: { ...properties, ...more },
    required: Object.keys(properties),
    additionalProperties: false,
  };
}

function ref(name: string): JsonSchema {
  return { $ref: `#/$defs/${name}` };
}

const SOURCE = orNull(object({ file: TEXT, line: orNull(NUMBER) }));
const WAIVED = orNull(object({ document: TEXT, approver: TEXT, reason: TEXT, until: orNull(DAY) }));
const MISSING = object({
  fact: TEXT,
  scope: oneOf(['record', 'run']),
  label: TEXT,
  needs: orNull(TEXT),
  holder: orNull(TEXT),
});
const EVENT = object({ id: TEXT, step: TEXT, on: DAY, source: SOURCE });
const POSITION = object({ line: NUMBER, column: NUMBER });

const RESULT: Readonly<Record<string, JsonSchema>> = {
  record: object({
    kind: TEXT,
    id: TEXT,
    organisation: orNull(TEXT),
    source: SOURCE,
  }),
  asOf: VALUE,
  outcome: oneOf(OUTCOMES),
  judged: object({ decided: NUMBER, undetermined: NUMBER, unavailable: NUMBER }),
  statement: TEXT,
  findings: list(ref('finding')),
};

/** A record's part; the cases that it names stand in it where it names any. */
function resultWith(more: Readonly<Record<string, JsonSchema>>): JsonSchema {
  const { properties, ...rest } = object({ ...RESULT, ...more });
  const cases = list(
    object({
      procedure: TEXT,
      id: TEXT,
      outcome: oneOf(OUTCOMES),
      statement: TEXT,
      findings: list(object({ fingerprint: TEXT, code: oneOf(DEVIATION_CODES), title: TEXT })),
    }),
  );
  return { ...rest, properties: { ...(properties as object), cases } };
}

const DEFS: Readonly<Record<string, JsonSchema>> = {
  value: {
    description:
      'A value as records write it. null is unknown; { "none": true } is known to be none; atLeast and atMost are what is known of a number. Personal data is masked with ***.',
  },
  basis: object({
    instrument: TEXT,
    title: TEXT,
    number: orNull(TEXT),
    article: orNull(TEXT),
    confidence: oneOf(CONFIDENCES),
  }),
  clause: object({
    id: orNull(TEXT),
    sentence: TEXT,
    result: { type: ['boolean', 'null'] },
    fact: orNull(TEXT),
    actual: VALUE,
    operator: TEXT,
    expected: VALUE,
    parameter: orNull(TEXT),
    children: list(ref('clause')),
  }),
  finding: object({
    fingerprint: TEXT,
    item: TEXT,
    revision: orNull({ type: 'integer' }),
    list: oneOf(['power', 'responsibility', 'negative']),
    code: orNull(oneOf(['NO_POWER', 'HOLDER', 'AUTHORITY'])),
    verdict: oneOf(VERDICTS),
    nature: oneOf(NATURES),
    severity: oneOf(GRAVITIES),
    title: TEXT,
    explanation: TEXT,
    clauses: list(ref('clause')),
    missing: list(MISSING),
    basis: list(ref('basis')),
    parameters: list(
      object({ id: TEXT, value: VALUE, from: orNull(DAY), basis: list(ref('basis')), pack: TEXT }),
    ),
    accountable: list(object({ role: TEXT, title: TEXT, duty: orNull(TEXT) })),
    remedy: orNull(TEXT),
    wouldComply: list(TEXT),
    refutedBy: list(TEXT),
    doubts: list(TEXT),
    due: VALUE,
    related: list(TEXT),
    waived: WAIVED,
  }),
  result: resultWith({}),
  deviation: object({
    fingerprint: TEXT,
    item: TEXT,
    revision: { type: 'integer' },
    list: { const: 'procedure' },
    code: oneOf(DEVIATION_CODES),
    constraint: TEXT,
    step: TEXT,
    verdict: oneOf(['violated', 'undetermined']),
    permanent: { type: 'boolean' },
    card: orNull(oneOf(['yellow', 'red'])),
    nature: oneOf(NATURES),
    severity: oneOf(GRAVITIES),
    title: TEXT,
    explanation: TEXT,
    events: list(object({ step: TEXT, on: DAY, by: orNull(TEXT), source: SOURCE })),
    due: orNull(
      object({ day: orNull(DAY), counted: orNull(DAY), provisional: { type: 'boolean' } }),
    ),
    clauses: list(ref('clause')),
    missing: list(MISSING),
    basis: list(ref('basis')),
    accountable: list(object({ role: TEXT, title: TEXT, duty: orNull(TEXT) })),
    remedy: orNull(TEXT),
    doubts: list(TEXT),
    related: list(TEXT),
    waived: WAIVED,
  }),
  template: object({
    constraint: TEXT,
    template: oneOf([...UNARY_TEMPLATES, ...BINARY_TEMPLATES]),
    verdict: oneOf(CASE_VERDICTS),
    counts: object({
      activations: NUMBER,
      fulfilled: NUMBER,
      violated: NUMBER,
      pending: NUMBER,
      undetermined: NUMBER,
    }),
    activations: list(
      object({
        event: EVENT,
        outcome: oneOf(['fulfilled', 'violated', 'pending', 'undetermined']),
        by: orNull(EVENT),
      }),
    ),
  }),
  caseResult: object(
    {
      case: object({
        procedure: TEXT,
        revision: { type: 'integer' },
        id: TEXT,
        organisation: orNull(TEXT),
        source: SOURCE,
      }),
      asOf: DAY,
      outcome: oneOf(OUTCOMES),
      judged: object({
        decided: NUMBER,
        undetermined: NUMBER,
        open: NUMBER,
        notApplicable: NUMBER,
      }),
      statement: TEXT,
      findings: list(ref('deviation')),
    },
    { templates: list(ref('template')) },
  ),
  diagnostic: object({
    code: { type: 'string', pattern: '^QD\\d{4}$' },
    name: TEXT,
    severity: oneOf(['error', 'warning', 'info']),
    message: TEXT,
    file: orNull(TEXT),
    range: orNull(object({ start: POSITION, end: POSITION })),
    help: TEXT,
    docs: TEXT,
  }),
};

const HEAD: Readonly<Record<string, JsonSchema>> = {
  schema: { const: 'qingdan.report/1' },
  disclaimer: TEXT,
  clock: DAY,
  packs: list(object({ name: TEXT, version: TEXT, digest: TEXT })),
  calendar: TEXT,
  input: orNull(object({ digest: TEXT, files: list(object({ file: TEXT, digest: TEXT })) })),
  organisations: list(object({ id: TEXT, name: TEXT })),
  books: list(
    object({ kind: TEXT, organisation: orNull(TEXT), from: orNull(DAY), until: orNull(DAY) }),
  ),
  waivers: list(
    object({
      item: orNull(TEXT),
      parameter: orNull(TEXT),
      document: TEXT,
      approver: object({ jurisdiction: TEXT, name: TEXT }),
      reason: TEXT,
      from: orNull(DAY),
      until: orNull(DAY),
      pack: TEXT,
    }),
  ),
  summary: object({
    records: NUMBER,
    notJudged: NUMBER,
    compliant: NUMBER,
    violation: NUMBER,
    suspicion: NUMBER,
    undetermined: NUMBER,
  }),
  unavailable: list(object({ needs: TEXT, items: list(TEXT), help: TEXT })),
};

/** What `qingdan check --format json` writes. */
export const REPORT_SCHEMA: JsonSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'https://qingdan.dev/schemas/report/1.json',
  title: 'Qingdan report',
  ...object({
    ...HEAD,
    results: list({ anyOf: [ref('result'), ref('caseResult')] }),
    diagnostics: list(ref('diagnostic')),
  }),
  $defs: DEFS,
};

const ANSWERED = { diagnostics: list(ref('diagnostic')) };

/** One line of `--format jsonl`: a result, an answer to one line of input, or the close of the report. */
export const LINE_SCHEMA: JsonSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'https://qingdan.dev/schemas/report-line/1.json',
  title: 'Qingdan report, line by line',
  anyOf: [
    ref('result'),
    ref('caseResult'),
    resultWith(ANSWERED),
    object({
      record: { type: 'null' },
      source: object({ file: TEXT, line: orNull(NUMBER) }),
      ...ANSWERED,
    }),
    object({ ...HEAD, ...ANSWERED }),
  ],
  $defs: DEFS,
};
