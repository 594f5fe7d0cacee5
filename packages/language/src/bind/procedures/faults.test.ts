import { type Diagnostic, renderDiagnostic } from '@qingdan/core';
import { expect, it, test } from 'vitest';
import { readPack } from '../../read/read-pack.js';
import { BASE } from '../../testing/library-of.js';
import { procedure, step } from '../../testing/procedures.js';
import { bindPacks } from '../bind-packs.js';

const MANIFEST = 'name: national\nversion: 1.0.0\ntitle: { zh: 包, en: pack }\njurisdiction: CN\n';

function faultsOf(text: string): readonly Diagnostic[] {
  const read = readPack(
    [
      { file: 'national/qingdan.yaml', text: MANIFEST },
      { file: 'national/a.yaml', text: BASE + text },
    ],
    'sha256:national',
  );
  return [...read.diagnostics, ...bindPacks([read.value]).diagnostics];
}

const messagesOf = (text: string): string[] =>
  faultsOf(text).map((fault) => renderDiagnostic(fault, 'en').message);

const DATA = 'data: { amount: { type: money, label: { zh: 金额, en: amount } } }';
const WHEN = 'when: { fact: amount, operator: lessThan, value: 5 }';

test.each([
  { keys: 'after: aply', message: 'there is no step `aply` → `apply`?' },
  { keys: 'after: { any: [apply, pai.end] }', message: 'there is no step `pai` → `pay`?' },
  { keys: 'within: 3 workdays of aply', message: 'there is no step `aply` → `apply`?' },
  {
    keys: 'within: 3 workdays after apply',
    message:
      '`3 workdays after apply` is not a valid time after a step, such as `3 workdays of accept`',
  },
  { keys: 'within: 3 weeks of apply', message: '`3 weeks` is no value of duration' },
  {
    keys: 'within: { of: { end: week of apply } }',
    message: '`week of apply` is not a valid end of a period, such as `month of accept`',
  },
  { keys: 'within: { of: apply }', message: '`time after a step` lacks the key `within`' },
  {
    keys: 'notBefore: 3 days of apply',
    message: '`3 days of apply` is not a valid gap after a step, such as `10 days after accept`',
  },
  { keys: 'by: directer', message: 'there is no Role `directer` → `director`?' },
  { keys: 'by: { any: [director], count: 0 }', message: '`0` is less than 1, the least it may be' },
  {
    keys: 'by: { any: [director], count: { parameter: nothing } }',
    message: 'there is no Parameter `nothing`',
  },
  { keys: 'notRole: [directer]', message: 'there is no Role `directer` → `director`?' },
  { keys: 'via: national.q', message: 'there is no Procedure `national.q` → `national.p`?' },
  { keys: 'redoOn: apply', message: '`step` lacks the key `after`' },
  { keys: 'else: forbid', message: '`step` lacks the key `when`' },
  { keys: 'yellow: 90%', message: '`step` lacks the key `within`' },
  { keys: 'recusedCount: out', message: '`step` lacks the key `quorum`' },
  { keys: 'within: 3 days of apply, yellow: 900%', message: '`900%` is no value of ratio' },
  {
    keys: 'quorum: { anyOf: [{ unit: adults, present: 1/2 }] }',
    message: '`1/2` is not a valid share, such as `>1/2` or `>=2/3`',
  },
  {
    keys: 'quorum: { anyOf: [{ unit: adults, present: ">1" }] }',
    message: '`>1` is not a valid share, such as `>1/2` or `>=2/3`',
  },
  { keys: 'quorum: { anyOf: [] }', message: '`quorum` lacks the key `anyOf | yes`' },
  {
    keys: 'quorum: { yes: { share: ">1/2", of: eligible } }',
    message: '`yes` lacks the key `unit`',
  },
  {
    keys: 'evidence: [{ document: minutes }]',
    message: 'there is no kind of document `minutes`',
  },
  {
    keys: `${WHEN.replace('amount', 'amout')}, else: forbid`,
    message: '`national.p` has no fact `amout` → `amount`?',
  },
  {
    keys: 'when: { fact: event.date, operator: lessThan, value: 2026-01-01 }',
    message: '`national.p` has no fact `event.date`',
  },
  {
    keys: 'limit: { fact: event.day, operator: lessThan, value: 2026-01-01 }',
    message: '`event` has no fact `day`',
  },
  { keys: 'repeats: { every: 1 years, until: nothing }', message: 'there is no step `nothing`' },
])('`$keys` is at fault', ({ keys, message }) => {
  expect(messagesOf(procedure(step('apply') + step('pay', keys), DATA))).toEqual([message]);
});

test.each([
  {
    what: 'a deadline and a constraint of one id',
    more: 'deadlines: [{ id: a, from: apply, to: pay, within: 5 days }]\nconstraints: [{ id: a, template: init, activation: apply }]',
    message: 'constraint `a` is defined twice',
  },
  {
    what: 'a template over two steps with one',
    more: 'constraints: [{ id: a, template: response, activation: apply }]',
    message: '`response` lacks the key `target`',
  },
  {
    what: 'a template over one step with two',
    more: 'constraints: [{ id: a, template: init, activation: apply, target: pay }]',
    message: '`init` has no key `target`',
  },
  {
    what: 'a correlation of a choice',
    more: `constraints: [{ id: a, template: choice, activation: apply, target: pay, correlation: { fact: amount, operator: equal, value: 1 } }]\n${DATA}`,
    message: '`choice` has no key `correlation`',
  },
  {
    what: 'a time of a choice',
    more: 'constraints: [{ id: a, template: exclusiveChoice, activation: apply, target: pay, time: { most: 3 days } }]',
    message: '`exclusiveChoice` has no key `time`',
  },
  {
    what: 'a count of none',
    more: 'constraints: [{ id: a, template: absence, activation: apply, count: 0 }]',
    message: '`0` is not a valid integer from 1',
  },
  {
    what: 'a chain of one step',
    more: 'constraints: [{ id: a, template: chainResponse, activation: apply, target: apply }]',
    message:
      '`a` asks for another `apply` before or after each one, without end, which can never be kept',
  },
  ...[
    'response',
    'precedence',
    'succession',
    'alternateResponse',
    'alternatePrecedence',
    'alternateSuccession',
  ].map((template) => ({
    what: `${template} of one step`,
    more: `constraints: [{ id: a, template: ${template}, activation: apply, target: apply }]`,
    message:
      '`a` asks for another `apply` before or after each one, without end, which can never be kept',
  })),
  {
    what: 'a chain of one step under one condition',
    more: `constraints: [{ id: a, template: chainPrecedence, activation: { step: apply, ${WHEN} }, target: { step: apply, ${WHEN} } }]\n${DATA}`,
    message:
      '`a` asks for another `apply` before or after each one, without end, which can never be kept',
  },
  {
    what: 'data of a name that every record has',
    more: 'data: { id: { type: text, label: { zh: 号, en: id } } }',
    message: 'field `national.p.id` is defined twice',
  },
])('$what is at fault', ({ more, message }) => {
  expect(messagesOf(procedure(step('apply') + step('pay'), more))).toEqual([message]);
});

it('reads the day of the event where a condition is judged at one', () => {
  const at = 'event.date, operator: lessThan, value: 2026-01-01';
  const keys = `limit: { fact: ${at} }`;
  const constraint = `{ id: a, template: response, activation: { step: apply, when: { fact: ${at} } }, target: pay, correlation: { fact: ${at} } }`;
  const more = `constraints: [${constraint}]\nlimit: { fact: ${at} }\n${DATA}`;
  expect(messagesOf(procedure(step('apply') + step('pay', keys), more))).toEqual([]);
});

it.each([
  '{ id: a, template: choice, activation: apply, target: pay }',
  '{ id: a, template: absence, activation: apply, count: 1 }',
  '{ id: a, template: chainResponse, activation: apply, target: pay, time: { most: 3 days } }',
  `{ id: a, template: chainResponse, activation: { step: apply, ${WHEN} }, target: apply }`,
  // What must not follow itself at once can be kept.
  '{ id: a, template: notChainResponse, activation: apply, target: apply }',
  '{ id: a, template: notResponse, activation: apply, target: apply }',
  `{ id: a, template: response, activation: { step: apply, ${WHEN} }, target: apply }`,
])('takes %s', (constraint) => {
  expect(
    messagesOf(procedure(step('apply') + step('pay'), `constraints: [${constraint}]\n${DATA}`)),
  ).toEqual([]);
});

it('keeps the type that a fact of the case had', () => {
  const data = (type: string): string => `data: { a: { type: ${type}, label: { zh: 甲, en: a } } }`;
  const text =
    procedure(step('apply'), data('money')) +
    procedure(step('apply'), `revision: 2\n${data('text')}`);
  expect(messagesOf(text)).toEqual(['this needs money, as in the first revision and gets text']);
});

it('refuses a procedure outside its pack, and a power that names none', () => {
  const power = `
---
kind: Power
id: national.spend
title: { zh: 权, en: power }
severity: minor
nature: suspicion
holders: [committee]
capacities: [collective]
governs: { record: expenditure }
procedure: national.q
`;
  expect(messagesOf(procedure(step('apply')) + power)).toEqual([
    'there is no Procedure `national.q` → `national.p`?',
  ]);
  expect(messagesOf(procedure(step('apply'), '', 'other.p'))).toEqual([
    '`other.p` should begin with the pack name: `national.`',
  ]);
});
