import {
  type Condition,
  isUnary,
  type Operator,
  OPERATORS,
  type Quantifier,
  said,
  type Type,
  typeParams,
} from '@qingdan/core';
import { entriesOf, get, has, itemsOf, type MapNode, type Node, textOf } from '../read/node.js';
import { choiceOf } from '../read/read-values.js';
import { bindExpression } from './bind-expression.js';
import { bindKin, bindOutlier, bindPathCondition } from './bind-links.js';
import { A_LITERAL, literalExpression } from './bind-operand.js';
import { bindSource } from './bind-source.js';
import { type Bare, marked } from './clause-marks.js';
import { rightSide } from './comparable.js';
import { isLiteral } from './literal.js';
import { type Context, refer } from './names.js';
import type { Scope } from './scope.js';

/** Whether what is bound is the root of `violatedWhen`, or a branch: of its `any`, or added by an overlay. */
type Place = 'root' | 'branch' | 'inside';

/** Binds a condition; undefined where any part of it couldn't be bound. */
export function bindCondition(
  node: Node,
  scope: Scope,
  context: Context,
  place: Place = 'inside',
): Condition | undefined {
  if (node.kind !== 'map') return undefined;
  const bare = bindBare(node, scope, context, place);
  return bare === undefined ? undefined : marked(bare, node, place === 'branch', context);
}

const QUANTIFIERS: readonly Quantifier[] = ['some', 'every', 'none', 'exists'];

function bindBare(node: MapNode, scope: Scope, context: Context, place: Place): Bare | undefined {
  for (const kind of ['all', 'any'] as const) {
    const group = get(node, kind);
    if (group !== undefined)
      return bindGroup(kind, group, scope, context, place === 'root' && kind === 'any');
  }
  for (const quantifier of QUANTIFIERS) {
    const of = get(node, quantifier);
    if (of === undefined) continue;
    const bound = bindSource(of, scope, context, quantifier === 'every');
    return bound === undefined
      ? undefined
      : { kind: 'quantified', quantifier, source: bound.source };
  }
  for (const { key, value } of entriesOf(node)) {
    switch (key) {
      case 'not': {
        const of = bindCondition(value, scope, context);
        return of === undefined ? undefined : { kind: 'not', of };
      }
      case 'condition':
        return bindNamed(value, scope, context);
      case 'kin':
        return bindKin(value, scope, context);
      case 'path':
        return bindPathCondition(value, scope, context);
      case 'outlier':
        return bindOutlier(value, scope, context);
      default:
    }
  }
  return bindComparison(node, scope, context);
}

function bindGroup(
  kind: 'all' | 'any',
  node: Node,
  scope: Scope,
  context: Context,
  branches: boolean,
): Bare | undefined {
  const items = itemsOf(node);
  if (node.kind === 'list' && items.length === 0) {
    context.report.add('empty-group', { group: kind }, node.span);
    return undefined;
  }
  const bound = items.map((item) =>
    bindCondition(item, scope, context, branches ? 'branch' : 'inside'),
  );
  const of = bound.filter((part) => part !== undefined);
  return of.length === items.length && of.length > 0 ? { kind, of } : undefined;
}

function bindNamed(node: Node, scope: Scope, context: Context): Bare | undefined {
  const name = textOf(node);
  if (name === undefined || refer('Condition', name, node.span, context) === undefined)
    return undefined;
  const record = context.names.conditions.get(name);
  if (record === undefined) return undefined;
  if (record === scope.record) return { kind: 'named', name };
  context.report.add(
    'wrong-type-here',
    {
      ...said('expected', {
        zh: `针对 \`${scope.record}\` 的条件`,
        en: `a condition on \`${scope.record}\``,
      }),
      ...said('actual', { zh: `针对 \`${record}\` 的条件`, en: `one on \`${record}\`` }),
    },
    node.span,
  );
  return undefined;
}

function bindComparison(node: MapNode, scope: Scope, context: Context): Bare | undefined {
  const { report } = context;
  const left = bindExpression(node, scope, context);
  const operatorNode = get(node, 'operator');
  const operator = choiceOf(operatorNode, OPERATORS);
  if (operatorNode === undefined || operator === undefined) return undefined;
  const value = node.entries.get('value');
  if (isUnary(operator)) {
    const known = { nearest: '', known: 'operator' };
    if (value !== undefined)
      report.add('unknown-key', { owner: operator, key: 'value', ...known }, value.keySpan);
    return left === undefined ? undefined : { kind: 'compare', operator, left };
  }
  if (value === undefined) {
    report.add('missing-key', { owner: operator, key: 'value' }, operatorNode.span);
    return undefined;
  }
  // The right side is bound even without a left one, for what is wrong in it.
  const literal = isLiteral(value.value);
  const given = literal ? undefined : bindExpression(value.value, scope, context);
  if (left === undefined || (given === undefined && !literal)) return undefined;
  const wanted = rightSide(operator, left.type);
  if (wanted === undefined || (given !== undefined && !wanted.accepts(given.type))) {
    const right = given === undefined ? said('right', A_LITERAL) : typeParams(given.type, 'right');
    const params = { operator, ...typeParams(left.type, 'left'), ...right };
    report.add('type-mismatch', params, operatorNode.span);
    return undefined;
  }
  const type = literalType(value.value, operator, left.type) ?? wanted.literal;
  const right = given ?? literalExpression(value.value, type, context);
  return right === undefined ? undefined : { kind: 'compare', operator, left, right };
}

/** Two operators take literals of more than one shape. */
function literalType(node: Node, operator: Operator, left: Type): Type | undefined {
  if (operator === 'covers' && left.kind === 'period' && (has(node, 'from') || has(node, 'until')))
    return left;
  return operator === 'mentions' && node.kind === 'scalar' ? { kind: 'text' } : undefined;
}
