import { expect, it } from 'vitest';
import { testsNaming } from './tests-naming.js';

const file = (name: string, expectation: string) => ({
  file: `${name}.test.yaml`,
  text: `record: payment\ntests:\n  - name: ${name}\n    given: { id: P1 }\n    expect: ${expectation}\n`,
});

it.each([
  ['a list of items', '{ satisfied: [tiny.cash-over] }', true],
  ['an item with facts', '{ undetermined: { tiny.cash-over: [amount] } }', true],
  ['an item by its kind', '{ satisfied: ["prohibition:tiny.cash-over"] }', true],
  ['one code of a power', '{ violated: ["tiny.cash-over#AUTHORITY"] }', true],
  ['an item whose id only begins so', '{ satisfied: [tiny.cash-over-twice] }', false],
  ['another item', '{ satisfied: [tiny.other], explains: [tiny.cash-over] }', false],
])('finds the tests that expect something of an item: %s', (name, expectation, isFound) => {
  const found = testsNaming('tiny.cash-over', [file(name, expectation)]);
  expect(found).toEqual(isFound ? [{ file: `${name}.test.yaml`, line: 3, name }] : []);
});

it('finds the tests of the cases of a procedure', () => {
  const text = `procedure: tiny.pay
events: [{ step: a, at: 2026-01-05 }]
tests:
  - name: t
    expect: { outcome: compliant }
`;
  const files = [{ file: 'pay.test.yaml', text }];
  expect(testsNaming('tiny.pay', files)).toEqual([{ file: 'pay.test.yaml', line: 4, name: 't' }]);
  expect(testsNaming('tiny.pa', files)).toEqual([]);
});
