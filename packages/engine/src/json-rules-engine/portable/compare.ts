import { compareNumbers, isNum, readNumber } from './numbers.js';
import {
  Days,
  Duration,
  Instant,
  lengths,
  Period,
  readDays,
  readDuration,
  readInstant,
  readPeriod,
} from './times.js';

/** True, false, or undefined: not known. */
export type Truth = boolean | undefined;

export function not(truth: Truth): Truth {
  return truth === undefined ? undefined : !truth;
}

export function all(truths: Iterable<Truth>): Truth {
  let result: Truth = true;
  for (const truth of truths) {
    if (truth === false) return false;
    if (truth === undefined) result = undefined;
  }
  return result;
}

export function any(truths: Iterable<Truth>): Truth {
  return not(all(Array.from(truths, not)));
}

type Compare = (left: unknown, right: unknown) => Truth;

/** What holds of two values that are known. A text on either side is read as the other side's type. */
const POSITIVE: Readonly<Record<string, Compare>> = {
  equal,
  lessThan: (a, b) => less(a, b),
  greaterThan: (a, b) => less(b, a),
  lessThanInclusive: (a, b) => not(less(b, a)),
  greaterThanInclusive: (a, b) => not(less(a, b)),
  in: (a, b) => holds(b, a),
  contains: (a, b) => holds(a, b),
  overlaps: (a, b) => anyOf(a, (item) => holds(b, item)),
  subsetOf: (a, b) => not(anyOf(a, (item) => not(holds(b, item)))),
  covers: (a, b) =>
    a instanceof Period ? periodCovers(a, b) : not(anyOf(b, (item) => not(holds(a, item)))),
  overlapsPeriod: (a, b) => periodsOverlap(a, like(a, b)),
  startsWith: (a, b) =>
    typeof a === 'string' && typeof b === 'string' ? a.startsWith(b) : undefined,
  mentions: (a, b) => {
    if (typeof a !== 'string') return undefined;
    return Array.isArray(b) ? any(b.map((term) => mentions(a, term))) : mentions(a, b);
  },
};

const NEGATED: Readonly<Record<string, string>> = {
  notEqual: 'equal',
  notIn: 'in',
  doesNotContain: 'contains',
  absent: 'present',
};

export const OPERATORS: readonly string[] = [
  ...Object.keys(POSITIVE),
  ...Object.keys(NEGATED),
  'present',
];

/** What an operator says of two values: undefined is unknown, null known to be none. */
export function compare(operator: string, left: unknown, right: unknown): Truth {
  const positive = NEGATED[operator];
  if (positive !== undefined) return not(compare(positive, left, right));
  if (operator === 'present') return left === undefined ? undefined : left !== null;
  if (left === null || right === null) return false;
  if (left === undefined || right === undefined) return undefined;
  return POSITIVE[operator]?.(left, right);
}

/** A literal of a rule as the value beside it: `"2026-01-01"` beside a date is a date. */
function like(other: unknown, value: unknown): unknown {
  if (other instanceof Period) return value instanceof Period ? value : readPeriod(value);
  if (typeof value !== 'string') return value;
  if (isNum(other)) return readNumber(value);
  if (other instanceof Days) return readDays(value);
  if (other instanceof Instant) return readInstant(value);
  if (other instanceof Duration) return readDuration(value);
  return value;
}

function equal(a: unknown, b: unknown): Truth {
  const [left, right] = [like(b, a), like(a, b)];
  if (isNum(left) && isNum(right)) return compareNumbers(left, right) === 0;
  if (left instanceof Days && right instanceof Days) return equalRanges(left, right);
  if (left instanceof Instant && right instanceof Instant) return left.ms === right.ms;
  if (left instanceof Duration && right instanceof Duration)
    return equalRanges(...lengths(left, right));
  if (left instanceof Period && right instanceof Period)
    return all([compare('equal', left.from, right.from), sameEnd(left.until, right.until)]);
  return typeof left === typeof right && typeof left !== 'object' ? left === right : undefined;
}

function sameEnd(a: unknown, b: unknown): Truth {
  if (a === undefined || b === undefined) return undefined;
  return a === null && b === null ? true : compare('equal', a, b);
}

function less(a: unknown, b: unknown): Truth {
  const [left, right] = [like(b, a), like(a, b)];
  if (isNum(left) && isNum(right)) return compareNumbers(left, right) < 0;
  if (left instanceof Days && right instanceof Days) return lessRange(left, right);
  if (left instanceof Instant && right instanceof Instant) return left.ms < right.ms;
  if (left instanceof Duration && right instanceof Duration)
    return lessRange(...lengths(left, right));
  if (typeof left === 'string' && typeof right === 'string') return isBefore(left, right);
  return undefined;
}

function equalRanges(a: Days, b: Days): Truth {
  if (a.last < b.first || b.last < a.first) return false;
  return a.first === a.last && b.first === b.last ? true : undefined;
}

function lessRange(a: Days, b: Days): Truth {
  return a.last < b.first ? true : a.first >= b.last ? false : undefined;
}

/** By code point, which the order of JavaScript's strings is not beyond the basic plane. */
function isBefore(a: string, b: string): boolean {
  const [left, right] = [Array.from(a), Array.from(b)];
  for (const [index, character] of left.entries()) {
    const [x, y] = [character.codePointAt(0), right[index]?.codePointAt(0)];
    if (y === undefined) return false;
    if (x !== y) return Number(x) < y;
  }
  return left.length < right.length;
}

function holds(list: unknown, item: unknown): Truth {
  return anyOf(list, (member) => compare('equal', member, item));
}

function anyOf(list: unknown, claim: (item: unknown) => Truth): Truth {
  return Array.isArray(list) ? any(list.map(claim)) : undefined;
}

function periodCovers(period: Period, inner: unknown): Truth {
  if (inner instanceof Days || typeof inner === 'string') {
    const ends = period.until === null ? true : compare('lessThan', readDay(inner), period.until);
    return all([compare('lessThanInclusive', period.from, inner), ends]);
  }
  const other = like(period, inner);
  if (!(other instanceof Period)) return undefined;
  return all([
    compare('lessThanInclusive', period.from, other.from),
    endsNotBefore(period.until, other.until),
  ]);
}

function readDay(day: Days | string): Days | undefined {
  return typeof day === 'string' ? readDays(day) : day;
}

function endsNotBefore(until: unknown, inner: unknown): Truth {
  if (until === null) return true;
  if (inner === null) return until === undefined ? undefined : false;
  return compare('lessThanInclusive', inner, until);
}

function periodsOverlap(a: unknown, b: unknown): Truth {
  if (!(a instanceof Period) || !(b instanceof Period)) return undefined;
  const starts = (one: Period, other: Period): Truth =>
    other.until === null ? true : compare('lessThan', one.from, other.until);
  return all([starts(a, b), starts(b, a)]);
}

function mentions(text: string, term: unknown): Truth {
  if (typeof term !== 'string') return undefined;
  const fold = (each: string): string => each.normalize('NFKC').toLowerCase();
  return fold(text).includes(fold(term));
}
