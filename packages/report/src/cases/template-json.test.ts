import { type CaseEvent, type CaseResult, type Constraint, SourceText } from '@qingdan/core';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, it } from 'vitest';
import { REPORT_SCHEMA } from '../json/schema.js';
import { templatesJson } from './template-json.js';

const event = (id: string, day: number, line?: number): CaseEvent => ({
  id,
  step: 'a',
  iteration: undefined,
  kind: 'instant',
  day,
  instant: undefined,
  seq: undefined,
  recordedAt: undefined,
  by: { person: 'P1', role: undefined, present: undefined, recused: undefined },
  participants: [],
  evidence: [],
  tallies: [],
  voids: undefined,
  data: {},
  place: line === undefined ? undefined : { file: 'log.jsonl', line },
});

const pattern = { step: 'a', when: undefined };
const constraint = (id: string, rule: Constraint['rule']): Constraint => ({
  id,
  rule,
  severity: 'minor',
  nature: 'suspicion',
  basis: [],
  remedy: undefined,
  span: { source: new SourceText('p.yaml', 'p'), start: 0, end: 1 },
});
const standing = { due: undefined, card: undefined, deviations: [] } as const;

it('tells of templates alone, with their activations counted by outcome, and nobody’s name', () => {
  const template = {
    kind: 'response',
    activation: pattern,
    target: pattern,
    correlation: undefined,
    time: undefined,
  } as const;
  const states: CaseResult['states'] = [
    {
      ...standing,
      constraint: constraint('once', { kind: 'existence', step: 'a', least: 1, most: 1 }),
      verdict: 'permanentlySatisfied',
    },
    {
      ...standing,
      constraint: constraint('answered', { kind: 'template', template }),
      verdict: 'temporarilyViolated',
      activations: [
        { event: event('e1', 20_458, 3), outcome: 'fulfilled', by: event('e2', 20_459) },
        { event: event('e3', 20_460), outcome: 'pending', by: undefined },
      ],
    },
    {
      ...standing,
      constraint: constraint('never', {
        kind: 'template',
        template: { kind: 'absence', of: pattern, count: 1 },
      }),
      verdict: 'permanentlyViolated',
    },
  ];
  const told = templatesJson({ states } as CaseResult);
  const none = { activations: 0, fulfilled: 0, violated: 0, pending: 0, undetermined: 0 };
  const first = {
    id: 'e1',
    step: 'a',
    on: '2026-01-05',
    source: { file: 'log.jsonl', line: 3 },
  };
  expect(told).toEqual([
    {
      constraint: 'answered',
      template: 'response',
      verdict: 'temporarilyViolated',
      counts: { ...none, activations: 2, fulfilled: 1, pending: 1 },
      activations: [
        {
          event: first,
          outcome: 'fulfilled',
          by: { id: 'e2', step: 'a', on: '2026-01-06', source: null },
        },
        {
          event: { id: 'e3', step: 'a', on: '2026-01-07', source: null },
          outcome: 'pending',
          by: null,
        },
      ],
    },
    {
      constraint: 'never',
      template: 'absence',
      verdict: 'permanentlyViolated',
      counts: none,
      activations: [],
    },
  ]);
  const { $defs } = REPORT_SCHEMA;
  const isTemplate = new Ajv2020({ strict: false }).compile({ $defs, $ref: '#/$defs/template' });
  expect(told.map((each) => isTemplate(each))).toEqual([true, true]);
});
