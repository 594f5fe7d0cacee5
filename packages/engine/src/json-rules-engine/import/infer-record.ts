import { type Field, type RecordType, StructType, type Type } from '@qingdan/core';
import { isWholeDate } from './literal.js';
import { namesOf } from './operand.js';
import { isList, isObject, type Json, type JsonObject } from './read-rules.js';
import { Refusal } from './reasons.js';

type Plain = 'number' | 'boolean' | 'date' | 'text';

/** What is known of the type of a fact, or of the items of a list. */
interface Guess {
  plain?: Plain;
  items?: Guess;
  /** It turned out to be of the same type as another. */
  same?: Guess;
  readonly name: string;
}

type Side = { readonly guess: Guess } | { readonly raw: Json };

const NAME = /^[\p{L}\p{N}_][\p{L}\p{M}\p{N}_-]*$/u;
const TAKEN = new Set(['kind', 'none', 'extra', 'organisation']);

/** Finds out from rules what fields their facts would be: by the literals beside them, the operators, and each other. */
export class RecordGuess {
  readonly #facts = new Map<string, { names: readonly string[]; guess: Guess }>();

  /** Takes note of what a condition tells. */
  learn(condition: Json): void {
    if (!isObject(condition)) return;
    for (const group of [condition.all, condition.any])
      if (isList(group)) for (const part of group) this.learn(part);
    if (condition.not !== undefined) this.learn(condition.not);
    const { fact, operator, value } = condition;
    if (fact === undefined || typeof operator !== 'string') return;
    const left = this.#factSide(condition);
    const isFact = isObject(value) && value.fact !== undefined;
    this.#compare(
      operator.split(':'),
      left,
      isFact ? this.#factSide(value) : { raw: value ?? null },
    );
  }

  /** The kind of record that has all those facts. */
  record(id: string): RecordType {
    const fields = new StructType();
    for (const { names, guess } of this.#facts.values()) {
      if (names.length === 1 && names[0] === 'id') continue;
      addField(fields, names, typeOf(guess), guess.name);
    }
    const label = { zh: id, en: id };
    return { id, label, fields, register: true, shared: false };
  }

  #factSide(source: JsonObject): Side {
    const names = namesOf(source);
    const name = names.join('.');
    const isName = names.every((each) => NAME.test(each)) && !TAKEN.has(names[0] ?? '');
    if (!isName) throw new Refusal('name', name);
    const known = this.#facts.get(name);
    if (known !== undefined) return { guess: known.guess };
    const guess: Guess = { name };
    this.#facts.set(name, { names, guess });
    return { guess };
  }

  #compare([name = '', ...rest]: readonly string[], left: Side, right: Side): void {
    switch (name) {
      case 'not':
        this.#compare(rest, left, right);
        return;
      case 'swap':
        this.#compare(rest, right, left);
        return;
      case 'someFact':
      case 'everyFact':
        for (const item of itemsOf(left)) this.#compare(rest, item, right);
        return;
      case 'someValue':
      case 'everyValue':
        for (const item of itemsOf(right)) this.#compare(rest, left, item);
        return;
      case 'in':
      case 'notIn':
        for (const item of itemsOf(right)) unite(left, item);
        return;
      case 'contains':
      case 'doesNotContain':
        for (const item of itemsOf(left)) unite(item, right);
        return;
      default:
        if (rest.length > 0) throw new Refusal('decorator', name);
        if (!/^(equal|notEqual|(less|greater)Than(Inclusive)?)$/.test(name))
          throw new Refusal('operator', name);
        unite(left, right);
        if (!name.endsWith('qual')) suggestNumber(left, right);
    }
  }
}

function found(guess: Guess): Guess {
  return guess.same === undefined ? guess : found(guess.same);
}

function itemsOf(side: Side): readonly Side[] {
  if ('raw' in side) return isList(side.raw) ? side.raw.map((raw) => ({ raw })) : [];
  const list = found(side.guess);
  list.items ??= { name: list.name };
  return [{ guess: list.items }];
}

function unite(left: Side, right: Side): void {
  if ('raw' in left) {
    if (!('raw' in right)) unite(right, left);
    return;
  }
  const a = found(left.guess);
  if ('raw' in right) {
    const plain = plainOf(right.raw);
    if (plain !== undefined) a.plain = both(a, plain);
    return;
  }
  const b = found(right.guess);
  if (a === b) return;
  b.same = a;
  if (b.plain !== undefined) a.plain = both(a, b.plain);
  if (b.items !== undefined) {
    if (a.items === undefined) a.items = b.items;
    else unite({ guess: a.items }, { guess: b.items });
  }
}

function both({ plain, name }: Guess, other: Plain): Plain {
  if (plain === undefined || plain === other) return other;
  const isText = (each: Plain): boolean => each === 'text' || each === 'date';
  if (isText(plain) && isText(other)) return 'text';
  throw new Refusal('mixed', name);
}

/** What is only ordered, and against facts alone, is taken for numbers. */
function suggestNumber(...sides: readonly Side[]): void {
  for (const side of sides) if ('guess' in side) found(side.guess).plain ??= 'number';
}

function plainOf(raw: Json): Plain | undefined {
  if (typeof raw === 'number') return 'number';
  if (typeof raw === 'boolean') return 'boolean';
  return typeof raw !== 'string' ? undefined : isWholeDate(raw) ? 'date' : 'text';
}

function typeOf(guess: Guess): Type {
  const { plain, items, name } = found(guess);
  if (items === undefined) return { kind: plain ?? 'text' };
  if (plain !== undefined) throw new Refusal('mixed', name);
  return { kind: 'list', items: typeOf(items) };
}

function addField(
  fields: StructType,
  [first = '', ...others]: readonly string[],
  type: Type,
  name: string,
): void {
  const known = fields.field(first)?.type;
  if (others.length === 0) {
    if (!fields.add(fieldOf(first, type))) throw new Refusal('mixed', name);
    return;
  }
  const struct = known?.kind === 'struct' ? known.struct : new StructType();
  if (known === undefined) fields.add(fieldOf(first, { kind: 'struct', struct }));
  else if (known.kind !== 'struct') throw new Refusal('mixed', name);
  addField(struct, others, type, name);
}

function fieldOf(name: string, type: Type): Field {
  return { name, type, label: { zh: name, en: name }, privacy: 'public' };
}
