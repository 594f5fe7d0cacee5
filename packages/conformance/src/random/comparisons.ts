import { type Condition, type Expression, type Operator, OPERATORS } from '@qingdan/core';
import { HERE } from '../build/marks.js';
import { aggregateOf, factExpression, literalExpression, parameterOf } from './expressions.js';
import type { Maker, Scope } from './maker.js';

const SCALARS = [
  ...[
    'money',
    'money',
    'number',
    'date',
    'date',
    'date',
    'boolean',
    'text',
    'instant',
    'duration',
    'role',
  ],
  ...['body', 'enum method', 'enum method', 'enum matter', 'ref person', 'ref meeting'],
];
const ORDERED = [
  'money',
  'money',
  'money',
  'number',
  'number',
  'date',
  'date',
  'date',
  'text',
  'instant',
  'duration',
];
const LISTS = [
  'list enum method',
  'list number',
  'list text',
  'list ref person',
  'list enum matter',
];
const IN_SETS = [
  'money',
  'number',
  'date',
  'date',
  'date',
  'text',
  'enum method',
  'enum matter',
  'ref person',
  'role',
  'body',
];

/** A comparison by any of the operators, each as likely as the others. */
export function makeComparison(scope: Scope, maker: Maker): Condition {
  const operator = maker.rng.pick(OPERATORS);
  const [left, right] = operands(operator, scope, maker);
  return {
    kind: 'compare',
    operator,
    left,
    ...(right === undefined ? {} : { right }),
    span: HERE,
  };
}

function operands(
  operator: Operator,
  scope: Scope,
  maker: Maker,
): readonly [Expression, Expression?] {
  const { rng } = maker;
  // Dates that may be months, and fractions: often enough that each operator meets those that decide and that don't.
  if (DATED.has(operator) && scope.aliases.length === 0 && rng.chance(0.16)) {
    const of = rng.pick(['date', 'date', 'number']);
    const path = maker.fact(scope, of);
    const key = operator === 'in' || operator === 'notIn' ? `list ${of}` : of;
    if (path !== undefined) return [factExpression(path), literalExpression(key, maker)];
  }
  const over = scope.depth > 0 && NUMERIC.has(operator) && rng.chance(0.35);
  if (over) {
    const key = rng.pick(['money', 'number', 'number', 'date']);
    const left = aggregateOf(scope, key, maker);
    if (left !== undefined) return [left, rightSide(scope, key, maker)];
  }
  const sides = (key: string, other = key): readonly [Expression, Expression] => [
    maker.expression(scope, key),
    rightSide(scope, other, maker),
  ];
  switch (operator) {
    case 'present':
    case 'absent':
      return [
        maker.expression(scope, rng.pick([...SCALARS, ...LISTS, 'period', 'number', 'number'])),
      ];
    case 'equal':
    case 'notEqual':
      return sides(known(SCALARS, scope, maker));
    case 'lessThan':
    case 'lessThanInclusive':
    case 'greaterThan':
    case 'greaterThanInclusive':
      return sides(known(ORDERED, scope, maker));
    case 'in':
    case 'notIn': {
      const key = known(IN_SETS, scope, maker);
      return sides(key, `list ${key}`);
    }
    case 'contains':
    case 'doesNotContain': {
      const key = rng.pick(LISTS);
      return sides(key, key.slice(5));
    }
    case 'overlaps':
    case 'subsetOf':
      return sides(rng.pick(LISTS));
    case 'covers': {
      const key = rng.pick([...LISTS, 'period', 'period', 'period']);
      return key === 'period' ? sides(key, rng.pick(['date', 'period'])) : sides(key);
    }
    case 'overlapsPeriod':
      return sides('period');
    case 'startsWith':
      return sides('text');
    case 'mentions':
      return sides('text', rng.chance(0.7) ? 'list text' : 'text');
  }
}

const DATED: ReadonlySet<Operator> = new Set([
  'equal',
  'notEqual',
  'lessThan',
  'lessThanInclusive',
  'greaterThan',
  'greaterThanInclusive',
  'in',
  'notIn',
]);

const NUMERIC: ReadonlySet<Operator> = new Set([
  'equal',
  'notEqual',
  'lessThan',
  'lessThanInclusive',
  'greaterThan',
  'greaterThanInclusive',
]);

/** A key that the innermost element has, if it has any of them. */
function known(keys: readonly string[], scope: Scope, maker: Maker): string {
  const { rng } = maker;
  if (scope.aliases.length === 0 || rng.chance(0.3)) return rng.pick(keys);
  const here = new Set(maker.keys(scope));
  const both = keys.filter((key) => here.has(key));
  return rng.pick(both.length > 0 ? both : keys);
}

function rightSide(scope: Scope, key: string, maker: Maker): Expression {
  const { rng } = maker;
  const roll = rng.below(100);
  if (roll < 50) return literalExpression(key, maker);
  if (roll < 72) return parameterOf(key, maker) ?? literalExpression(key, maker);
  if (roll < 90) {
    const path = maker.fact(scope, key);
    return path === undefined ? literalExpression(key, maker) : factExpression(path);
  }
  return maker.expression(scope, key);
}
