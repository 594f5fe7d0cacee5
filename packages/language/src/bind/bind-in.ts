import {
  nearestHint,
  type RecordSource,
  said,
  type Span,
  type Type,
  typeParams,
} from '@qingdan/core';
import { wordText } from '../documents/words.js';
import { get, type Node, textOf } from '../read/node.js';
import { bindPath, bindSteps } from './bind-path.js';
import { aliasOf } from './alias-of.js';
import { isGroup } from './comparable.js';
import { type Context, refer } from './names.js';
import { type Scope, withAlias } from './scope.js';
import { takeStep } from './take-step.js';

export interface BoundIn {
  readonly in: RecordSource['in'];
  readonly element: Type;
  /** The kind of record whose governing date a window looks at; absent for a list of the record at hand. */
  readonly holder?: string;
  /** With the name of the record that holds the list, if it has one. */
  readonly scope: Scope;
}

/** What `in` names: a record kind, a list within reach, or a list inside other records. */
export function bindIn(
  node: Node | undefined,
  scope: Scope,
  context: Context,
): BoundIn | undefined {
  if (node === undefined) return undefined;
  if (node.kind === 'map') return bindEach(node, scope, context);
  const text = textOf(node);
  if (text === undefined) return undefined;
  // The cases of a procedure are records of its name.
  const isCases = context.names.visibleIds('Procedure', context.pack).includes(text);
  if (isCases && context.names.records.has(text)) {
    const element: Type = { kind: 'record', to: text };
    return { in: { kind: 'records', record: text }, element, holder: text, scope };
  }
  if (text.includes('.') || scope.aliases.some(({ name }) => name === text))
    return listAt(text, node.span, scope, context);
  const own = takeStep({ kind: 'record', to: scope.record }, text, context);
  const isList = own.kind === 'step' && isGroup(own.type);
  const isKind = context.names.visibleIds('Record', context.pack).includes(text);
  if (isList && isKind) {
    context.report.add('ambiguous-name', { name: text }, node.span);
    return undefined;
  }
  if (isKind) {
    const element: Type = { kind: 'record', to: text };
    // A kind that was declared but couldn't be bound was reported there.
    return context.names.records.has(text)
      ? { in: { kind: 'records', record: text }, element, holder: text, scope }
      : undefined;
  }
  if (own.kind === 'step' || own.kind === 'broken') return listAt(text, node.span, scope, context);
  const known = [
    ...context.names.visibleIds('Record', context.pack),
    ...(own.kind === 'unknown' ? own.known : []),
  ];
  const nearest = nearestHint(text, known);
  context.report.add(
    'unknown-reference',
    { ...said('kind', wordText('Record')), id: text, nearest },
    node.span,
  );
  return undefined;
}

function listAt(text: string, span: Span, scope: Scope, context: Context): BoundIn | undefined {
  const list = bindPath(text, span, scope, context);
  if (list === undefined) return undefined;
  if (isGroup(list.type)) return { in: { kind: 'list', list }, element: list.type.items, scope };
  context.report.add(
    'wrong-type-here',
    {
      ...said('expected', { zh: '列表或记录种类', en: 'a list or a record kind' }),
      ...typeParams(list.type, 'actual'),
    },
    span,
  );
  return undefined;
}

function bindEach(node: Node, scope: Scope, context: Context): BoundIn | undefined {
  const each = get(node, 'each');
  const of = get(node, 'of');
  const path = textOf(each);
  const record = textOf(of);
  if (each === undefined || of === undefined || path === undefined || record === undefined)
    return undefined;
  if (refer('Record', record, of.span, context) === undefined) return undefined;
  const bound = bindSteps(path, each.span, record, context);
  if (bound === undefined) return undefined;
  if (!isGroup(bound.type)) {
    context.report.add(
      'wrong-type-here',
      {
        ...said('expected', { zh: '列表', en: 'a list' }),
        ...typeParams(bound.type, 'actual'),
      },
      each.span,
    );
    return undefined;
  }
  const name = aliasOf(get(node, 'as'), context);
  const named = withAlias(scope, name, { kind: 'record', to: record });
  return {
    in: { kind: 'each', record, list: bound.steps, recordAlias: named.alias },
    element: bound.type.items,
    holder: record,
    scope: named.scope,
  };
}
