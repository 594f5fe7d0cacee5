import {
  type ClauseTrace,
  type Condition,
  type Doubt,
  type Expression,
  isRecordNode,
  isStruct,
  not,
  type Path,
  type Quantifier,
  type RecordSource,
  type Truth,
  type Value,
} from '@qingdan/core';
import { selectionOf } from '../compiled/condition.js';
import { kinReader } from '../compiled/kin.js';
import type { Frame } from '../compiled/frame.js';
import type { Scope } from '../compiled/scope.js';

/** A group that holds because of any one part has only the doubts of its least doubtful part; else of all. */
export function doubtsOfGroup(
  kind: 'all' | 'any',
  result: Truth,
  children: readonly ClauseTrace[],
): readonly Doubt[] {
  const deciding = children.filter((child) => child.result === result);
  const oneIsEnough = (kind === 'any' && result === true) || (kind === 'all' && result === false);
  if (oneIsEnough) {
    return (
      deciding.reduce<readonly Doubt[] | undefined>(
        (least, { doubts }) =>
          least === undefined || doubts.length < least.length ? doubts : least,
        undefined,
      ) ?? []
    );
  }
  return [...new Set(deciding.flatMap(({ doubts }) => doubts))];
}

/** A fact on whose way someone or something was found by name. */
export function doubtsOfExpression(
  expression: Expression,
  frame: Frame,
  scope: Scope,
): readonly Doubt[] {
  switch (expression.kind) {
    case 'fact':
      return isByName(expression.path, frame, scope) ? ['by-name'] : [];
    case 'arithmetic':
      return [
        ...doubtsOfExpression(expression.left, frame, scope),
        ...doubtsOfExpression(expression.right, frame, scope),
      ];
    case 'elapsed':
      return [
        ...doubtsOfExpression(expression.from, frame, scope),
        ...doubtsOfExpression(expression.to, frame, scope),
      ];
    case 'shift':
      return [
        ...doubtsOfExpression(expression.date, frame, scope),
        ...doubtsOfExpression(expression.by, frame, scope),
      ];
    case 'part':
      return doubtsOfExpression(expression.of, frame, scope);
    case 'without':
      return [
        ...doubtsOfExpression(expression.list, frame, scope),
        ...doubtsOfExpression(expression.removed, frame, scope),
      ];
    case 'table':
      return [...expression.inputs.values()].flatMap((input) =>
        doubtsOfExpression(input, frame, scope),
      );
    case 'literal':
    case 'parameter':
      return [];
    case 'aggregate':
    case 'lookup':
      return expression.source.match.some(
        ({ element, own }) =>
          isByName(own, frame, scope) || anyByName(expression.source, element, frame, scope),
      )
        ? ['by-name']
        : [];
  }
}

/** What a quantifier owes to its elements: `some` is an `any` over them, `every` an `all`, `none` an `all` of denials. */
export function doubtsOfElements(
  quantifier: Quantifier,
  result: Truth,
  elements: readonly ClauseTrace[],
): readonly Doubt[] {
  switch (quantifier) {
    case 'some':
    case 'exists':
      return doubtsOfGroup('any', result, elements);
    case 'every':
      return doubtsOfGroup('all', result, elements);
    case 'none':
      return doubtsOfGroup(
        'all',
        result,
        elements.map((element) => ({ ...element, result: not(element.result) })),
      );
  }
}

/** Whether a quantifier rests on records matched by what was found by name. */
export function doubtsOfMatch(
  { quantifier, source }: Extract<Condition, { kind: 'quantified' }>,
  result: Truth,
  frame: Frame,
  scope: Scope,
): readonly Doubt[] {
  const { match } = source;
  if (match.length === 0) return [];
  if (match.some(({ own }) => isByName(own, frame, scope))) return ['by-name'];
  const isFound = result === true && (quantifier === 'some' || quantifier === 'exists');
  // Where nothing was found, anything by another name might have been.
  const searched: RecordSource = isFound ? source : { ...selectionOf(source), match: [] };
  const seen = new Set<'doubtful' | 'sure'>();
  scope.scan(searched)(frame, (member) => {
    if (match.some(({ element }) => isByName(element, frame, scope))) seen.add('doubtful');
    else if (member === true) seen.add('sure');
    return false;
  });
  return seen.has('doubtful') && !(isFound && seen.has('sure')) ? ['by-name'] : [];
}

/** Whether something that a record or a member of a list itself says was found by its name. */
export function isFoundByName(element: Value): boolean {
  if (typeof element !== 'object') return false;
  const struct = isRecordNode(element) ? element.fields : isStruct(element) ? element : undefined;
  return struct?.byName !== undefined;
}

function anyByName(
  source: Extract<Expression, { kind: 'aggregate' }>['source'],
  path: Path,
  frame: Frame,
  scope: Scope,
): boolean {
  let found = false;
  scope.scan(source)(frame, () => {
    found = isByName(path, frame, scope);
    return found;
  });
  return found;
}

function isByName(path: Path, frame: Frame, scope: Scope): boolean {
  let value: Value =
    path.root.kind === 'record'
      ? frame.record
      : path.root.kind === 'alias'
        ? frame.elements[path.root.slot]
        : undefined;
  for (const step of path.steps) {
    if (step.kind === 'field' && typeof value === 'object') {
      const struct = isRecordNode(value) ? value.fields : isStruct(value) ? value : undefined;
      if (struct?.byName?.has(step.name) === true) return true;
    }
    value = scope.readSteps([step])(value, frame);
  }
  return false;
}

/** Kin by an edge that was inferred, where no edge that was declared or registered says the same. */
export function doubtsOfKin(
  condition: Extract<Condition, { kind: 'kin' }>,
  result: Truth,
  frame: Frame,
  scope: Scope,
): readonly Doubt[] {
  const doubts = new Set<Doubt>([
    ...doubtsOfExpression(condition.of, frame, scope),
    ...doubtsOfExpression(condition.with, frame, scope),
  ]);
  const kin = kinReader(scope.policy, condition.relations);
  if (result !== true || kin === undefined) return [...doubts];
  const of = scope.read(condition.of)(frame);
  const other = scope.read(condition.with)(frame);
  let sure = false;
  for (const record of frame.world.records.all(kin.kind)) {
    const a = kin.a(record);
    const b = kin.b(record);
    const says =
      (a === of && b === other && kin.forward(record) === true) ||
      (a === other && b === of && kin.backward(record) === true);
    const slot = record.record.fields.slotOf('source');
    const source = slot === undefined ? undefined : record.fields.values[slot];
    if (says && source !== 'inferred') sure = true;
  }
  if (!sure) doubts.add('inferred-kin');
  return [...doubts];
}
