import type { RecordType, Type } from '@qingdan/core';
import { type Authored, comparison, type Comparing } from './comparison.js';
import { namesOf, type Operand, typeAt } from './operand.js';
import { isList, isObject, type Json, type JsonObject } from './read-rules.js';
import { Refusal } from './reasons.js';

/** Names with a meaning of their own at the head of a fact. */
const RESERVED = new Set(['record', 'run', 'duty']);
const NAME = /^[\p{L}\p{N}_][\p{L}\p{M}\p{N}_-]*$/u;
const DEPTH_LIMIT = 40;

/** A fact that the record kind doesn't have. */
export class UnknownFact extends Error {
  constructor(readonly fact: string) {
    super(fact);
  }
}

/** What the conditions of one rule are read against. */
export interface Reading {
  readonly record: RecordType;
  readonly own: boolean;
  /** The id that a named condition has in the pack; refuses one that there isn't. */
  readonly named: (name: string) => string;
  /** Something that was left out without changing what the condition means. */
  readonly drop: (key: string) => void;
}

/** A condition of the library as an author of policies would write it. */
export function readCondition(condition: Json, reading: Reading, depth = 0): Authored {
  if (depth > DEPTH_LIMIT) throw new Refusal('deep');
  if (!isObject(condition)) throw new Refusal('shape', JSON.stringify(condition));
  if (condition.priority !== undefined) reading.drop('priority');
  const id = idOf(condition.name, reading);
  return { ...id, ...readBare(condition, reading, depth) };
}

/** In the order in which the library looks for its keys. */
function readBare(condition: JsonObject, reading: Reading, depth: number): Authored {
  const part = (each: Json): Authored => readCondition(each, reading, depth + 1);
  for (const group of ['any', 'all'] as const) {
    const parts = condition[group];
    if (parts === undefined) continue;
    if (!isList(parts)) throw new Refusal('shape', group);
    if (parts.length === 0) throw new Refusal('empty', group);
    return { [group]: parts.map(part) };
  }
  if (condition.not !== undefined) return { not: part(condition.not) };
  const named = condition.condition;
  if (named !== undefined) return { condition: reading.named(textOf(named)) };
  if (typeof condition.operator !== 'string' || !('value' in condition))
    throw new Refusal('shape', JSON.stringify(condition));
  const left = factOperand(condition, reading);
  const { value } = condition;
  const right: Operand =
    isObject(value) && value.fact !== undefined
      ? factOperand(value, reading)
      : { kind: 'literal', raw: value };
  return decorated(condition.operator.split(':'), left, right, comparingOf(reading), 0);
}

function textOf(name: Json): string {
  return typeof name === 'string' ? name : JSON.stringify(name);
}

/** The name of a clause, where it may be one of ours too. */
function idOf(name: Json | undefined, reading: Reading): Authored {
  if (name === undefined) return {};
  if (typeof name === 'string' && NAME.test(name)) return { id: name };
  reading.drop('name');
  return {};
}

function factOperand(source: JsonObject, { record }: Reading): Operand {
  const names = namesOf(source);
  const type = typeAt(names, record.fields);
  if (type === undefined) throw new UnknownFact(names.join('.'));
  return { kind: 'fact', names, type };
}

function comparingOf({ own }: Reading): Comparing {
  return {
    own,
    write: (operand) => {
      if (operand.kind === 'element') return operand.name;
      const [first = ''] = operand.names;
      const isHidden = RESERVED.has(first) || /^it\d*$/.test(first);
      return [...(isHidden ? ['record'] : []), ...operand.names].join('.');
    },
  };
}

/** Decorators from the outermost inwards; the last word is the operator. */
function decorated(
  [name = '', ...rest]: readonly string[],
  left: Operand,
  right: Operand,
  comparing: Comparing,
  elements: number,
): Authored {
  if (rest.length === 0) return comparison(name, left, right, comparing);
  const next = (a: Operand, b: Operand, deeper = 0): Authored =>
    decorated(rest, a, b, comparing, elements + deeper);
  const over = (list: Operand, isSome: boolean, use: (item: Operand) => Authored): Authored =>
    overItems(list, isSome, name, elements, comparing, use);
  switch (name) {
    case 'not':
      return { not: next(left, right) };
    case 'swap':
      return next(right, left);
    case 'someFact':
    case 'everyFact':
      return over(left, name === 'someFact', (item) => next(item, right, 1));
    case 'someValue':
    case 'everyValue':
      return over(right, name === 'someValue', (item) => next(left, item, 1));
    default:
      throw new Refusal('decorator', name);
  }
}

/** Of some or every item of a list: a list of the record is looked at by a quantifier, a literal one is written out. */
function overItems(
  list: Operand,
  isSome: boolean,
  decorator: string,
  elements: number,
  { write }: Comparing,
  use: (item: Operand) => Authored,
): Authored {
  if (list.kind === 'literal') {
    if (!isList(list.raw)) throw new Refusal('list', decorator);
    if (list.raw.length === 0) throw new Refusal('values', decorator);
    return { [isSome ? 'any' : 'all']: list.raw.map((raw) => use({ kind: 'literal', raw })) };
  }
  const { type } = list;
  if (type.kind !== 'list' && type.kind !== 'set') throw new Refusal('list', decorator);
  const items: Type = type.items;
  const name = elements === 0 ? 'it' : `it${String(elements + 1)}`;
  const where = use({ kind: 'element', name, type: items });
  return { [isSome ? 'some' : 'every']: { in: listName(list, write), as: name, where } };
}

/** A list of the record is written with `record.`, since a kind of record may have its name. */
function listName(
  list: Extract<Operand, { kind: 'fact' | 'element' }>,
  write: Comparing['write'],
): string {
  const written = write(list);
  return list.kind === 'fact' && !written.includes('.') ? `record.${written}` : written;
}
