import {
  type Arithmetic,
  type Expression,
  isNumeric,
  parseExact,
  said,
  type Type,
  typeParams,
  typeText,
} from '@qingdan/core';
import { itemsOf, type Node, textOf, startOf } from '../read/node.js';
import { bindOperand } from './bind-operand.js';
import { comparable, isGroup } from './comparable.js';
import { A_LIST, type Expectation } from './expect.js';
import { isLiteral } from './literal.js';
import type { Context } from './names.js';
import type { Scope } from './scope.js';

const NUMBER: Type = { kind: 'number' };

/** A ratio, a difference or a product of two numbers. */
export function bindArithmetic(name: Arithmetic) {
  return (node: Node, scope: Scope, context: Context): Expression | undefined => {
    const [first, second] = pairOf(node, context);
    if (first === undefined || second === undefined) return undefined;
    const numeric = (literal: Type): Expectation => ({
      name: typeText({ kind: 'number' }),
      accepts: isNumeric,
      literal,
      facts: true,
    });
    // A literal is read by what it is taken from: 100 is yuan beside money, and a plain number in a product.
    const literalFirst = isNumberNode(first);
    const known = bindOperand(literalFirst ? second : first, numeric(NUMBER), scope, context);
    const type = name === 'difference' && known !== undefined ? bare(known.type) : NUMBER;
    const other = bindOperand(literalFirst ? first : second, numeric(type), scope, context);
    if (known === undefined || other === undefined) return undefined;
    const [left, right] = literalFirst ? [other, known] : [known, other];
    const result = resultOf(name, left.type, right.type);
    if (result !== undefined)
      return { kind: 'arithmetic', name, left, right, type: result, span: startOf(node) };
    context.report.add(
      'type-mismatch',
      { operator: name, ...typeParams(left.type, 'left'), ...typeParams(right.type, 'right') },
      startOf(node),
    );
    return undefined;
  };
}

/** The members of one list that another lacks. */
export function bindWithout(node: Node, scope: Scope, context: Context): Expression | undefined {
  const [first, second] = pairOf(node, context);
  const list = bindOperand(first, A_LIST, scope, context);
  if (list === undefined || !isGroup(list.type)) return undefined;
  const { items } = list.type;
  const removed = bindOperand(
    second,
    {
      name: typeText(list.type),
      accepts: (type) => isGroup(type) && comparable(items, type.items),
      literal: { kind: 'list', items },
      facts: true,
    },
    scope,
    context,
  );
  return removed === undefined
    ? undefined
    : { kind: 'without', list, removed, type: { kind: 'list', items }, span: startOf(node) };
}

function pairOf(node: Node, { report }: Context): readonly Node[] {
  const items = itemsOf(node);
  if (node.kind === 'list' && items.length !== 2) {
    report.add(
      'wrong-shape',
      {
        ...said('expected', { zh: '两个值', en: 'two values' }),
        ...said('actual', { zh: `${items.length} 个`, en: String(items.length) }),
      },
      startOf(node),
    );
    return [];
  }
  return items;
}

function isNumberNode(node: Node): boolean {
  const text = textOf(node);
  return isLiteral(node) && (text === undefined || parseExact(text) !== undefined);
}

/** Money is kept apart from plain numbers; undefined where the two can't be combined. */
function resultOf(name: Arithmetic, left: Type, right: Type): Type | undefined {
  const money = Number(left.kind === 'money') + Number(right.kind === 'money');
  switch (name) {
    case 'ratio':
      if (money === 1) return left.kind === 'money' ? { kind: 'money' } : undefined;
      return { kind: 'ratio' };
    case 'difference':
      if (money === 1) return undefined;
      return left.kind === right.kind ? bare(left) : NUMBER;
    case 'product':
      return money === 2 ? undefined : money === 1 ? { kind: 'money' } : NUMBER;
  }
}

/** Without the bounds of the field it comes from, which the result needn't keep. */
export function bare(type: Type): Type {
  return isNumeric(type) ? ({ kind: type.kind } as Type) : type;
}
