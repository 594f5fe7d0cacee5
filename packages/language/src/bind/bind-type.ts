import {
  type Exact,
  isExact,
  type Privacy,
  readScalar,
  said,
  StructType,
  type Type,
  typeParams,
} from '@qingdan/core';
import { wordText } from '../documents/words.js';
import { NAME } from '../documents/common.js';
import { TYPE_NAMES } from '../documents/field-type.js';
import {
  entriesOf,
  type Entry,
  get,
  has,
  type Node,
  shorten,
  textOf,
  startOf,
} from '../read/node.js';
import { choiceOf, localizedOf } from '../read/read-values.js';
import { enumAt, labelledValues } from './bind-enum.js';
import { rawOf } from './literal.js';
import { type Context, refer } from './names.js';

type TypeName = (typeof TYPE_NAMES)[number];

/** The keys that say more of a type; of those listed together one must stand. */
const DETAILS: Partial<Record<TypeName, { optional?: string[]; one?: string[] }>> = {
  money: { optional: ['min', 'max'] },
  number: { optional: ['min', 'max'] },
  integer: { optional: ['min', 'max'] },
  ratio: { optional: ['min', 'max'] },
  enum: { one: ['values'] },
  ref: { one: ['to'] },
  list: { one: ['fields', 'items'] },
  set: { one: ['items'] },
  struct: { one: ['fields'] },
};

const PRIVACIES: readonly Privacy[] = ['public', 'personal', 'secret'];

const ALL_DETAILS = ['min', 'max', 'values', 'to', 'fields', 'items'];

/**
 * The type that the keys of a mapping say. `name` is what an enum of its own is called; `notOfType` are keys that mean
 * something else there.
 */
export function bindType(
  node: Node,
  name: string,
  context: Context,
  notOfType: readonly string[] = [],
): Type | undefined {
  const kind = choiceOf(get(node, 'type'), TYPE_NAMES);
  if (kind === undefined || !hasDetails(node, kind, notOfType, context)) return undefined;
  switch (kind) {
    case 'money':
    case 'number':
    case 'integer':
    case 'ratio':
      return numberType(node, kind, context);
    case 'boolean':
    case 'text':
    case 'date':
    case 'instant':
    case 'duration':
    case 'period':
      return { kind };
    case 'role':
    case 'body': {
      const ids = context.names.ids(kind === 'role' ? 'Role' : 'Body');
      return ids.size === 0 ? { kind } : { kind, ids };
    }
    case 'person':
    case 'organisation':
      return { kind, to: kind };
    case 'ref':
      return refType(get(node, 'to'), context);
    case 'enum':
      return enumType(get(node, 'values'), name, context);
    case 'struct': {
      return { kind, struct: bindFields(get(node, 'fields'), name, context) };
    }
    case 'list':
    case 'set': {
      const items = has(node, 'fields')
        ? ({ kind: 'struct', struct: bindFields(get(node, 'fields'), name, context) } as const)
        : itemsType(get(node, 'items'), name, context);
      return items === undefined ? undefined : { kind, items };
    }
  }
}

export function bindFields(node: Node | undefined, name: string, context: Context): StructType {
  const struct = new StructType();
  for (const entry of entriesOf(node)) bindField(struct, entry, name, context);
  return struct;
}

/** Adds a field to a struct. Its label, where it has none, is its name. */
function bindField(
  struct: StructType,
  { key, keySpan, value }: Entry,
  owner: string,
  context: Context,
): void {
  if (!NAME.test(key)) {
    context.report.add(
      'bad-value',
      { value: shorten(key), ...said('expected', wordText('name')) },
      keySpan,
    );
    return;
  }
  const type = bindType(value, `${owner}.${key}`, context);
  if (type === undefined) {
    context.names.markBroken(struct, key);
    return;
  }
  const unit = localizedOf(get(value, 'unit'));
  struct.add({
    name: key,
    type,
    label: localizedOf(get(value, 'label')) ?? { zh: key, en: key },
    privacy: choiceOf(get(value, 'privacy'), PRIVACIES) ?? 'public',
    ...(unit === undefined ? {} : { unit }),
  });
}

function hasDetails(
  node: Node,
  kind: TypeName,
  notOfType: readonly string[],
  { report }: Context,
): boolean {
  const { optional = [], one = [] } = DETAILS[kind] ?? {};
  const known = [...optional, ...one];
  for (const entry of entriesOf(node)) {
    if (!ALL_DETAILS.includes(entry.key) || notOfType.includes(entry.key)) continue;
    if (!known.includes(entry.key))
      report.add(
        'unknown-key',
        { owner: kind, key: entry.key, nearest: '', known: known.join(', ') },
        entry.keySpan,
      );
  }
  if (one.length === 0) return true;
  const there = one.filter((key) => has(node, key) && !notOfType.includes(key));
  if (there.length === 0)
    report.add('missing-key', { owner: kind, key: one.join(' | ') }, startOf(node));
  else if (there.length > 1)
    report.add(
      'unknown-key',
      { owner: kind, key: there[1] as string, nearest: '', known: there[0] as string },
      startOf(node),
    );
  return there.length === 1;
}

function numberType(
  node: Node,
  kind: 'money' | 'number' | 'integer' | 'ratio',
  { report }: Context,
): Type {
  const bound = (key: string): Exact | undefined => {
    const limit = get(node, key);
    if (limit?.kind !== 'scalar') return undefined;
    const read = readScalar({ kind }, rawOf(limit, { kind }));
    if (read.ok && isExact(read.value)) return read.value;
    report.add(
      'not-a-literal',
      { value: shorten(limit.text), ...typeParams({ kind }), nearest: '' },
      limit.span,
    );
    return undefined;
  };
  const min = bound('min');
  const max = bound('max');
  return {
    kind,
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
  };
}

function refType(node: Node | undefined, context: Context): Type | undefined {
  const to = textOf(node);
  if (node === undefined || to === undefined) return undefined;
  return refer('Record', to, node.span, context) === undefined ? undefined : { kind: 'ref', to };
}

function itemsType(node: Node | undefined, name: string, context: Context): Type | undefined {
  if (node === undefined) return undefined;
  const type = bindType(node, name, context);
  if (type?.kind !== 'list' && type?.kind !== 'set') return type;
  context.report.add(
    'wrong-type-here',
    {
      ...said('expected', { zh: '简单的值或一组字段', en: 'a plain value or a struct' }),
      ...typeParams(type, 'actual'),
    },
    startOf(node),
  );
  return undefined;
}

function enumType(node: Node | undefined, name: string, context: Context): Type | undefined {
  if (node === undefined) return undefined;
  const path = textOf(node);
  if (path !== undefined) return enumAt(path, node.span, context);
  const values = labelledValues(node, context.report);
  return values === undefined ? undefined : { kind: 'enum', name, values };
}
