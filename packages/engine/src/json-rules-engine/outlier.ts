import {
  addExact,
  type Condition,
  type Exact,
  isExact,
  multiplyExact,
  NONE,
  subtractExact,
  type Value,
} from '@qingdan/core';
import { elementsOf } from '../reference/elements.js';
import { valueAt } from '../reference/interpret.js';
import type { Context } from './context.js';
import type { Situation } from './facts.js';
import { all, type Formula, test } from './formula.js';

/** (n·x − Σx)² > k²·(n·Σx² − (Σx)²): a comparison of two numbers, each a value and so supplied from outside. */
export function lowerOutlier(
  condition: Extract<Condition, { kind: 'outlier' }>,
  context: Context,
): Formula {
  const { facts } = context;
  const x = facts.of(condition.value);
  const k = facts.of(condition.above);

  const numbers = (at: Situation): readonly Exact[] | undefined => {
    const { elements, open } = elementsOf(condition.source, at.frame);
    if (open || elements.some(({ member }) => member !== true)) return undefined;
    const values = elements
      .map(({ frame }) => valueAt(condition.of, frame))
      .filter((value) => value !== NONE);
    return values.every(isExact) ? values : undefined;
  };
  const distance = facts.define('distance from the mean', async (at): Promise<Value> => {
    const all = numbers(at);
    const value = await x.read(at);
    if (all === undefined || !isExact(value)) return undefined;
    return square(subtractExact(multiplyExact(all.length, value), total(all)));
  });
  const spread = facts.define('spread', async (at): Promise<Value> => {
    const all = numbers(at);
    const factor = await k.read(at);
    if (all === undefined || !isExact(factor)) return undefined;
    const variance = subtractExact(
      multiplyExact(all.length, total(all.map(square))),
      square(total(all)),
    );
    return multiplyExact(square(factor), variance);
  });
  return all(test('present', x), test('present', k), test('greaterThan', distance, spread));
}

function total(values: readonly Exact[]): Exact {
  return values.reduce<Exact>(addExact, 0);
}

function square(value: Exact): Exact {
  return multiplyExact(value, value);
}
