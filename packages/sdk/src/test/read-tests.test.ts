import { renderDiagnostic } from '@qingdan/core';
import { expect, it } from 'vitest';
import { CASH, packsFrom } from '../testing/small-packs.js';
import { runTests } from './run-tests.js';

const { packs } = packsFrom({ nation: CASH });
const run = (text: string) => {
  const { passed, failed, diagnostics } = runTests(packs, [{ file: 'a.test.yaml', text }]);
  const said = diagnostics.map((item) => {
    const { code, message, range } = renderDiagnostic(item, 'en');
    const nearest = /→ `(\w+)`/.exec(message)?.[1];
    return `${range?.start.line ?? 0} ${code}${nearest === undefined ? '' : ` ${nearest}`}`;
  });
  return { passed, failed, said };
};
const file = (expectation: string, more = '') => `
record: payment
organisation: { id: V1, subject: village, jurisdiction: "990101001001" }
tests:
  - name: t
    given: { id: P1, paidOn: 2026-02-03, amount: 1500, method: cash }
    ${expectation}
${more}`;

it.each([
  'expect: { violated: [nation.cash-over] }',
  'expect: { violated: nation.cash-over }',
  'expect: { violated: { nation.cash-over: [] } }',
  'expect: { violated: [nation.cash-over], undetermined: [nation.no-approver, nation.month-total], exactly: true }',
])('passes %s', (expectation) => {
  expect(run(file(expectation))).toEqual({ passed: 1, failed: 0, said: [] });
});

it.each([
  '',
  'expect:',
  'expect: {}',
  'expect: []',
  'expect: { violated: [] }',
  'expect: { violated: {} }',
  'expect: { violated: null }',
  'expect: { violated: 3 }',
  'expect: { violated: [3] }',
  'expect: { violated: [nation.cash-over, 3] }',
  'expect: { violated: [nation.cash-over], satisfied: [] }',
  'explains: []',
  'explains: [""]',
  'explains: [3]',
])('a test with `%s` expects nothing', (expectation) => {
  expect(run(file(expectation))).toEqual({ passed: 0, failed: 1, said: ['5 QD6001'] });
});

it.each([
  ['expect: { violate: [nation.cash-over] }', '7 QD6004 violated'],
  ['expect: { violated: [nation.cash-over], satisifed: [x] }', '7 QD6004 satisfied'],
  ['expcet: { violated: [nation.cash-over] }', '7 QD6004 expect'],
])('an unknown key in `%s` names the nearest', (expectation, said) => {
  expect(run(file(expectation))).toEqual({ passed: 0, failed: 1, said: [said] });
});

it('an unknown key of the file is reported', () => {
  const { said, failed } = run(
    file('expect: { violated: [nation.cash-over] }', 'organization: {}'),
  );
  expect({ said, failed }).toEqual({ said: ['8 QD6004 organisation'], failed: 1 });
});
