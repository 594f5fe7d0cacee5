import { expect, test } from 'vitest';
import { BASE, libraryOf, pack, parameter, said } from '../../testing/library-of.js';
import { procedure, step } from '../../testing/procedures.js';
import { checkQuorumTooHigh } from './quorum-too-high.js';

const VALUE = 'basis: [{ instrument: LAW, confidence: verified }]';
const FIGURES =
  parameter('whole', `type: ratio\ntighten: higher\nvalues: [{ value: 1, ${VALUE} }]`) +
  parameter(
    'rising',
    `type: ratio\ntighten: higher\nvalues:\n  - { value: 1/2, ${VALUE} }\n  - { from: 2025-01-01, value: 3/2, ${VALUE} }`,
  ) +
  parameter('local', 'type: ratio\ntighten: higher\nvalues: [{ value: unset }]') +
  `
---
kind: Table
id: shares
label: { zh: 比例, en: shares }
inputs: { method: { type: enum, values: expenditure.method } }
outputs: { share: { type: ratio } }
rows:
  - { when: { method: cash }, then: { share: 1 } }
  - { when: { method: [bank, card] }, then: { share: 2/3 } }
${VALUE}
`;
const DATA = `data:
  method: { type: enum, values: expenditure.method, label: { zh: 方式, en: method } }`;

const present = (share: string): string =>
  `quorum: { anyOf: [{ unit: members, present: ${share} }] }`;
const yes = (share: string): string =>
  `quorum: { yes: { share: ${share}, of: eligible, unit: members } }`;

test.each([
  { what: 'more than half of a body is no fault', keys: present('">1/2"'), shares: [] },
  { what: 'nor is all of it', keys: present('">=1"'), shares: [] },
  {
    what: 'nor is all of it by a parameter',
    keys: present('{ atLeast: { parameter: whole } }'),
    shares: [],
  },
  {
    what: 'more than all of it by a parameter is',
    keys: present('{ above: { parameter: whole } }'),
    shares: ['step.quorum >1'],
  },
  {
    what: 'so is a figure above one from a later day on',
    keys: yes('{ atLeast: { parameter: rising } }'),
    shares: ['step.quorum ≥1.5'],
  },
  {
    what: 'a figure that the locality has not set is no fault',
    keys: yes('{ above: { parameter: local } }'),
    shares: [],
  },
  {
    what: 'a row of a table that the case may come to is looked at',
    keys: yes('{ above: { table: shares, inputs: { method: { fact: method } }, output: share } }'),
    shares: ['step.quorum >1'],
  },
  {
    what: 'a row that is asked for by name is',
    keys: yes('{ above: { table: shares, inputs: { method: cash }, output: share } }'),
    shares: ['step.quorum >1'],
  },
  {
    what: 'a row that is not asked for is not',
    keys: yes('{ above: { table: shares, inputs: { method: bank }, output: share } }'),
    shares: [],
  },
])('$what', ({ keys, shares }) => {
  const text = BASE + FIGURES + procedure(step('step', keys), DATA);
  const found = said(checkQuorumTooHigh(libraryOf(pack('national', text))), 'constraint', 'share');
  expect(found).toEqual(shares.map((share) => `quorum-too-high ${share}`));
});
