import type { Expression } from '@qingdan/core';
import { expect, it } from 'vitest';
import { createSpeech } from '../../sentences/create-speech.js';
import { INTEGER, literal, POLICY } from '../../testing/build.js';
import { procedureOf } from '../../testing/procedures.js';
import { detailsOf } from './details-of.js';

const FIGURE: Expression = literal(3, INTEGER);

it.each<[string, number | Expression, string]>([
  ['one person', 1, '出纳'],
  ['several', 2, '出纳中2人'],
  ['as many as a figure says', FIGURE, '出纳中3人'],
])('who does a step is told where it takes %s', (_what, count, expected) => {
  const procedure = procedureOf([
    ['pay.by', { kind: 'role', step: 'pay', roles: ['cashier'], count, not: [] }],
  ]);
  const speech = createSpeech(
    { lang: 'zh', policy: POLICY, unmask: false },
    POLICY.records.get('expenditure'),
    20_500,
    { cites: true },
  );
  const pay = procedure.steps.find(({ id }) => id === 'pay')!;
  expect(detailsOf(pay, procedure, speech).by).toBe(expected);
});
