import { startOf } from '../read/node.js';
import { type Expression, said, type Text, type Type, typeParams } from '@qingdan/core';
import type { Node } from '../read/node.js';
import { bindFact } from './bind-fact.js';
import type { Expectation } from './expect.js';
import { canRead, isLiteral, readLiteral } from './literal.js';
import type { Context } from './names.js';
import type { Scope } from './scope.js';

export const A_LITERAL: Text = { zh: '直接写出的值', en: 'a literal' };

/** Binds what stands where a value of some sort is asked for: a literal, a fact by its bare name, or a value form. */
export function bindOperand(
  node: Node | undefined,
  expectation: Expectation,
  scope: Scope,
  context: Context,
): Expression | undefined {
  if (node === undefined) return undefined;
  if (!isLiteral(node))
    return checked(context.bind.expression(node, scope, context), expectation, node, context);
  const { literal, facts } = expectation;
  const bare = node.kind === 'scalar' && typeof node.value === 'string';
  if (facts && bare && (literal === undefined || !canRead(node, literal)))
    return checked(bindFact(node, scope, context), expectation, node, context);
  if (literal !== undefined) return literalExpression(node, literal, context);
  context.report.add(
    'wrong-type-here',
    { ...said('expected', expectation.name), ...said('actual', A_LITERAL) },
    startOf(node),
  );
  return undefined;
}

export function literalExpression(
  node: Node,
  type: Type,
  context: Context,
): Expression | undefined {
  const value = readLiteral(node, type, context);
  return value === undefined ? undefined : { kind: 'literal', value, type, span: node.span };
}

function checked(
  expression: Expression | undefined,
  { accepts, name }: Expectation,
  node: Node,
  { report }: Context,
): Expression | undefined {
  if (expression === undefined || accepts(expression.type)) return expression;
  report.add(
    'wrong-type-here',
    { ...said('expected', name), ...typeParams(expression.type, 'actual') },
    startOf(node),
  );
  return undefined;
}
