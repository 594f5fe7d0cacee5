import { expect, it } from 'vitest';
import { DUTY, LISTS, POWER, PROHIBITION } from '../testing/items.js';
import { usedParameters } from './references.js';

it('finds the parameters of every kind of item', () => {
  expect(usedParameters(PROHIBITION, LISTS)).toEqual(['cash.limit']);
  expect(usedParameters(POWER, LISTS)).toEqual(['cash.limit']);
  expect(usedParameters(DUTY, LISTS)).toEqual([]);
});
