import {
  addExact,
  compareExact,
  type Condition,
  type Exact,
  isExact,
  multiplyExact,
  NONE,
  subtractExact,
} from '@qingdan/core';
import type { Test } from './frame.js';
import type { Scope } from './scope.js';

/** n, Σx and Σx² in one run; decided only where every element is known. */
export function compileOutlier(
  condition: Extract<Condition, { kind: 'outlier' }>,
  scope: Scope,
): Test {
  const scan = scope.scan(condition.source);
  const read = scope.readPath(condition.of);
  const readValue = scope.read(condition.value);
  const readAbove = scope.read(condition.above);
  return (frame) => {
    const x = readValue(frame);
    const k = readAbove(frame);
    if (x === NONE || k === NONE) return false;
    if (!isExact(x) || !isExact(k)) return undefined;
    let n = 0;
    let total: Exact = 0;
    let squares: Exact = 0;
    let sure = true;
    const open = scan(frame, (member) => {
      const value = read(frame);
      sure &&= member === true;
      if (value === NONE) return sure ? 'any' : 'none';
      if (!isExact(value)) sure = false;
      else {
        n += 1;
        total = addExact(total, value);
        squares = addExact(squares, multiplyExact(value, value));
      }
      return sure ? 'any' : 'none';
    });
    if (open || !sure) return undefined;
    const distance = subtractExact(multiplyExact(n, x), total);
    const spread = subtractExact(multiplyExact(n, squares), multiplyExact(total, total));
    return (
      compareExact(multiplyExact(distance, distance), multiplyExact(multiplyExact(k, k), spread)) >
      0
    );
  };
}
