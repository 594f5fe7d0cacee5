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
