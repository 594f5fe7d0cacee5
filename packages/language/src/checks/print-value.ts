import {
  divideExact,
  Duration,
  isExact,
  NONE,
  printDate,
  printDateRange,
  printDuration,
  printExact,
  Range,
  type Type,
  type Value,
} from '@qingdan/core';

/** A value as an author would write it. */
export function printValue(value: Value, type: Type): string {
  if (Array.isArray(value)) {
    const items = type.kind === 'set' || type.kind === 'list' ? type.items : type;
    return `[${(value as readonly Value[]).map((item) => printValue(item, items)).join(', ')}]`;
  }
  if (value instanceof Duration) return printDuration(value);
  if (value instanceof Range) return type.kind === 'date' ? printDateRange(value) : '…';
  if (isExact(value)) {
    if (type.kind === 'date' && typeof value === 'number') return printDate(value);
    return printExact(type.kind === 'money' ? (divideExact(value, 100) ?? value) : value);
  }
  if (value === NONE) return 'none';
  return typeof value === 'string' || typeof value === 'boolean' ? String(value) : '…';
}
