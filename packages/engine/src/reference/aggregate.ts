import {
  addExact,
  between,
  compare,
  compareExact,
  type Exact,
  type Expression,
  highOf,
  isNumeric,
  isQuantity,
  lowOf,
  NONE,
  type Type,
  type Value,
} from '@qingdan/core';
import { type Element, elementsOf } from './elements.js';
import type { ReferenceFrame } from './frame.js';

/** What can be said of a number over elements of which some only may count, and which may not be all. */
export function aggregate(
  expression: Extract<Expression, { kind: 'aggregate' }>,
  frame: ReferenceFrame,
): Value {
  const { elements, open } = elementsOf(expression.source, frame);
  const certain = elements.filter(({ member }) => member === true);
  const { of, name } = expression;
  if (name === 'count' || of === undefined)
    return between(certain.length, open ? undefined : elements.length);

  const valueIn = (element: Element): Value => element.frame.interpreter.valueAt(of, element.frame);
  // An element that is known to have no value adds nothing.
  const valued = elements
    .map((element): Valued => ({ certain: element.member === true, value: valueIn(element) }))
    .filter(({ value }) => value !== NONE);
  switch (name) {
    case 'countDistinct':
      return countDistinct(valued, open);
    case 'sum':
      return sum(valued, open, of.type);
    case 'max':
      return extreme(valued, open, 'max');
    case 'min':
      return extreme(valued, open, 'min');
    case 'collect':
      return open || valued.some((each) => !each.certain)
        ? undefined
        : valued.map(({ value }): Value => value);
  }
}

interface Valued {
  readonly certain: boolean;
  readonly value: Value;
}

function countDistinct(valued: readonly Valued[], open: boolean): Value {
  const atLeast = distinct(valued.filter((each) => each.certain));
  const atMost = distinct(valued);
  // A month may be a new value or equal one that is known; an unknown value may turn out to be none.
  const low = Math.max(
    atLeast.known,
    valued.some((each) => each.certain && each.value !== undefined) ? 1 : 0,
  );
  return between(low, open ? undefined : atMost.known + atMost.unknown);
}

function distinct(valued: readonly Valued[]): { known: number; unknown: number } {
  const known: Value[] = [];
  let unknown = 0;
  for (const { value } of valued) {
    // A month, or a period of which an end is unknown: what doesn't surely equal itself may equal another.
    if (compare('equal', value, value) !== true) unknown += 1;
    else if (!known.some((other) => compare('equal', other, value) === true)) known.push(value);
  }
  return { known: known.length, unknown };
}

function sum(valued: readonly Valued[], open: boolean, type: Type): Value {
  const min = isNumeric(type) && 'min' in type ? type.min : undefined;
  const max = isNumeric(type) && 'max' in type ? type.max : undefined;
  const noneNegative = min !== undefined && compareExact(min, 0) >= 0;
  const nonePositive = max !== undefined && compareExact(max, 0) <= 0;
  let low: Exact | undefined = open && !noneNegative ? undefined : 0;
  let high: Exact | undefined = open && !nonePositive ? undefined : 0;
  for (const { certain, value } of valued) {
    const atLeast = isQuantity(value) ? lowOf(value) : min;
    const atMost = isQuantity(value) ? highOf(value) : max;
    // What is unknown may turn out to be none, and then adds nothing.
    const counts = certain && value !== undefined;
    low = add(low, counts ? atLeast : lower(atLeast));
    high = add(high, counts ? atMost : higher(atMost));
  }
  return between(low, high);
}

function add(a: Exact | undefined, b: Exact | undefined): Exact | undefined {
  return a === undefined || b === undefined ? undefined : addExact(a, b);
}

/** What an element adds at least, if it may not count at all. */
function lower(bound: Exact | undefined): Exact | undefined {
  return bound !== undefined && compareExact(bound, 0) > 0 ? 0 : bound;
}

function higher(bound: Exact | undefined): Exact | undefined {
  return bound !== undefined && compareExact(bound, 0) < 0 ? 0 : bound;
}

function extreme(valued: readonly Valued[], open: boolean, which: 'min' | 'max'): Value {
  if (valued.length === 0) return open ? undefined : NONE;
  const certain = valued.filter((each) => each.certain && each.value !== undefined);
  // Whether there is any value at all isn't known.
  if (certain.length === 0) return undefined;
  const inner = which === 'max' ? lowOf : highOf;
  const outer = which === 'max' ? highOf : lowOf;
  const further = (a: Exact, b: Exact): Exact =>
    compareExact(a, b) > 0 === (which === 'max') ? a : b;
  // The certain ones reach at least this far …
  let reached: Exact | undefined;
  for (const { value } of certain) {
    const bound = isQuantity(value) ? inner(value) : undefined;
    if (bound !== undefined) reached = reached === undefined ? bound : further(reached, bound);
  }
  // … and all together at most this far.
  let limit: Exact | undefined;
  let limited = !open;
  for (const { value } of valued) {
    const bound = isQuantity(value) ? outer(value) : undefined;
    if (bound === undefined) limited = false;
    else limit = limit === undefined ? bound : further(limit, bound);
  }
  const far = limited ? limit : undefined;
  return which === 'max' ? between(reached, far) : between(far, reached);
}

/** The value of the one match, or of the latest or earliest; unknown over open books or where several match. */
export function lookup(
  expression: Extract<Expression, { kind: 'lookup' }>,
  frame: ReferenceFrame,
): Value {
  const { elements, open } = elementsOf(expression.source, frame);
  if (open || elements.some(({ member }) => member !== true)) return undefined;
  const [first] = elements;
  if (first === undefined) return NONE;
  const { pick, of } = expression;
  if (pick === undefined)
    return elements.length === 1 ? first.frame.interpreter.valueAt(of, first.frame) : undefined;
  const isBefore = (a: Element, b: Element) =>
    compare(
      pick.which === 'latest' ? 'greaterThan' : 'lessThan',
      a.frame.interpreter.valueAt(pick.by, a.frame),
      b.frame.interpreter.valueAt(pick.by, b.frame),
    );
  const best = elements.find((a) => elements.every((b) => a === b || isBefore(a, b) === true));
  return best === undefined ? undefined : best.frame.interpreter.valueAt(of, best.frame);
}
