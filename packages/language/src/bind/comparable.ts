import { isNumeric, isReference, type Operator, isOrdered, type Type } from '@qingdan/core';

/** Whether values of two types can be equal or ordered: amounts of the same sort, ids, and values of one enum. */
export function comparable(a: Type, b: Type): boolean {
  if (isNumeric(a) && isNumeric(b)) return (a.kind === 'money') === (b.kind === 'money');
  if (isId(a) && isId(b)) return true;
  if (a.kind === 'enum' && b.kind === 'enum') return a.name === b.name;
  if (isGroup(a) || a.kind === 'struct' || a.kind === 'record') return false;
  return a.kind === b.kind;
}

/** Types whose values are the id of something, or any text. */
export function isId(type: Type): boolean {
  return type.kind === 'text' || isReference(type);
}

export function isGroup(type: Type): type is Extract<Type, { kind: 'list' | 'set' }> {
  return type.kind === 'list' || type.kind === 'set';
}

export function isScalar(type: Type): boolean {
  return !isGroup(type) && type.kind !== 'struct' && type.kind !== 'record';
}

/** Whether a value of one type may stand where another is declared. */
export function assignable(to: Type, from: Type): boolean {
  if (isGroup(to)) return isGroup(from) && assignable(to.items, from.items);
  if (to.kind === 'struct' || to.kind === 'record') return false;
  return comparable(to, from);
}

export interface RightSide {
  /** How a literal is read. */
  readonly literal: Type;
  readonly accepts: (type: Type) => boolean;
}

/** What may stand to the right of an operator, by the type on its left; undefined where that can't stand there. */
export function rightSide(
  operator: Exclude<Operator, 'present' | 'absent'>,
  left: Type,
): RightSide | undefined {
  switch (operator) {
    case 'equal':
    case 'notEqual':
      return isScalar(left) ? same(left) : undefined;
    case 'lessThan':
    case 'lessThanInclusive':
    case 'greaterThan':
    case 'greaterThanInclusive':
      return isOrdered(left) ? same(left) : undefined;
    case 'in':
    case 'notIn':
      return isScalar(left) ? groupOf(left) : undefined;
    case 'contains':
    case 'doesNotContain':
      return isGroup(left) ? same(left.items) : undefined;
    case 'overlaps':
    case 'subsetOf':
      return isGroup(left) ? groupOf(left.items) : undefined;
    case 'covers':
      if (left.kind === 'period')
        return {
          literal: { kind: 'date' },
          accepts: ({ kind }) => kind === 'date' || kind === 'period',
        };
      return isGroup(left) ? groupOf(left.items) : undefined;
    case 'overlapsPeriod':
      return left.kind === 'period' ? same(left) : undefined;
    case 'startsWith':
      return left.kind === 'text' ? same(left) : undefined;
    case 'mentions':
      return left.kind === 'text'
        ? {
            literal: { kind: 'list', items: left },
            accepts: (type) => (isGroup(type) ? type.items : type).kind === 'text',
          }
        : undefined;
  }
}

function same(left: Type): RightSide {
  return { literal: left, accepts: (type) => comparable(left, type) };
}

function groupOf(items: Type): RightSide {
  return {
    literal: { kind: 'list', items },
    accepts: (type) => isGroup(type) && comparable(items, type.items),
  };
}
