import type { Operator } from '@qingdan/core';
import type { DeclareCondition, Operand } from './parse-condition.js';
import type { Attribute } from './read-model.js';
import { Refusal } from './refusal.js';

/** A condition, or a part of a procedure, as an author writes it. */
export type Authored = Readonly<Record<string, unknown>>;

/** Of whose attributes a condition may speak, and how they are written. */
export interface Writing {
  readonly attributes: ReadonlyMap<string, Attribute>;
  readonly fieldOf: (attribute: string) => string;
  /** What is bound to the activity on each side; undefined: there is no such event. */
  readonly bound: { readonly A: ReadonlySet<string>; readonly T: ReadonlySet<string> | undefined };
  /** The event at which the condition is asked: its case is the case at hand. */
  readonly at: 'A' | 'T';
}

const OPERATORS = {
  '=': 'equal',
  '!=': 'notEqual',
  '<': 'lessThan',
  '<=': 'lessThanInclusive',
  '>': 'greaterThan',
  '>=': 'greaterThanInclusive',
} as const satisfies Record<string, Operator>;
const EXCHANGED = { '=': '=', '!=': '!=', '<': '>', '<=': '>=', '>': '<', '>=': '<=' } as const;

export function writeCondition(condition: DeclareCondition, writing: Writing): Authored {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return { [condition.kind]: condition.of.map((part) => writeCondition(part, writing)) };
    case 'not':
      return { not: writeCondition(condition.of, writing) };
    case 'in': {
      const { left, values, text } = condition;
      if (left.kind === 'literal') throw new Refusal('constant', text);
      const attribute = attributeOf(left, writing);
      return {
        fact: factOf(left, writing),
        operator: 'in',
        value: values.map((value) => literalOf(value, attribute)),
      };
    }
    case 'compare':
      return writeComparison(condition, writing);
  }
}

/** Of which events a condition speaks. */
export function speaksOf(condition: DeclareCondition): ReadonlySet<'A' | 'T'> {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return new Set(condition.of.flatMap((part) => [...speaksOf(part)]));
    case 'not':
      return speaksOf(condition.of);
    case 'in':
      return sidesOf(condition.left);
    case 'compare':
      return new Set([...sidesOf(condition.left), ...sidesOf(condition.right)]);
  }
}

function sidesOf(operand: Operand): ReadonlySet<'A' | 'T'> {
  return new Set(operand.kind === 'attribute' ? [operand.of] : []);
}

function writeComparison(
  { operator, left, right, text }: Extract<DeclareCondition, { kind: 'compare' }>,
  writing: Writing,
): Authored {
  if (left.kind === 'literal') {
    if (right.kind === 'literal') throw new Refusal('constant', text);
    const exchanged = { operator: EXCHANGED[operator], left: right, right: left, text } as const;
    return writeComparison({ kind: 'compare', ...exchanged }, writing);
  }
  const attribute = attributeOf(left, writing);
  const isOrder = operator !== '=' && operator !== '!=';
  if (isOrder && attribute.kind === 'values') throw new Refusal('order', text);
  const compared = { fact: factOf(left, writing), operator: OPERATORS[operator] };
  if (right.kind === 'literal') return { ...compared, value: literalOf(right.text, attribute) };
  const other = attributeOf(right, writing);
  if ((attribute.kind === 'values') !== (other.kind === 'values') || !sameValues(attribute, other))
    throw new Refusal('types', text);
  return { ...compared, value: { fact: factOf(right, writing) } };
}

/** Enumerations are compared only where they are the same. */
function sameValues(a: Attribute, b: Attribute): boolean {
  if (a.kind !== 'values' || b.kind !== 'values') return true;
  return a === b || [...a.values].sort().join() === [...b.values].sort().join();
}

type AttributeOperand = Extract<Operand, { kind: 'attribute' }>;

function attributeOf({ of, name }: AttributeOperand, writing: Writing): Attribute {
  const attribute = writing.attributes.get(name);
  if (attribute === undefined) throw new Refusal('attribute', name);
  const bound = writing.bound[of];
  if (bound === undefined) throw new Refusal('target', name);
  if (!bound.has(name)) throw new Refusal('bound', name);
  return attribute;
}

function factOf({ of, name }: AttributeOperand, { fieldOf, at }: Writing): string {
  return of === at ? fieldOf(name) : `activation.${fieldOf(name)}`;
}

function literalOf(text: string, attribute: Attribute): string | number {
  if (attribute.kind === 'values') {
    if (!attribute.values.includes(text)) throw new Refusal('value', text);
    return text;
  }
  if (!/^-?\d+(\.\d+)?$/.test(text)) throw new Refusal('value', text);
  return Number(text);
}
