import {
  type Condition,
  type Path,
  type RecordSource,
  said,
  type Type,
  typeParams,
  type Window,
} from '@qingdan/core';
import { booleanOf, get, has, type Node, textOf, textsOf, startOf } from '../read/node.js';
import { aliasOf } from './alias-of.js';
import { bindIn, type BoundIn } from './bind-in.js';
import { bindElementPath, bindOwnPath } from './bind-path.js';
import { bindWindow } from './bind-window.js';
import { comparable } from './comparable.js';
import type { Context } from './names.js';
import { type Scope, withAlias } from './scope.js';

export interface BoundSource {
  readonly source: RecordSource;
  readonly element: { readonly name: string; readonly slot: number; readonly type: Type };
  /** Where the element has its name. */
  readonly scope: Scope;
}

/** Which elements are looked at. `claim`: `where` is what is claimed of them, and so has to stand. */
export function bindSource(
  node: Node,
  outer: Scope,
  context: Context,
  claim = false,
): BoundSource | undefined {
  const { report } = context;
  if (claim && node.kind === 'map' && !has(node, 'where'))
    report.add('missing-key', { owner: 'every', key: 'where' }, startOf(node));
  const from = bindIn(get(node, 'in'), outer, context);
  if (from === undefined) return undefined;
  const named = withAlias(from.scope, aliasOf(get(node, 'as'), context), from.element);
  const element = { ...named.alias, type: from.element };
  const where = get(node, 'where');
  const window = get(node, 'within');
  const parts = {
    match: bindMatch(get(node, 'match'), element, outer, context),
    where: where === undefined ? NOTHING : context.bind.condition(where, named.scope, context),
    within: window === undefined ? NOTHING : bindWithin(window, from, outer, context),
  };
  if (parts.match === undefined || parts.where === undefined || parts.within === undefined)
    return undefined;
  const source: RecordSource = {
    in: from.in,
    alias: named.alias,
    match: parts.match,
    ...(parts.where === NOTHING ? {} : { where: parts.where as Condition }),
    ...(parts.within === NOTHING ? {} : { within: parts.within as Window }),
    others: booleanOf(get(node, 'others')) ?? false,
    across: textOf(get(node, 'across')) === 'organisations',
    span: startOf(node),
  };
  return { source, element, scope: named.scope };
}

/** Not there, as opposed to there and broken. */
const NOTHING = Symbol('nothing');

function bindMatch(
  node: Node | undefined,
  element: BoundSource['element'],
  outer: Scope,
  context: Context,
): { element: Path; own: Path }[] | undefined {
  const pairs: { element: Path; own: Path }[] = [];
  let sound = true;
  for (const { text, span } of textsOf(node)) {
    const there = bindElementPath(text, span, element, context);
    const own = bindOwnPath(text, span, outer, context);
    if (there !== undefined && own !== undefined) {
      if (comparable(there.type, own.type)) {
        pairs.push({ element: there, own });
        continue;
      }
      context.report.add(
        'type-mismatch',
        { operator: 'match', ...typeParams(there.type, 'left'), ...typeParams(own.type, 'right') },
        span,
      );
    }
    sound = false;
  }
  return sound ? pairs : undefined;
}

function bindWithin(
  node: Node,
  { holder }: BoundIn,
  outer: Scope,
  context: Context,
): Window | undefined {
  const record = holder === undefined ? undefined : context.names.records.get(holder);
  if (record?.governingDate !== undefined) return bindWindow(node, outer, context);
  context.report.add(
    'wrong-type-here',
    {
      ...said('expected', {
        zh: '有适用法律日期（governingDate）的记录种类',
        en: 'a record kind with a governing date',
      }),
      ...said(
        'actual',
        holder === undefined
          ? { zh: '列表', en: 'a list' }
          : { zh: `\`${holder}\``, en: `\`${holder}\`` },
      ),
    },
    startOf(node),
  );
  return undefined;
}
