import {
  addExact,
  type Change,
  type ClauseTrace,
  compare,
  type Condition,
  type Day,
  isExact,
  isNumeric,
  NONE,
  type Operator,
  type Path,
  type RecordNode,
  type StructType,
  type Type,
  type Value,
} from '@qingdan/core';
import type { CompiledEvaluator } from '../compiled/evaluator.js';
import { type Judgement, nameOf } from '../lists/judgement.js';
import type { World } from '../world/world.js';
import { fieldAt } from './labels.js';
import { withFact } from './patch.js';

/** Larger sets of changes are not looked for, and no more than so many evaluations are spent. */
const LARGEST = 3;
const BUDGET = 400;

/**
 * The smallest sets of changes to the record's own facts after which the question is answered with `satisfied`; each was
 * tried. That it would no longer be asked is no compliance: facts that decide only this are not changed. Empty where no
 * such set was found: then only a person can act.
 */
export function smallestChanges(
  judgement: Judgement,
  violating: readonly ClauseTrace[],
  record: RecordNode,
  world: World,
  evaluator: CompiledEvaluator,
  asOf?: Day,
): readonly (readonly Change[])[] {
  const candidates = candidatesInAll(violating, record);
  const name = nameOf(judgement);
  let budget = BUDGET;
  const complies = (changes: readonly Change[]): boolean => {
    if (budget === 0) return false;
    budget -= 1;
    const changed = changes.reduce(
      (node, change) => withFact(node, change.fact, change.to),
      record,
    );
    return evaluator.judgeOne(name, changed, world, asOf)?.verdict === 'satisfied';
  };
  for (let size = 1; size <= LARGEST; size += 1) {
    const found = subsets(candidates, size)
      .filter((changes) => new Set(changes.map(({ fact }) => fact)).size === size)
      .filter(complies);
    if (found.length > 0) return found.slice(0, 3);
  }
  return [];
}

/**
 * For each comparison of a fact of the record itself, values that turn it: what is true to false and back, and what is
 * unknown both ways.
 */
export function candidatesIn(trace: ClauseTrace, record: RecordNode): readonly Change[] {
  const { clause, result } = trace;
  if (clause.kind === 'compare') {
    const turns = result === undefined ? [true, false] : [result];
    return turns.flatMap((isTrue) => changesFor(clause, trace, isTrue, record));
  }
  // Elements of other lists and records aren't this record's to change.
  if (clause.kind === 'quantified') return [];
  return candidatesInAll(trace.children, record);
}

function candidatesInAll(traces: readonly ClauseTrace[], record: RecordNode): readonly Change[] {
  const changes: Change[] = [];
  for (const change of traces.flatMap((each) => candidatesIn(each, record))) {
    const isKnown = changes.some(
      (other) => other.fact === change.fact && compare('equal', other.to, change.to) === true,
    );
    if (!isKnown) changes.push(change);
  }
  return changes;
}

type Comparison = Extract<Condition, { kind: 'compare' }>;

function changesFor(
  { operator, left, right }: Comparison,
  trace: ClauseTrace,
  isTrue: boolean,
  record: RecordNode,
): readonly Change[] {
  const here = trace.left?.value;
  const there = trace.right?.value;
  const mirrored = MIRRORED[operator];
  return [
    ...(left.kind === 'fact' ? turned(left.path, operator, here, there, isTrue, record) : []),
    ...(right?.kind === 'fact' && mirrored !== undefined
      ? turned(right.path, mirrored, there, here, isTrue, record)
      : []),
  ];
}

const MIRRORED: Partial<Record<Operator, Operator>> = {
  equal: 'equal',
  notEqual: 'notEqual',
  lessThan: 'greaterThan',
  lessThanInclusive: 'greaterThanInclusive',
  greaterThan: 'lessThan',
  greaterThanInclusive: 'lessThanInclusive',
};

const OPPOSITE = {
  equal: 'notEqual',
  notEqual: 'equal',
  lessThan: 'greaterThanInclusive',
  lessThanInclusive: 'greaterThan',
  greaterThan: 'lessThanInclusive',
  greaterThanInclusive: 'lessThan',
  in: 'notIn',
  notIn: 'in',
  contains: 'doesNotContain',
  doesNotContain: 'contains',
  present: 'absent',
  absent: 'present',
} as const satisfies Partial<Record<Operator, Change['operator']>>;

/** Values of a fact that turn a comparison from what it is. Persons, meetings and texts can't be made up. */
function turned(
  path: Path,
  operator: Operator,
  from: Value,
  other: Value,
  isTrue: boolean,
  record: RecordNode,
): readonly Change[] {
  const field = ownField(path, record.record.fields);
  if (field === undefined) return [];
  const wanted = isTrue ? OPPOSITE[operator as keyof typeof OPPOSITE] : operator;
  if (!(wanted in OPPOSITE)) return [];
  const fact = path.text.replace(/^record\./, '');
  return valuesThat(wanted as Change['operator'], other, field.type).map((to) => ({
    fact,
    label: field.label,
    from,
    to,
    operator: wanted as Change['operator'],
  }));
}

function ownField(path: Path, fields: StructType) {
  return path.root.kind === 'record' ? fieldAt(path.steps, fields) : undefined;
}

function valuesThat(operator: Change['operator'], other: Value, type: Type): readonly Value[] {
  switch (operator) {
    case 'equal':
    case 'lessThanInclusive':
    case 'greaterThanInclusive':
      return isPlain(other) && canBeChosen(type) ? [other] : [];
    case 'lessThan':
    case 'greaterThan': {
      const step = operator === 'lessThan' ? -1 : 1;
      return isExact(other) && hasSteps(type) ? [addExact(other, step)] : [];
    }
    case 'in':
      return canBeChosen(type) && Array.isArray(other)
        ? (other as readonly Value[]).filter(isPlain)
        : [];
    case 'notEqual':
    case 'notIn': {
      if (type.kind === 'boolean') return typeof other === 'boolean' ? [!other] : [];
      if (type.kind !== 'enum') return [];
      const excluded: readonly Value[] = Array.isArray(other)
        ? (other as readonly Value[])
        : [other];
      return [...type.values.keys()].filter((value) => !excluded.includes(value)).slice(0, 8);
    }
    case 'absent':
      return [NONE];
    case 'present':
    case 'contains':
    case 'doesNotContain':
      return [];
  }
}

function isPlain(value: Value): boolean {
  return typeof value === 'string' || typeof value === 'boolean' || isExact(value);
}

/** Who approved and what was decided are done by people; amounts, kinds and dates are for the writer to mend. */
function canBeChosen(type: Type): boolean {
  return isNumeric(type) || ['boolean', 'enum', 'date', 'role', 'body'].includes(type.kind);
}

function hasSteps(type: Type): boolean {
  return type.kind === 'money' || type.kind === 'integer' || type.kind === 'date';
}

function subsets<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  if (size === 0) return [[]];
  return items.flatMap((item, index) =>
    subsets(items.slice(index + 1), size - 1).map((rest) => [item, ...rest]),
  );
}
