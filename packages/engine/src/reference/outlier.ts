import {
  addExact,
  compareExact,
  type Condition,
  type Exact,
  isExact,
  multiplyExact,
  NONE,
  subtractExact,
  type Truth,
} from '@qingdan/core';
import { elementsOf } from './elements.js';
import type { ReferenceFrame } from './frame.js';

/** Whether a value lies more than k standard deviations from the mean: (n·x − Σx)² > k²·(n·Σx² − (Σx)²), exactly. */
export function isOutlier(
  condition: Extract<Condition, { kind: 'outlier' }>,
  frame: ReferenceFrame,
): Truth {
  const x = frame.interpreter.valueOf(condition.value, frame);
  const k = frame.interpreter.valueOf(condition.above, frame);
  if (x === NONE || k === NONE) return false;
  const { elements, open } = elementsOf(condition.source, frame);
  if (!isExact(x) || !isExact(k) || open || elements.some(({ member }) => member !== true))
    return undefined;
  const values = elements
    .map((element) => element.frame.interpreter.valueAt(condition.of, element.frame))
    .filter((value) => value !== NONE);
  if (!values.every(isExact)) return undefined;
  return exceeds(x, k, values);
}

function exceeds(x: Exact, k: Exact, values: readonly Exact[]): boolean {
  const n = values.length;
  const total = values.reduce<Exact>(addExact, 0);
  const squares = values.reduce<Exact>(
    (sum, value) => addExact(sum, multiplyExact(value, value)),
    0,
  );
  const distance = subtractExact(multiplyExact(n, x), total);
  const spread = subtractExact(multiplyExact(n, squares), multiplyExact(total, total));
  return (
    compareExact(multiplyExact(distance, distance), multiplyExact(multiplyExact(k, k), spread)) > 0
  );
}
