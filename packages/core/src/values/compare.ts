import type { Operator } from '../conditions/operator.js';
import { Duration, inOneUnit } from './duration.js';
import { compareExact } from './exact.js';
import { not, or, type Truth } from './kleene.js';
import { highOf, isQuantity, lowOf, type Quantity } from './range.js';
import { NONE, Period, type Value } from './value.js';

/**
 * What an operator says of two values. Unknown operands, and ranges that reach over the limit, give unknown; with none a
 * positive operator is false and a negated one true.
 */
export function compare(operator: Operator, left: Value, right: Value): Truth {
  switch (operator) {
    case 'present':
      return left === undefined ? undefined : left !== NONE;
    case 'absent':
      return not(compare('present', left, undefined));
    case 'notEqual':
      return not(compare('equal', left, right));
    case 'notIn':
      return not(compare('in', left, right));
    case 'doesNotContain':
      return not(compare('contains', left, right));
    default:
      // A known none settles a positive operator, whatever the other side is.
      if (left === NONE || right === NONE) return false;
      if (left === undefined || right === undefined) return undefined;
      return positive(operator, left, right);
  }
}

type Known = Exclude<Value, undefined | typeof NONE>;
type Positive = Exclude<Operator, 'present' | 'absent' | 'notEqual' | 'notIn' | 'doesNotContain'>;

function positive(operator: Positive, left: Known, right: Known): Truth {
  switch (operator) {
    case 'equal':
      return equal(left, right);
    case 'lessThan':
      return less(left, right);
    case 'greaterThan':
      return less(right, left);
    case 'lessThanInclusive':
      return not(less(right, left));
    case 'greaterThanInclusive':
      return not(less(left, right));
    case 'in':
      return contains(right, left);
    case 'contains':
      return contains(left, right);
    case 'overlaps':
      return anyOf(left, (item) => contains(right, item));
    case 'subsetOf':
      return not(anyOf(left, (item) => not(contains(right, item))));
    case 'covers':
      return left instanceof Period
        ? periodCovers(left, right)
        : not(anyOf(right, (item) => not(contains(left, item))));
    case 'overlapsPeriod':
      return periodsOverlap(left, right);
    case 'startsWith':
      return typeof left === 'string' && typeof right === 'string'
        ? left.startsWith(right)
        : undefined;
    case 'mentions':
      return mentions(left, right);
  }
}

/** Equality of two known values; values of different types are not comparable: unknown. */
function equal(left: Known, right: Known): Truth {
  if (isQuantity(left) && isQuantity(right)) return equalQuantities(left, right);
  if (left instanceof Duration && right instanceof Duration) {
    const [a, b] = inOneUnit(left, right);
    return a === undefined || b === undefined ? undefined : equalQuantities(a, b);
  }
  if (left instanceof Period && right instanceof Period) {
    const from = compare('equal', left.from, right.from);
    const until = sameEnd(left.until, right.until);
    return from === false || until === false
      ? false
      : from === true && until === true
        ? true
        : undefined;
  }
  if (typeof left !== typeof right || typeof left === 'object') return undefined;
  return left === right;
}

/** None is no value, but periods without end do end alike; and an unknown end may turn out to be none. */
function sameEnd(left: Value, right: Value): Truth {
  if (left === undefined || right === undefined) return undefined;
  return left === NONE && right === NONE ? true : compare('equal', left, right);
}

function equalQuantities(left: Quantity, right: Quantity): Truth {
  const low = lowOf(left);
  const high = highOf(left);
  const otherLow = lowOf(right);
  const otherHigh = highOf(right);
  if (low !== undefined && otherHigh !== undefined && compareExact(low, otherHigh) > 0)
    return false;
  if (high !== undefined && otherLow !== undefined && compareExact(high, otherLow) < 0)
    return false;
  const points =
    low !== undefined && low === high && otherLow !== undefined && otherLow === otherHigh;
  return points ? true : isPoint(left) && isPoint(right) ? true : undefined;
}

function isPoint(quantity: Quantity): boolean {
  const low = lowOf(quantity);
  const high = highOf(quantity);
  return low !== undefined && high !== undefined && compareExact(low, high) === 0;
}

/** left < right */
function less(left: Known, right: Known): Truth {
  if (isQuantity(left) && isQuantity(right)) {
    const high = highOf(left);
    const otherLow = lowOf(right);
    if (high !== undefined && otherLow !== undefined && compareExact(high, otherLow) < 0)
      return true;
    const low = lowOf(left);
    const otherHigh = highOf(right);
    if (low !== undefined && otherHigh !== undefined && compareExact(low, otherHigh) >= 0)
      return false;
    return undefined;
  }
  if (typeof left === 'string' && typeof right === 'string') return compareText(left, right) < 0;
  if (left instanceof Duration && right instanceof Duration) {
    const [a, b] = inOneUnit(left, right);
    return a === undefined || b === undefined ? undefined : less(a, b);
  }
  return undefined;
}

function contains(list: Known, item: Value): Truth {
  return anyOf(list, (member) => compare('equal', member, item));
}

/** Whether some member of a list makes a claim true; unknown where `list` is no list. */
function anyOf(list: Known, claim: (member: Value) => Truth): Truth {
  if (!Array.isArray(list)) return undefined;
  let result: Truth = false;
  for (const member of list as readonly Value[]) {
    result = or(result, claim(member));
    if (result === true) return true;
  }
  return result;
}

/** A period holds a day, or the whole of another period. */
function periodCovers(period: Period, inner: Known): Truth {
  if (!(inner instanceof Period))
    return both(compare('lessThanInclusive', period.from, inner), endsAfter(period, inner));
  return both(
    compare('lessThanInclusive', period.from, inner.from),
    endsNotBefore(period.until, inner.until),
  );
}

function endsAfter(period: Period, day: Known): Truth {
  return period.until === NONE ? true : compare('lessThan', day, period.until);
}

function endsNotBefore(until: Value, innerUntil: Value): Truth {
  if (until === NONE) return true;
  if (innerUntil === NONE) return until === undefined ? undefined : false;
  return compare('lessThanInclusive', innerUntil, until);
}

function periodsOverlap(left: Known, right: Known): Truth {
  if (!(left instanceof Period) || !(right instanceof Period)) return undefined;
  return both(startsBeforeEnd(left, right), startsBeforeEnd(right, left));
}

function startsBeforeEnd(starting: Period, ending: Period): Truth {
  return ending.until === NONE ? true : compare('lessThan', starting.from, ending.until);
}

function both(a: Truth, b: Truth): Truth {
  return a === false || b === false ? false : a === undefined || b === undefined ? undefined : true;
}

/** A text holds one of the terms, after NFKC and lower case; no patterns. */
function mentions(text: Known, terms: Known): Truth {
  if (typeof text !== 'string') return undefined;
  const folded = fold(text);
  const has = (term: Value): Truth =>
    typeof term === 'string' ? folded.includes(term) : undefined;
  return Array.isArray(terms)
    ? anyOf(foldedTerms(terms as readonly Value[]), has)
    : has(foldedTerm(terms));
}

/** The terms of a rule are the same list for one text after the other. */
function foldedTerms(terms: readonly Value[]): readonly Value[] {
  let folded = FOLDED.get(terms);
  if (folded === undefined) FOLDED.set(terms, (folded = terms.map(foldedTerm)));
  return folded;
}

const FOLDED = new WeakMap<readonly Value[], readonly Value[]>();

function foldedTerm(term: Value): Value {
  return typeof term === 'string' ? fold(term) : term;
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** Order by code point, which UTF-16 order is not beyond the basic plane. */
export function compareText(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i += 1) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x !== y) {
      const xSurrogate = x >= 0xd800 && x <= 0xdfff;
      const ySurrogate = y >= 0xd800 && y <= 0xdfff;
      return xSurrogate === ySurrogate ? x - y : xSurrogate ? 1 : -1;
    }
  }
  return a.length - b.length;
}
