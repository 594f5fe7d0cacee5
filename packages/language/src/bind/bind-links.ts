import { isNumeric, type Link, nearestHint, said, type Text, typeParams } from '@qingdan/core';
import { wordText } from '../documents/words.js';
import { get, integerOf, itemsOf, type Node, textOf, startOf } from '../read/node.js';
import { bindOf } from './bind-aggregate.js';
import { bindOperand } from './bind-operand.js';
import { bindSource } from './bind-source.js';
import type { Bare } from './clause-marks.js';
import { comparable, isId } from './comparable.js';
import { A_NUMBER, AN_ID } from './expect.js';
import type { Context } from './names.js';
import type { Scope } from './scope.js';

export function bindKin(node: Node, scope: Scope, context: Context): Bare | undefined {
  const of = bindOperand(get(node, 'of'), AN_ID, scope, context);
  const relative = bindOperand(get(node, 'with'), AN_ID, scope, context);
  const relations = bindRelations(get(node, 'relations'), context);
  return of === undefined || relative === undefined || relations === undefined
    ? undefined
    : { kind: 'kin', of, with: relative, relations };
}

/** A chain of records or relations from one id to another. */
export function bindPathCondition(node: Node, scope: Scope, context: Context): Bare | undefined {
  const from = bindOperand(get(node, 'from'), AN_ID, scope, context);
  const to = bindOperand(get(node, 'to'), AN_ID, scope, context);
  const nodes = itemsOf(get(node, 'through'));
  const through = nodes.flatMap((link) => bindLink(link, scope, context) ?? []);
  const max = integerOf(get(node, 'max'));
  if (from === undefined || to === undefined || max === undefined) return undefined;
  if (nodes.length === 0) {
    const list = get(node, 'through');
    if (list?.kind === 'list') context.report.add('empty-group', { group: 'through' }, list.span);
    return undefined;
  }
  return through.length === nodes.length ? { kind: 'path', from, to, through, max } : undefined;
}

const NUMBER_OR_MONEY: Text = { zh: '数或金额', en: 'number or money' };

export function bindOutlier(node: Node, scope: Scope, context: Context): Bare | undefined {
  const value = bindOperand(
    get(node, 'value'),
    { name: NUMBER_OR_MONEY, accepts: isNumeric, facts: true },
    scope,
    context,
  );
  const above = bindOperand(get(node, 'above'), A_NUMBER, scope, context);
  const bound = bindSource(node, scope, context);
  if (bound === undefined) return undefined;
  const of = bindOf(get(node, 'of'), bound, NUMBER_OR_MONEY, isNumeric, context);
  if (value === undefined || above === undefined || of === undefined) return undefined;
  if (comparable(value.type, of.type))
    return { kind: 'outlier', value, of, source: bound.source, above };
  context.report.add(
    'type-mismatch',
    { operator: 'outlier', ...typeParams(value.type, 'left'), ...typeParams(of.type, 'right') },
    startOf(node),
  );
  return undefined;
}

function bindLink(node: Node, scope: Scope, context: Context): Link | undefined {
  const kin = get(node, 'kin');
  if (kin !== undefined) {
    const relations = bindRelations(kin, context);
    return relations === undefined ? undefined : { kind: 'kin', relations };
  }
  const bound = bindSource(node, scope, context);
  if (bound === undefined) return undefined;
  const end = (key: 'from' | 'to') => bindOf(get(node, key), bound, AN_ID.name, isId, context);
  const from = end('from');
  const to = end('to');
  return from === undefined || to === undefined
    ? undefined
    : { kind: 'record', source: bound.source, from, to };
}

function bindRelations(node: Node | undefined, { names, report }: Context): string | undefined {
  const set = textOf(node);
  if (node === undefined || set === undefined || names.relationSets.has(set)) return set;
  const nearest = nearestHint(set, names.relationSets);
  report.add(
    'unknown-reference',
    { ...said('kind', wordText('set of relations')), id: set, nearest },
    node.span,
  );
  return undefined;
}
