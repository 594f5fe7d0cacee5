import { type Expression, nearestHint, said, typeText } from '@qingdan/core';
import { meantKeys } from '../documents/check-shape.js';
import { entriesOf, get, type MapNode, type Node, textOf, startOf } from '../read/node.js';
import { bindOperand } from './bind-operand.js';
import { comparableWith } from './expect.js';
import { type Context, refer } from './names.js';
import type { Scope } from './scope.js';

/** The output of a table for inputs, each of which has to be given. */
export function bindTableUse(
  node: Node,
  scope: Scope,
  context: Context,
  whole: MapNode,
): Expression | undefined {
  const id = textOf(node);
  if (id === undefined || refer('Table', id, node.span, context) === undefined) return undefined;
  const table = context.names.tables.get(id);
  if (table === undefined) return undefined;
  const given = get(whole, 'inputs');
  const inputs = new Map<string, Expression>();
  let sound = given !== undefined;
  for (const { key, keySpan, value } of entriesOf(given)) {
    const type = table.inputs.get(key);
    if (type === undefined) reportInput(id, key, [...table.inputs.keys()], keySpan, context);
    const bound =
      type === undefined
        ? undefined
        : bindOperand(value, comparableWith(type, typeText(type)), scope, context);
    if (bound === undefined) sound = false;
    else inputs.set(key, bound);
  }
  const meant = given?.kind === 'map' ? meantKeys(given, [...table.inputs.keys()]) : new Set();
  for (const name of given === undefined ? [] : table.inputs.keys()) {
    if (given?.kind === 'map' && !given.entries.has(name) && !meant.has(name)) {
      context.report.add('missing-key', { owner: id, key: name }, startOf(given));
      sound = false;
    }
  }
  const outputNode = get(whole, 'output');
  const output = textOf(outputNode);
  if (outputNode === undefined || output === undefined) return undefined;
  const type = table.outputs.get(output);
  if (type === undefined) {
    const nearest = nearestHint(output, table.outputs.keys());
    context.report.add(
      'unknown-reference',
      {
        ...said('kind', { zh: `决策表 \`${id}\` 的输出`, en: `output of \`${id}\`` }),
        id: output,
        nearest,
      },
      outputNode.span,
    );
    return undefined;
  }
  return sound ? { kind: 'table', id, inputs, output, type, span: startOf(whole) } : undefined;
}

function reportInput(
  owner: string,
  key: string,
  known: readonly string[],
  span: MapNode['span'],
  { report }: Context,
): void {
  const nearest = nearestHint(key, known);
  report.add('unknown-key', { owner, key, nearest, known: known.join(', ') }, span);
}
