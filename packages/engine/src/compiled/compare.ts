import { compare, type Expression, type Operator, type Truth, type Value } from '@qingdan/core';
import type { Read, Test } from './frame.js';

interface Condition {
  readonly operator: Operator;
  readonly left: Expression;
  readonly right?: Expression;
}

/**
 * A comparison. What most records hold — whole numbers and texts — is compared at once; anything else (unknown, none,
 * ranges, fractions, durations, lists) goes to `compare`, which says what it means.
 */
export function compileComparison(
  { operator, left: expression, right }: Condition,
  left: Read,
  readRight: Read | undefined,
): Test {
  if (
    operator === 'present' ||
    operator === 'absent' ||
    readRight === undefined ||
    right === undefined
  ) {
    return (frame) => compare(operator, left(frame), undefined);
  }
  if (right.kind === 'literal')
    return againstLiteral(operator, left, ownSlot(expression), right.value);
  const quick = QUICK[operator];
  if (quick === undefined) return (frame) => compare(operator, left(frame), readRight(frame));
  const isEquality = operator === 'equal' || operator === 'notEqual';
  return (frame) => {
    const a = left(frame);
    const b = readRight(frame);
    if (typeof a === 'number' && typeof b === 'number') return quick(a, b);
    if (isEquality && typeof a === 'string' && typeof b === 'string')
      return (a === b) === (operator === 'equal');
    return compare(operator, a, b);
  };
}

const QUICK: Partial<Record<Operator, (a: number, b: number) => boolean>> = {
  equal: (a, b) => a === b,
  notEqual: (a, b) => a !== b,
  lessThan: (a, b) => a < b,
  lessThanInclusive: (a, b) => a <= b,
  greaterThan: (a, b) => a > b,
  greaterThanInclusive: (a, b) => a >= b,
};

/** Where a field of the record itself stands, which is read without a call; −1 of anything else. */
function ownSlot(expression: Expression): number {
  if (expression.kind !== 'fact' || expression.path.root.kind !== 'record') return -1;
  const [step, more] = expression.path.steps;
  return step?.kind === 'field' && more === undefined ? step.slot : -1;
}

function againstLiteral(operator: Operator, left: Read, slot: number, literal: Value): Test {
  if (typeof literal === 'number') return againstNumber(operator, left, slot, literal);
  if (typeof literal === 'string' || typeof literal === 'boolean')
    return againstPlain(operator, left, slot, literal);
  if (Array.isArray(literal) && (operator === 'in' || operator === 'notIn')) {
    return againstSet(operator, left, slot, literal as readonly Value[]);
  }
  return (frame) => compare(operator, left(frame), literal);
}

function againstNumber(operator: Operator, left: Read, slot: number, limit: number): Test {
  const slow = (value: Value): Truth => compare(operator, value, limit);
  switch (operator) {
    case 'equal':
      return (frame) => {
        const value = slot < 0 ? left(frame) : frame.values[slot];
        return typeof value === 'number' ? value === limit : slow(value);
      };
    case 'lessThan':
      return (frame) => {
        const value = slot < 0 ? left(frame) : frame.values[slot];
        return typeof value === 'number' ? value < limit : slow(value);
      };
    case 'lessThanInclusive':
      return (frame) => {
        const value = slot < 0 ? left(frame) : frame.values[slot];
        return typeof value === 'number' ? value <= limit : slow(value);
      };
    case 'greaterThan':
      return (frame) => {
        const value = slot < 0 ? left(frame) : frame.values[slot];
        return typeof value === 'number' ? value > limit : slow(value);
      };
    case 'greaterThanInclusive':
      return (frame) => {
        const value = slot < 0 ? left(frame) : frame.values[slot];
        return typeof value === 'number' ? value >= limit : slow(value);
      };
    default:
      return (frame) => slow(left(frame));
  }
}

function againstPlain(
  operator: Operator,
  left: Read,
  slot: number,
  literal: string | boolean,
): Test {
  const slow = (value: Value): Truth => compare(operator, value, literal);
  if (operator === 'equal') {
    return (frame) => {
      const value = slot < 0 ? left(frame) : frame.values[slot];
      return typeof value === typeof literal ? value === literal : slow(value);
    };
  }
  if (operator === 'notEqual') {
    return (frame) => {
      const value = slot < 0 ? left(frame) : frame.values[slot];
      return typeof value === typeof literal ? value !== literal : slow(value);
    };
  }
  return (frame) => slow(left(frame));
}

function againstSet(
  operator: 'in' | 'notIn',
  left: Read,
  slot: number,
  literal: readonly Value[],
): Test {
  const positive = operator === 'in';
  if (!literal.every((member) => typeof member === 'string' || typeof member === 'number')) {
    return (frame) => compare(operator, left(frame), literal);
  }
  const members: ReadonlySet<Value> = new Set(literal);
  return (frame) => {
    const value = slot < 0 ? left(frame) : frame.values[slot];
    if (typeof value === 'string' || typeof value === 'number')
      return members.has(value) === positive;
    return compare(operator, value, literal);
  };
}

/** Texts, which most values that must be equal are, are compared at once. */
export function compareEqual(a: Value, b: Value): Truth {
  return typeof a === 'string' && typeof b === 'string' ? a === b : compare('equal', a, b);
}
