import {
  type Aggregate,
  type Expression,
  isNumeric,
  type Path,
  said,
  type Text,
  type Type,
  typeParams,
} from '@qingdan/core';
import { get, type Node, textOf, startOf } from '../read/node.js';
import { bare } from './bind-arithmetic.js';
import { bindElementPath } from './bind-path.js';
import { bindSource, type BoundSource } from './bind-source.js';
import { isScalar } from './comparable.js';
import type { Context } from './names.js';
import type { Scope } from './scope.js';

const INTEGER: Type = { kind: 'integer' };

export function bindCount(node: Node, scope: Scope, context: Context): Expression | undefined {
  const bound = bindSource(node, scope, context);
  if (bound === undefined) return undefined;
  const { source } = bound;
  return { kind: 'aggregate', name: 'count', source, type: INTEGER, span: startOf(node) };
}

/** What one field says over all elements of a source. */
export function bindAggregate(name: Exclude<Aggregate, 'count'>) {
  return (node: Node, scope: Scope, context: Context): Expression | undefined => {
    const bound = bindSource(node, scope, context);
    if (bound === undefined) return undefined;
    const of = bindOf(get(node, 'of'), bound, WANTED[name], accepts(name), context);
    if (of === undefined) return undefined;
    const { source } = bound;
    return {
      kind: 'aggregate',
      name,
      source,
      of,
      type: resultOf(name, of.type),
      span: startOf(node),
    };
  };
}

/** The field of the one match, or of the latest or earliest. */
export function bindLookup(node: Node, scope: Scope, context: Context): Expression | undefined {
  const bound = bindSource(node, scope, context);
  if (bound === undefined) return undefined;
  const of = bindOf(
    get(node, 'of'),
    bound,
    { zh: '一项事实', en: 'a fact' },
    ({ kind }) => kind !== 'record' && kind !== 'struct',
    context,
  );
  if (node.kind === 'map' && node.entries.has('latest') && node.entries.has('earliest'))
    context.report.add(
      'unknown-key',
      { owner: 'lookup.latest', key: 'earliest', nearest: '', known: 'latest' },
      node.entries.get('earliest')?.keySpan ?? node.span,
    );
  const which = get(node, 'latest') === undefined ? 'earliest' : 'latest';
  const byNode = get(node, which);
  const by =
    byNode === undefined
      ? undefined
      : bindOf(byNode, bound, { zh: '日期或数', en: 'date or number' }, isOrderable, context);
  if (of === undefined || (byNode !== undefined && by === undefined)) return undefined;
  return {
    kind: 'lookup',
    source: bound.source,
    of,
    type: of.type,
    span: startOf(node),
    ...(by === undefined ? {} : { pick: { which, by } }),
  };
}

/** A path in the element, of a type that its place takes. */
export function bindOf(
  node: Node | undefined,
  { element }: BoundSource,
  wanted: Text,
  accepted: (type: Type) => boolean,
  context: Context,
): Path | undefined {
  const text = textOf(node);
  if (node === undefined || text === undefined) return undefined;
  const path = bindElementPath(text, node.span, element, context);
  if (path === undefined || accepted(path.type)) return path;
  context.report.add(
    'wrong-type-here',
    { ...said('expected', wanted), ...typeParams(path.type, 'actual') },
    node.span,
  );
  return undefined;
}

const WANTED = {
  countDistinct: { zh: '简单的值', en: 'a plain value' },
  collect: { zh: '简单的值', en: 'a plain value' },
  sum: { zh: '数或金额', en: 'number or money' },
  min: { zh: '数、金额或日期', en: 'number, money or date' },
  max: { zh: '数、金额或日期', en: 'number, money or date' },
} as const;

function accepts(name: Exclude<Aggregate, 'count'>): (type: Type) => boolean {
  switch (name) {
    case 'countDistinct':
    case 'collect':
      return isScalar;
    case 'sum':
      return isNumeric;
    case 'min':
    case 'max':
      return isOrderable;
  }
}

function isOrderable(type: Type): boolean {
  return isNumeric(type) || type.kind === 'date' || type.kind === 'instant';
}

function resultOf(name: Exclude<Aggregate, 'count'>, of: Type): Type {
  switch (name) {
    case 'countDistinct':
      return INTEGER;
    case 'collect':
      return { kind: 'list', items: of };
    case 'sum':
    case 'min':
    case 'max':
      return bare(of);
  }
}
