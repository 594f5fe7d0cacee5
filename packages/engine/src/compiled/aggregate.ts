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
import type { Frame, Read, Scan } from './frame.js';
import type { Scope } from './scope.js';

/** Numbers over the elements of a source, as narrow as what is known of the elements and of the books allows. */
export function compileAggregate(
  expression: Extract<Expression, { kind: 'aggregate' }>,
  scope: Scope,
): Read {
  const scan = scope.scan(expression.source);
  const { of, name } = expression;
  if (name === 'count' || of === undefined) return count(scan);
  const read = scope.readPath(of);
  switch (name) {
    case 'sum':
      return sum(scan, read, of.type);
    case 'max':
      return extreme(scan, read, 1);
    case 'min':
      return extreme(scan, read, -1);
    case 'countDistinct':
      return countDistinct(scan, read);
    case 'collect':
      return collect(scan, read);
  }
}

function count(scan: Scan): Read {
  return (frame) => {
    let certain = 0;
    let possible = 0;
    const open = scan(frame, (member) => {
      if (member === true) certain += 1;
      possible += 1;
      return 'any';
    });
    return between(certain, open ? undefined : possible);
  };
}

function sum(scan: Scan, read: Read, type: Type): Read {
  const min = isNumeric(type) && 'min' in type ? type.min : undefined;
  const max = isNumeric(type) && 'max' in type ? type.max : undefined;
  const floor = min === undefined ? undefined : smaller(min, 0);
  const ceiling = max === undefined ? undefined : larger(max, 0);
  return (frame) => {
    let low: Exact | undefined = 0;
    let high: Exact | undefined = 0;
    const open = scan(frame, (member) => {
      const value = read(frame);
      if (value === NONE) return 'any';
      const known = isQuantity(value);
      const atLeast = known ? lowOf(value) : floor;
      const atMost = known ? highOf(value) : ceiling;
      const sure = member === true && known;
      low = plus(low, sure || atLeast === undefined ? atLeast : smaller(atLeast, 0));
      high = plus(high, sure || atMost === undefined ? atMost : larger(atMost, 0));
      return 'any';
    });
    if (open && (floor === undefined || compareExact(floor, 0) < 0)) low = undefined;
    if (open && (ceiling === undefined || compareExact(ceiling, 0) > 0)) high = undefined;
    return between(low, high);
  };
}

function plus(a: Exact | undefined, b: Exact | undefined): Exact | undefined {
  return a === undefined || b === undefined ? undefined : addExact(a, b);
}

function smaller(a: Exact, b: Exact): Exact {
  return compareExact(a, b) < 0 ? a : b;
}

function larger(a: Exact, b: Exact): Exact {
  return compareExact(a, b) > 0 ? a : b;
}

/** The maximum (direction 1) or minimum (direction -1). */
function extreme(scan: Scan, read: Read, direction: 1 | -1): Read {
  const beyond = (a: Exact | undefined, b: Exact): Exact =>
    a === undefined || compareExact(b, a) === direction ? b : a;
  return (frame) => {
    let any = false;
    let sure = false;
    let bounded = true;
    let reached: Exact | undefined;
    let limit: Exact | undefined;
    const open = scan(frame, (member) => {
      const value = read(frame);
      if (value === NONE) return 'any';
      any = true;
      const known = isQuantity(value);
      const near = known ? (direction === 1 ? lowOf(value) : highOf(value)) : undefined;
      const far = known ? (direction === 1 ? highOf(value) : lowOf(value)) : undefined;
      if (member === true && value !== undefined) {
        sure = true;
        if (near !== undefined) reached = beyond(reached, near);
      }
      if (far === undefined) bounded = false;
      else limit = beyond(limit, far);
      return 'any';
    });
    if (!any) return open ? undefined : NONE;
    if (!sure) return undefined;
    const end = open || !bounded ? undefined : limit;
    return direction === 1 ? between(reached, end) : between(end, reached);
  };
}

function countDistinct(scan: Scan, read: Read): Read {
  return (frame) => {
    const certain = new Distinct();
    const possible = new Distinct();
    let some = false;
    const open = scan(frame, (member) => {
      const value = read(frame);
      if (value === NONE) return 'any';
      possible.add(value);
      if (member === true) {
        certain.add(value);
        some ||= value !== undefined;
      }
      return 'any';
    });
    return between(
      Math.max(certain.size, some ? 1 : 0),
      open ? undefined : possible.size + possible.vague,
    );
  };
}

/** Counts different values; texts and whole numbers by hash, others one by one. */
class Distinct {
  readonly #plain = new Set<Value>();
  readonly #others: Value[] = [];
  /** Values that may equal any other: unknown ones, ranges, periods of which an end is unknown. */
  vague = 0;

  get size(): number {
    return this.#plain.size + this.#others.length;
  }

  add(value: Value): void {
    if (value !== undefined && typeof value !== 'object') this.#plain.add(value);
    else if (compare('equal', value, value) !== true) this.vague += 1;
    else if (!this.#others.some((other) => compare('equal', other, value) === true))
      this.#others.push(value);
  }
}

function collect(scan: Scan, read: Read): Read {
  return (frame) => {
    const values: Value[] = [];
    let sure = true;
    const open = scan(frame, (member) => {
      const value = read(frame);
      if (value === NONE) return 'any';
      values.push(value);
      sure &&= member === true;
      return sure ? 'any' : 'none';
    });
    return open || !sure ? undefined : values;
  };
}

/** The one match of a lookup, or the latest or earliest; unknown over open books or where several match. */
export function compileLookup(
  expression: Extract<Expression, { kind: 'lookup' }>,
  scope: Scope,
): Read {
  const scan = scope.scan(expression.source);
  const read = scope.readPath(expression.of);
  const { pick } = expression;
  const by = pick === undefined ? undefined : scope.readPath(pick.by);
  const precedes = pick?.which === 'earliest' ? 'lessThan' : 'greaterThan';
  return (frame: Frame) => {
    const found: { value: Value; by: Value }[] = [];
    let sure = true;
    const open = scan(frame, (member) => {
      sure &&= member === true;
      if (sure) found.push({ value: read(frame), by: by?.(frame) });
      return sure ? 'any' : 'none';
    });
    if (open || !sure) return undefined;
    const [first] = found;
    if (first === undefined) return NONE;
    if (found.length === 1) return first.value;
    if (pick === undefined) return undefined;
    return found.find((a) => found.every((b) => a === b || compare(precedes, a.by, b.by) === true))
      ?.value;
  };
}
