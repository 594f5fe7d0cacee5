import { isNumeric, isReference, type Operator, OPERATORS, type Type } from '@qingdan/core';
import { checkLiteral } from './literal.js';
import type { Operand } from './operand.js';
import { isList, type Json } from './read-rules.js';
import { Refusal } from './reasons.js';

/** A condition as an author of policies writes it. */
export type Authored = Readonly<Record<string, unknown>>;

/** The library's operators, and what each is with its sides exchanged. */
const EXCHANGED: Readonly<Record<string, Operator>> = {
  equal: 'equal',
  notEqual: 'notEqual',
  lessThan: 'greaterThan',
  lessThanInclusive: 'greaterThanInclusive',
  greaterThan: 'lessThan',
  greaterThanInclusive: 'lessThanInclusive',
  in: 'contains',
  notIn: 'doesNotContain',
  contains: 'in',
  doesNotContain: 'notIn',
};

/** What the comparisons of one import share. */
export interface Comparing {
  /** Whether the operators of our own exports are known. */
  readonly own: boolean;
  /** How a fact is written in a policy. */
  readonly write: (operand: Extract<Operand, { kind: 'fact' | 'element' }>) => string;
}

/** A comparison by one of the library's operators, decorators taken off. */
export function comparison(
  name: string,
  left: Operand,
  right: Operand,
  comparing: Comparing,
): Authored {
  const operator = operatorOf(name, comparing);
  if (left.kind === 'literal') {
    const exchanged = EXCHANGED[operator];
    if (right.kind === 'literal' || exchanged === undefined) throw new Refusal('constant', name);
    return comparison(exchanged, right, left, comparing);
  }
  const fact = comparing.write(left);
  if (operator === 'present' || operator === 'absent') return { fact, operator };
  const value =
    right.kind === 'literal'
      ? literalBeside(operator, left.type, right.raw)
      : factBeside(operator, left.type, right.type, comparing.write(right));
  return { fact, operator, value };
}

function operatorOf(name: string, { own }: Comparing): Operator {
  const known = OPERATORS.find((operator) => operator === name);
  if (known === undefined || !(own || Object.hasOwn(EXCHANGED, known)))
    throw new Refusal('operator', name);
  return known;
}

const ORDERING: ReadonlySet<Operator> = new Set([
  'lessThan',
  'lessThanInclusive',
  'greaterThan',
  'greaterThanInclusive',
]);

function literalBeside(operator: Operator, left: Type, raw: Json): Json {
  switch (operator) {
    case 'in':
    case 'notIn':
      checkScalar(left, operator);
      if (typeof raw === 'string') throw new Refusal('text', operator);
      if (!isList(raw)) throw new Refusal('list', operator);
      return raw.map((item) => checkLiteral(item, left));
    case 'contains':
    case 'doesNotContain':
      return checkLiteral(raw, itemsOf(left, operator));
    case 'equal':
    case 'notEqual':
      checkScalar(left, operator);
      return checkLiteral(raw, left);
    default:
      // Our own operators come from our own exports, which hold what their types allow.
      if (!ORDERING.has(operator)) return raw;
      checkOrdered(left, operator);
      return checkLiteral(raw, left);
  }
}

function factBeside(operator: Operator, left: Type, right: Type, fact: string): Authored {
  switch (operator) {
    case 'in':
    case 'notIn':
      checkScalar(left, operator);
      checkSame(left, itemsOf(right, operator), operator);
      break;
    case 'contains':
    case 'doesNotContain':
      checkScalar(right, operator);
      checkSame(itemsOf(left, operator), right, operator);
      break;
    case 'equal':
    case 'notEqual':
      checkScalar(left, operator);
      checkSame(left, right, operator);
      break;
    default:
      if (!ORDERING.has(operator)) break;
      checkOrdered(left, operator);
      checkSame(left, right, operator);
  }
  return { fact };
}

function checkScalar(type: Type, operator: Operator): void {
  const isWhole = type.kind === 'list' || type.kind === 'set' || type.kind === 'struct';
  if (isWhole) throw new Refusal('whole', operator);
}

function checkOrdered(type: Type, operator: Operator): void {
  if (!isNumeric(type) && type.kind !== 'date') throw new Refusal('order', operator);
}

/** Of two facts: numbers of one sort, texts and ids, or the same type; not what can be written in more ways than one. */
function checkSame(left: Type, right: Type, operator: Operator): void {
  const isText = (type: Type): boolean => type.kind === 'text' || isReference(type);
  const isSame =
    isNumeric(left) && isNumeric(right)
      ? (left.kind === 'money') === (right.kind === 'money')
      : left.kind === 'enum' && right.kind === 'enum'
        ? left.name === right.name
        : (isText(left) && isText(right)) || left.kind === right.kind;
  if (!isSame || ['instant', 'duration', 'period'].includes(left.kind))
    throw new Refusal('types', operator);
}

function itemsOf(type: Type, operator: Operator): Type {
  if (type.kind === 'text') throw new Refusal('text', operator);
  if (type.kind !== 'list' && type.kind !== 'set') throw new Refusal('list', operator);
  checkScalar(type.items, operator);
  return type.items;
}
