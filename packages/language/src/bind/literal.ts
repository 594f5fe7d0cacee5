import {
  boundParams,
  isNumeric,
  nearestHint,
  parseExact,
  readScalar,
  type Type,
  typeParams,
  type Value,
} from '@qingdan/core';
import { entriesOf, get, type Node, type ScalarNode, shorten, startOf } from '../read/node.js';
import { type Context, refer } from './names.js';

/** Whether a node stands for itself: a scalar, a list, a period or `{ value: … }`. */
export function isLiteral(node: Node): boolean {
  if (node.kind !== 'map') return true;
  return node.entries.has('value') || isPeriod(node);
}

function isPeriod(node: Node): boolean {
  const entries = entriesOf(node);
  return entries.length > 0 && entries.every(({ key }) => key === 'from' || key === 'until');
}

/**
 * A scalar as core reads it. A number is taken as it was written, since a float would round it; so is a year where a date
 * stands. Elsewhere it stays a number, which is no text.
 */
export function rawOf({ value, text }: ScalarNode, type: Type): unknown {
  if (typeof value !== 'number') return value;
  if (type.kind === 'date') return text;
  return isNumeric(type) && parseExact(text) !== undefined ? text : value;
}

/** The value that a literal is, read as a type; undefined where it is none, which is reported. */
export function readLiteral(node: Node, type: Type, context: Context): Value {
  const inner = node.kind === 'map' ? get(node, 'value') : undefined;
  if (inner !== undefined) return readLiteral(inner, type, context);
  if (type.kind === 'list' || type.kind === 'set') return readList(node, type, context);
  if (type.kind === 'struct' || type.kind === 'record') return notLiteral(node, type, context);
  const raw =
    node.kind === 'scalar' ? rawOf(node, type) : isPeriod(node) ? periodOf(node) : undefined;
  // Which ids there are is said by `refer`, which knows what this pack may name.
  const isNamed = type.kind === 'role' || type.kind === 'body';
  const read = readScalar(isNamed ? { kind: type.kind } : type, raw);
  if (!read.ok) {
    if (read.outside === undefined) return notLiteral(node, type, context);
    const params = { value: shorten(String(raw)), ...boundParams(read.outside) };
    context.report.add('literal-out-of-range', params, startOf(node));
    return undefined;
  }
  if (isNamed) {
    const kind = type.kind === 'role' ? 'Role' : 'Body';
    if (refer(kind, String(raw), node.span, context) === undefined) return undefined;
  }
  return read.value;
}

/** Whether a scalar would be read, without a report. */
export function canRead(node: Node, type: Type): boolean {
  return node.kind === 'scalar' && readScalar(type, rawOf(node, type)).ok;
}

function readList(
  node: Node,
  type: Extract<Type, { kind: 'list' | 'set' }>,
  context: Context,
): Value {
  if (node.kind !== 'list') return notLiteral(node, type, context);
  const values = node.items.map((item) => readLiteral(item, type.items, context));
  return values.includes(undefined) ? undefined : values;
}

function periodOf(node: Node): unknown {
  const end = (key: string): unknown => {
    const value = get(node, key);
    return value?.kind === 'scalar' ? value.value : undefined;
  };
  return { from: end('from'), until: end('until') };
}

function notLiteral(node: Node, type: Type, { report }: Context): Value {
  const value =
    node.kind === 'scalar' ? shorten(node.text) : node.kind === 'list' ? '[ … ]' : '{ … }';
  const nearest =
    type.kind === 'enum' && node.kind === 'scalar'
      ? nearestHint(node.text, type.values.keys())
      : '';
  report.add('not-a-literal', { value, ...typeParams(type), nearest }, startOf(node));
  return undefined;
}
