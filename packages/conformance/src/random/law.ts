import {
  type Cell,
  type Definition,
  type Interval,
  type NamedCondition,
  type Parameter,
  parseDate,
  type Table,
  type Type,
  type Value,
} from '@qingdan/core';
import { BASIS, HERE, label } from '../build/marks.js';
import {
  BOOLEAN,
  DATE,
  DURATION,
  listOf,
  MONEY,
  NUMBER,
  PERIOD,
  PERSON,
  TEXT,
} from '../build/types.js';
import { CHANGES, durationValue, literalValue } from './literals.js';
import type { Maker, Scope } from './maker.js';
import type { Rng } from './rng.js';
import { MATTER, METHOD } from './schema.js';

/** Stretches of time that follow each other, now and then with a gap; the law before and after may have none. */
export function intervals(rng: Rng, most: number): Interval[] {
  const cuts = rng
    .some(CHANGES, 0, most - 1)
    .map((day) => parseDate(day) as number)
    .sort((a, b) => a - b);
  const ends = [
    rng.chance(0.25) ? (parseDate('2024-06-01') as number) : undefined,
    ...cuts,
    rng.chance(0.15) ? (parseDate('2026-01-01') as number) : undefined,
  ];
  return ends.slice(1).flatMap((until, index): Interval[] => {
    const from = ends[index];
    const empty = from !== undefined && until !== undefined && from >= until;
    return empty || (ends.length > 2 && rng.chance(0.1)) ? [] : [{ from, until }];
  });
}

const PARAMETER_TYPES: readonly (readonly [string, string, Type])[] = [
  ['limit', 'money', MONEY],
  ['ceiling', 'money', MONEY],
  ['times', 'number', NUMBER],
  ['window', 'duration', DURATION],
  ['since', 'date', DATE],
  ['methods', 'list enum method', { kind: 'set', items: METHOD }],
  ['matters', 'list enum matter', { kind: 'set', items: MATTER }],
  ['people', 'list ref person', { kind: 'set', items: PERSON }],
  ['words', 'list text', listOf(TEXT)],
  ['season', 'period', PERIOD],
  ['strict', 'boolean', BOOLEAN],
];

/** Dated values; now and then one is unset, or a stretch has none. */
export function makeParameter(rng: Rng): Parameter {
  const [id, key, type] = rng.pick(PARAMETER_TYPES);
  return {
    id: `p.${id}`,
    label: label(id),
    type,
    tighten: 'none',
    values: intervals(rng, 3).map((interval) => {
      const unset = rng.chance(0.1);
      return {
        interval,
        value: unset ? undefined : key === 'duration' ? durationValue(rng) : literalValue(key, rng),
        unset,
        basis: BASIS,
        pack: 'random',
        span: HERE,
      };
    }),
    pack: 'random',
    span: HERE,
  };
}

/** A table of an enum and an amount. Rows may overlap or leave gaps: that has a meaning too. */
export function makeTable(id: string, rng: Rng): Table[] {
  return intervals(rng, 2).map((effective, index) => ({
    id,
    revision: index + 1,
    effective,
    pack: 'random',
    span: HERE,
    label: label(id),
    inputs: new Map<string, Type>([
      ['method', METHOD],
      ['amount', MONEY],
    ]),
    outputs: new Map<string, Type>([
      ['limit', MONEY],
      ['allowed', BOOLEAN],
    ]),
    rows: Array.from({ length: rng.between(1, 4) }, () => ({
      when: new Map<string, Cell>([
        ...(rng.chance(0.7) ? [['method', methods(rng)] as const] : []),
        ...(rng.chance(0.7) ? [['amount', bounds(rng)] as const] : []),
      ]),
      then: new Map([
        ['limit', literalValue('money', rng)],
        ['allowed', rng.chance(0.5)],
      ]),
      basis: BASIS,
      span: HERE,
    })),
    basis: BASIS,
  }));
}

function methods(rng: Rng): Cell {
  return { kind: 'values', values: rng.some(['cash', 'transfer', 'card'], 1, 2) };
}

function bounds(rng: Rng): Cell {
  const money = () => literalValue('money', rng);
  return {
    kind: 'bounds',
    ...rng.pick<() => Partial<Record<'below' | 'upTo' | 'from' | 'above', Value>>>([
      () => ({ below: money() }),
      () => ({ upTo: money() }),
      () => ({ from: money() }),
      () => ({ above: money() }),
      () => ({ above: money(), upTo: money() }),
      () => ({ from: money(), below: money() }),
    ])(),
  };
}

const FACT_TYPES: readonly (readonly [string, Type])[] = [
  ['boolean', BOOLEAN],
  ['money', MONEY],
  ['number', NUMBER],
  ['date', DATE],
  ['list ref person', listOf(PERSON)],
];

export function makeDefinition(id: string, record: string, maker: Maker): Definition[] {
  const { rng } = maker;
  const [key, type] =
    record === 'meeting' && id.endsWith('passed')
      ? (['boolean', BOOLEAN] as const)
      : rng.pick(FACT_TYPES);
  const scope: Scope = { record, aliases: [], depth: rng.below(2), due: false };
  return intervals(rng, 2).map((effective, index) => ({
    id,
    revision: index + 1,
    effective,
    pack: 'random',
    span: HERE,
    record,
    fact: id.slice(id.indexOf('.') + 1),
    type,
    label: label(id),
    basis: BASIS,
    is:
      key === 'boolean' && rng.chance(0.85)
        ? { kind: 'condition', condition: maker.condition(scope) }
        : { kind: 'value', value: maker.expression(scope, key) },
  }));
}

export function makeNamed(id: string, record: string, maker: Maker): NamedCondition[] {
  const scope: Scope = { record, aliases: [], depth: maker.rng.below(2), due: false };
  return intervals(maker.rng, 2).map((effective, index) => ({
    id,
    revision: index + 1,
    effective,
    pack: 'random',
    span: HERE,
    record,
    is: maker.condition(scope),
  }));
}
