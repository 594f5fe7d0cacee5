import {
  and,
  compare,
  type Condition,
  type Expression,
  not,
  or,
  type Path,
  type Truth,
  type Type,
  type Value,
} from '@qingdan/core';
import type { Library } from '../library.js';

/** Values of plain enum and boolean facts of a record, by the path as written. */
export type Facts = ReadonlyMap<string, Value>;

/** A plain fact with the values that some condition tells apart. */
export interface FiniteFact {
  readonly path: string;
  readonly type: Type;
  readonly values: readonly Value[];
}

/**
 * What a condition says of a record of which only some enum and boolean facts are given; anything else in it is unknown,
 * so that an answer holds whatever the rest of the record is.
 */
export function truthOf(library: Library, condition: Condition | undefined, facts: Facts): Truth {
  if (condition === undefined) return true;
  switch (condition.kind) {
    case 'all':
      return condition.of.reduce<Truth>(
        (truth, part) => and(truth, truthOf(library, part, facts)),
        true,
      );
    case 'any':
      return condition.of.reduce<Truth>(
        (truth, part) => or(truth, truthOf(library, part, facts)),
        false,
      );
    case 'not':
      return not(truthOf(library, condition.of, facts));
    case 'named': {
      const { named, open } = inside(library, condition.name);
      return named === undefined || open ? undefined : truthOf(library, named, facts);
    }
    case 'compare': {
      const atom = atomOf(condition);
      return atom === undefined
        ? undefined
        : compare(condition.operator, facts.get(atom.path.text), atom.value);
    }
    case 'quantified':
    case 'kin':
    case 'path':
    case 'outlier':
      return undefined;
  }
}

/** The plain facts that conditions compare with literals, each with the values named and one that isn't. */
export function finiteFacts(
  library: Library,
  conditions: readonly (Condition | undefined)[],
): FiniteFact[] {
  const found = new Map<string, { type: Type; values: Set<Value> }>();
  const visit = (condition: Condition | undefined): void => {
    if (condition === undefined) return;
    if (condition.kind === 'all' || condition.kind === 'any') condition.of.forEach(visit);
    if (condition.kind === 'not') visit(condition.of);
    if (condition.kind === 'named') {
      const { named, open } = inside(library, condition.name);
      if (!open) visit(named);
    }
    if (condition.kind !== 'compare') return;
    const atom = atomOf(condition);
    if (atom === undefined) return;
    const { path, value } = atom;
    const entry = found.get(path.text) ?? { type: path.type, values: new Set() };
    for (const member of membersOf(value)) entry.values.add(member);
    found.set(path.text, entry);
  };
  conditions.forEach(visit);
  return [...found].map(([path, { type, values }]) => ({
    path,
    type,
    values: type.kind === 'enum' ? sampleOf(type.values.keys(), values) : [true, false],
  }));
}

function membersOf(value: Value): readonly Value[] {
  return isList(value) ? value : [value];
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

function sampleOf(all: Iterable<string>, named: ReadonlySet<Value>): Value[] {
  const other = [...all].find((value) => !named.has(value));
  return other === undefined ? [...named] : [...named, other];
}

const PLAIN: ReadonlySet<string> = new Set(['equal', 'notEqual', 'in', 'notIn']);

/** `fact operator literal`, where the fact is a field of the record at hand with few values. */
function atomOf({
  operator,
  left,
  right,
}: Extract<Condition, { kind: 'compare' }>): { path: Path; value: Value } | undefined {
  if (!PLAIN.has(operator) || right?.kind !== 'literal' || !isPlainFact(left)) return undefined;
  return { path: left.path, value: right.value };
}

function isPlainFact(expression: Expression): expression is Extract<Expression, { kind: 'fact' }> {
  return (
    expression.kind === 'fact' &&
    expression.path.root.kind === 'record' &&
    (expression.type.kind === 'enum' || expression.type.kind === 'boolean') &&
    expression.path.steps.every(({ kind }) => kind === 'field')
  );
}

/** A named condition that has one revision; with several, what it says depends on the day. */
function inside(
  library: Library,
  name: string,
): { readonly named: Condition | undefined; readonly open: boolean } {
  const revisions = library.conditions.get(name) ?? [];
  return { named: revisions[0]?.is, open: revisions.length !== 1 };
}
