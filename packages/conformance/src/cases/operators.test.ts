import { OPERATORS } from '@qingdan/core';
import { expect, it } from 'vitest';
import { cellsOf } from './operator-table.js';
import { readOperators } from './read-cases.js';

const cells = cellsOf(readOperators());

it.each(OPERATORS)('says what `%s` makes of each way to have no value', (operator) => {
  const classes = cells.filter((cell) => cell.operator === operator).map((cell) => cell.class);
  expect(classes).toEqual(
    expect.arrayContaining(['absent', 'nullValue', 'wrongType', 'none', 'emptyList']),
  );
});

it('says what an order makes of both sides of a limit, the limit, months and fractions', () => {
  for (const operator of ['lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive']) {
    const here = cells.filter((cell) => cell.operator === operator);
    expect(here.map((cell) => cell.class)).toEqual(
      expect.arrayContaining(['below', 'equal', 'above']),
    );
    expect(here.some(({ value }) => value === '1/3')).toBe(true);
    expect(
      new Set(here.filter(({ fact }) => fact === 'dueOn').map(({ truth }) => truth)).size,
    ).toBe(3);
  }
});
