import {
  divideExact,
  Duration,
  type Exact,
  isExact,
  NONE,
  Period,
  printDate,
  printDateRange,
  printDuration,
  printExact,
  Range,
  type Type,
  type Value,
} from '@qingdan/core';

/** A value as JSON has it: money in yuan, dates as texts. Undefined where it has no such form. */
export function printLiteral(value: Value, type: Type): unknown {
  if (value instanceof Array) {
    const items = value.map((item) => printLiteral(item, scalarOf(type)));
    return items.includes(undefined) ? undefined : items;
  }
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (value instanceof Duration) return printDuration(value);
  if (value instanceof Range) return type.kind === 'date' ? printDateRange(value) : undefined;
  if (value instanceof Period) return printPeriod(value);
  return isExact(value) ? printQuantity(value, type) : undefined;
}

/** The type of what a list or set holds, and any other type itself. */
export function scalarOf(type: Type): Type {
  return type.kind === 'list' || type.kind === 'set' ? scalarOf(type.items) : type;
}

function printPeriod({ from, until }: Period): unknown {
  const print = (day: Value): unknown => printLiteral(day, { kind: 'date' });
  return {
    ...(from === undefined ? {} : { from: print(from) }),
    ...(until === undefined ? {} : { until: until === NONE ? 'none' : print(until) }),
  };
}

function printQuantity(value: Exact, { kind }: Type): unknown {
  if (kind === 'date') return typeof value === 'number' ? printDate(value) : undefined;
  if (kind === 'instant')
    return typeof value === 'number' ? new Date(value).toISOString() : undefined;
  const number = kind === 'money' ? (divideExact(value, 100) as Exact) : value;
  const text = printExact(number);
  // A number that JavaScript would round stays a text, which the module reads exactly.
  return String(Number(text)) === text ? Number(text) : text;
}
