import type { CalendarUnit, Expression, Path, Type } from '@qingdan/core';
import { HERE } from '../build/marks.js';
import {
  BODY,
  BOOLEAN,
  comparableKey,
  COUNT,
  DATE,
  DURATION,
  INSTANT,
  listOf,
  MONEY,
  NUMBER,
  PERIOD,
  ROLE,
  TEXT,
} from '../build/types.js';
import { literalValue } from './literals.js';
import type { Maker, Scope } from './maker.js';

const TYPES: Readonly<Record<string, Type>> = {
  money: MONEY,
  number: NUMBER,
  date: DATE,
  boolean: BOOLEAN,
  duration: DURATION,
  instant: INSTANT,
  period: PERIOD,
  role: ROLE,
  body: BODY,
};

function typeOfKey(key: string): Type {
  if (key.startsWith('list ')) return listOf(typeOfKey(key.slice(5)));
  return TYPES[key] ?? TEXT;
}

export function factExpression(path: Path): Expression {
  return { kind: 'fact', path, type: path.type, span: HERE };
}

export function literalExpression(key: string, maker: Maker): Expression {
  return {
    kind: 'literal',
    value: literalValue(key, maker.rng),
    type: typeOfKey(key),
    span: HERE,
  };
}

/** A value that compares with `key`: mostly a fact, else something worked out. */
export function makeExpression(scope: Scope, key: string, maker: Maker): Expression {
  const { rng } = maker;
  const roll = rng.below(100);
  if (roll < 60) {
    const path = maker.fact(scope, key);
    if (path !== undefined) return factExpression(path);
  }
  if (roll < 75) {
    const parameter = parameterOf(key, maker);
    if (parameter !== undefined) return parameter;
  }
  return computed(scope, key, maker) ?? fallback(scope, key, maker);
}

function fallback(scope: Scope, key: string, maker: Maker): Expression {
  const path = maker.rng.chance(0.7) ? maker.fact(scope, key) : undefined;
  return path === undefined ? literalExpression(key, maker) : factExpression(path);
}

export function parameterOf(key: string, { rng, offer }: Maker): Expression | undefined {
  const fitting = offer.parameters.filter(({ type }) => comparableKey(type) === key);
  if (fitting.length === 0) return undefined;
  const { id, type } = rng.pick(fitting);
  return { kind: 'parameter', id, type, span: HERE };
}

function computed(scope: Scope, key: string, maker: Maker): Expression | undefined {
  const { rng } = maker;
  const base = { type: typeOfKey(key), span: HERE };
  const plain = { ...scope, depth: Math.min(scope.depth, 1) };
  const value = (of: string): Expression => maker.expression(plain, of);
  const table = tableOf(scope, key, maker);
  if (table !== undefined && rng.chance(0.3)) return table;
  const over = scope.depth > 0 ? aggregateOf(scope, key, maker) : undefined;
  if (over !== undefined && rng.chance(0.7)) return over;
  if (plain.depth === 0 && rng.chance(0.5)) return undefined;
  const inner = { ...scope, depth: 0 };
  const simple = (of: string): Expression => fallback(inner, of, maker);
  switch (key) {
    case 'money':
      return rng.chance(0.5)
        ? { kind: 'arithmetic', name: 'difference', left: value(key), right: simple(key), ...base }
        : {
            kind: 'arithmetic',
            name: 'product',
            left: simple('number'),
            right: value(key),
            ...base,
          };
    case 'number':
      return rng.pick([
        (): Expression => ({
          kind: 'arithmetic',
          name: 'ratio',
          left: value('money'),
          right: simple('money'),
          ...base,
        }),
        (): Expression => ({
          kind: 'arithmetic',
          name: 'difference',
          left: simple(key),
          right: value(key),
          ...base,
        }),
        (): Expression => ({
          kind: 'arithmetic',
          name: 'product',
          left: simple(key),
          right: simple(key),
          ...base,
        }),
        (): Expression => ({ kind: 'part', of: value('date'), unit: unit(maker), ...base }),
        (): Expression => ({
          kind: 'elapsed',
          name: rng.pick(['days', 'workdays', 'months', 'years'] as const),
          from: value('date'),
          to: simple('date'),
          ...base,
        }),
      ])();
    case 'date':
      return {
        kind: 'shift',
        date: simple(key),
        by: rng.chance(0.6) ? literalExpression('duration', maker) : value('duration'),
        backwards: rng.chance(0.4),
        ...base,
      };
    default:
      return key.startsWith('list ')
        ? { kind: 'without', list: simple(key), removed: simple(key), ...base }
        : undefined;
  }
}

export function unit({ rng }: Maker): CalendarUnit {
  return rng.pick(['month', 'quarter', 'year'] as const);
}

function tableOf(scope: Scope, key: string, maker: Maker): Expression | undefined {
  const choices = maker.offer.tables.flatMap((table) =>
    [...table.outputs]
      .filter(([, type]) => comparableKey(type) === key)
      .map(([output, type]) => ({ table, output, type })),
  );
  if (choices.length === 0) return undefined;
  const { table, output, type } = maker.rng.pick(choices);
  const inner = { ...scope, depth: 0 };
  const inputs = new Map(
    [...table.inputs].map(([name, input]) => [name, fallback(inner, comparableKey(input), maker)]),
  );
  return { kind: 'table', id: table.id, inputs, output, type, span: HERE };
}

export function aggregateOf(scope: Scope, key: string, maker: Maker): Expression | undefined {
  const { rng } = maker;
  const { source, inner } = maker.source(scope);
  const element = inner;
  if (key === 'number' && rng.chance(0.6)) {
    const distinct = rng.chance(0.4);
    const of = distinct ? maker.factOfElement(element, rng.pick(SCALARS)) : undefined;
    return of === undefined
      ? { kind: 'aggregate', name: 'count', source, type: COUNT, span: HERE }
      : { kind: 'aggregate', name: 'countDistinct', source, of, type: COUNT, span: HERE };
  }
  const items = key.startsWith('list ') ? key.slice(5) : undefined;
  const of = maker.factOfElement(element, items ?? key);
  if (of === undefined) return undefined;
  if (items !== undefined)
    return {
      kind: 'aggregate',
      name: 'collect',
      source,
      of,
      type: { kind: 'list', items: of.type },
      span: HERE,
    };
  const numeric = key === 'money' || key === 'number';
  if ((numeric || key === 'date') && rng.chance(0.75)) {
    const name = numeric && rng.chance(0.5) ? 'sum' : rng.pick(['min', 'max'] as const);
    return { kind: 'aggregate', name, source, of, type: of.type, span: HERE };
  }
  const by = rng.chance(0.6)
    ? maker.factOfElement(element, rng.pick(['date', 'money', 'number', 'text']))
    : undefined;
  return {
    kind: 'lookup',
    source,
    of,
    ...(by === undefined ? {} : { pick: { which: rng.pick(['latest', 'earliest'] as const), by } }),
    type: of.type,
    span: HERE,
  };
}

const SCALARS = [
  'money',
  'number',
  'date',
  'text',
  'ref person',
  'enum method',
  'boolean',
  'instant',
  'period',
];
