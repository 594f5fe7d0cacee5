import { type Interval, type ParameterValue, TIGHTENINGS, type Type } from '@qingdan/core';
import type { ParameterDocument } from '../library.js';
import { get, itemsOf, type Node, textOf } from '../read/node.js';
import type { DocumentText } from '../read/read-pack.js';
import { choiceOf, intervalOf, localizedOf } from '../read/read-values.js';
import { bindBasis } from './bind-basis.js';
import { bindType } from './bind-type.js';
import { readLiteral } from './literal.js';
import type { Context } from './names.js';

/** The type of a parameter. Its `values` are its own, so that it can be no enum but a set of one. */
export function parameterType({ id, node }: DocumentText, context: Context): Type | undefined {
  return bindType(node, id, context, ['values']);
}

/** What the declaring pack says of a parameter. */
export function bindParameter(
  document: DocumentText,
  context: Context,
): ParameterDocument | undefined {
  const { id, node, span } = document;
  const type = context.names.parameters.get(id);
  const label = localizedOf(get(node, 'label'));
  const tighten = choiceOf(get(node, 'tighten'), TIGHTENINGS);
  if (type === undefined) return undefined;
  const values = bindValues(get(node, 'values'), type, context);
  if (label === undefined || tighten === undefined) return undefined;
  return { id, pack: context.pack, declares: true, label, type, tighten, values, span };
}

/** What another pack sets; the rest is taken from the declaration. */
export function bindParameterOverlay(
  { id, node, span }: DocumentText,
  { label, type, tighten }: ParameterDocument,
  context: Context,
): ParameterDocument {
  const values = bindValues(get(node, 'values'), type, context);
  return { id, pack: context.pack, declares: false, label, type, tighten, values, span };
}

function bindValues(node: Node | undefined, type: Type, context: Context): ParameterValue[] {
  const items = itemsOf(node);
  const starts = items.map((item) => intervalOf(item).from);
  return items.flatMap((item) => {
    const valueNode = get(item, 'value');
    const basis = bindBasis(get(item, 'basis'), context);
    if (valueNode === undefined) return [];
    const unset = textOf(valueNode) === 'unset';
    const value = unset ? undefined : readLiteral(valueNode, type, context);
    if (!unset && value === undefined) return [];
    const interval = untilNext(intervalOf(item), starts);
    return [{ interval, value, unset, basis, pack: context.pack, span: valueNode.span }];
  });
}

/** A value without an end holds until the next one begins. */
function untilNext(interval: Interval, starts: readonly (number | undefined)[]): Interval {
  if (interval.until !== undefined) return interval;
  const { from = -Infinity } = interval;
  const next = starts.filter((start) => start !== undefined && start > from) as number[];
  return next.length === 0 ? interval : { from: interval.from, until: Math.min(...next) };
}
