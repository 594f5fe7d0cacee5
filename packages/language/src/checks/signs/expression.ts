import { compareExact, type Expression, isExact, type Type } from '@qingdan/core';
import { either, flip, type Use } from './sign.js';
import type { Signs } from './create-signs.js';
import { usesInPath } from './path.js';
import { usesInElements } from './source.js';

/** How the parameters in a value form move its value; a set moves up as it grows. */
export function usesInExpression(expression: Expression, signs: Signs): Use[] {
  switch (expression.kind) {
    case 'literal':
      return [];
    case 'parameter':
      return [{ parameter: expression.id, span: expression.span, sign: 'up' }];
    case 'fact':
      return usesInPath(expression.path, signs);
    case 'table':
      return [...expression.inputs.values()].flatMap((input) => either(signs.expression(input)));
    case 'aggregate':
      return usesInAggregate(expression, signs);
    case 'lookup':
      return either(usesInElements(expression.source, signs));
    case 'arithmetic':
      return usesInArithmetic(expression, signs);
    case 'elapsed':
      return [...flip(signs.expression(expression.from)), ...signs.expression(expression.to)];
    case 'shift': {
      const by = signs.expression(expression.by);
      return [...signs.expression(expression.date), ...(expression.backwards ? flip(by) : by)];
    }
    case 'part': {
      // A later day has a later year, but perhaps an earlier month.
      const uses = signs.expression(expression.of);
      return expression.unit === 'year' ? [...uses] : either(uses);
    }
    case 'without':
      return [...signs.expression(expression.list), ...flip(signs.expression(expression.removed))];
  }
}

/** More elements make a larger count, and a larger sum of what is never negative. */
function usesInAggregate(
  expression: Extract<Expression, { kind: 'aggregate' }>,
  signs: Signs,
): Use[] {
  const uses = usesInElements(expression.source, signs);
  switch (expression.name) {
    case 'count':
    case 'countDistinct':
    case 'collect':
    case 'max':
      return uses;
    case 'min':
      return flip(uses);
    case 'sum':
      return neverNegative(expression) ? uses : either(uses);
  }
}

function usesInArithmetic(
  { name, left, right }: Extract<Expression, { kind: 'arithmetic' }>,
  signs: Signs,
): Use[] {
  const first = signs.expression(left);
  const second = signs.expression(right);
  switch (name) {
    case 'difference':
      return [...first, ...flip(second)];
    case 'product':
      return [
        ...(neverNegative(right) ? first : either(first)),
        ...(neverNegative(left) ? second : either(second)),
      ];
    case 'ratio':
      return [
        ...(neverNegative(right) ? first : either(first)),
        ...(neverNegative(left) && neverNegative(right) ? flip(second) : either(second)),
      ];
  }
}

/** As far as its type, or its own value, says so. */
function neverNegative(expression: Expression): boolean {
  if (expression.kind === 'aggregate') {
    if (expression.name === 'count' || expression.name === 'countDistinct') return true;
    return expression.of !== undefined && minimumIsNoLess(expression.of.type);
  }
  if (expression.kind === 'literal' && isExact(expression.value))
    return compareExact(expression.value, 0) >= 0;
  // What the law sets as a sum, a share or a number is never below nothing.
  if (expression.kind === 'parameter') return true;
  return minimumIsNoLess(expression.type);
}

function minimumIsNoLess(type: Type): boolean {
  return 'min' in type && compareExact(type.min, 0) >= 0;
}
