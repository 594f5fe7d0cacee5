import { type Expression, said } from '@qingdan/core';
import { type Node, textOf } from '../read/node.js';
import { bindPath } from './bind-path.js';
import type { Context } from './names.js';
import type { Scope } from './scope.js';

/** A fact by its path. */
export function bindFact(node: Node, scope: Scope, context: Context): Expression | undefined {
  const text = textOf(node);
  if (text === undefined) return undefined;
  const path = bindPath(text, node.span, scope, context);
  if (path === undefined) return undefined;
  if (path.type.kind === 'record' || path.type.kind === 'struct') {
    const actual =
      path.type.kind === 'record'
        ? { zh: `整条记录 \`${path.type.to}\``, en: `a whole \`${path.type.to}\`` }
        : { zh: `整个 \`${text}\``, en: `all of \`${text}\`` };
    const expected = { zh: '一项事实', en: 'a fact' };
    context.report.add(
      'wrong-type-here',
      { ...said('expected', expected), ...said('actual', actual) },
      node.span,
    );
    return undefined;
  }
  return { kind: 'fact', path, type: path.type, span: node.span };
}
