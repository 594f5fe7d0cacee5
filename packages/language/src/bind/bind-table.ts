import {
  type Cell,
  isOrdered,
  nearestHint,
  NONE,
  said,
  type Table,
  type TableRow,
  type Text,
  type Type,
  typeParams,
  type Value,
} from '@qingdan/core';
import { type Entry, entriesOf, get, itemsOf, type Node, startOf } from '../read/node.js';
import type { DocumentText } from '../read/read-pack.js';
import { localizedOf } from '../read/read-values.js';
import { bindBasis } from './bind-basis.js';
import { bindType } from './bind-type.js';
import { assignable, isScalar } from './comparable.js';
import { datedOf } from './dated.js';
import { Report } from '../report.js';
import { readLiteral } from './literal.js';
import type { Context, TableName } from './names.js';

/** The inputs and outputs of a table with their types. */
export function tableName({ id, node }: DocumentText, context: Context): TableName | undefined {
  const inputs = columnsOf(get(node, 'inputs'), `${id}.inputs`, isScalar, context);
  const outputs = columnsOf(get(node, 'outputs'), `${id}.outputs`, () => true, context);
  return inputs === undefined || outputs === undefined ? undefined : { inputs, outputs };
}

export const A_PLAIN_TYPE = { zh: '简单类型', en: 'a plain type' };

function columnsOf(
  node: Node | undefined,
  owner: string,
  accepts: (type: Type) => boolean,
  context: Context,
): ReadonlyMap<string, Type> | undefined {
  const types = new Map<string, Type>();
  for (const { key, value } of entriesOf(node)) {
    const type = bindType(value, `${owner}.${key}`, context);
    if (type === undefined) return undefined;
    if (type.kind === 'struct' || !accepts(type)) {
      context.report.add(
        'wrong-type-here',
        { ...said('expected', A_PLAIN_TYPE), ...typeParams(type, 'actual') },
        startOf(value),
      );
      return undefined;
    }
    types.set(key, type);
  }
  return types;
}

/** What the revisions of a table have between them; a column that only some have is given to all. */
export function mergeRevisions(revisions: readonly TableName[]): TableName {
  const merge = (columns: 'inputs' | 'outputs'): ReadonlyMap<string, Type> => {
    const merged = new Map<string, Type>();
    for (const revision of revisions)
      for (const [name, type] of revision[columns])
        merged.set(name, wider(merged.get(name) ?? type, type));
    return merged;
  };
  return { inputs: merge('inputs'), outputs: merge('outputs') };
}

/** An enum may gain values; what a literal may be is then any of them. */
function wider(a: Type, b: Type): Type {
  return a.kind === 'enum' && b.kind === 'enum' && a.name === b.name
    ? { ...a, values: new Map([...a.values, ...b.values]) }
    : a;
}

/** One revision of a table. */
export function bindTable(
  document: DocumentText,
  known: TableName,
  context: Context,
): Table | undefined {
  const { node } = document;
  // Reported when its columns were made known.
  const own = tableName(document, { ...context, report: new Report() });
  if (own === undefined || !sameTypes(document, own, known, context)) return undefined;
  const label = localizedOf(get(node, 'label'));
  const basis = bindBasis(get(node, 'basis'), context);
  const nodes = itemsOf(get(node, 'rows'));
  const rows = nodes.flatMap((row) => bindRow(row, own, known, context) ?? []);
  if (label === undefined || rows.length < nodes.length) return undefined;
  return {
    ...datedOf(document, context.pack),
    label,
    inputs: own.inputs,
    outputs: known.outputs,
    labels: labelsOf(node),
    rows,
    basis,
  };
}

/** A column means the same in every revision. */
function sameTypes(
  { node }: DocumentText,
  own: TableName,
  known: TableName,
  { report }: Context,
): boolean {
  return (['inputs', 'outputs'] as const).every((columns) =>
    [...own[columns]].every(([name, type]) => {
      const before = known[columns].get(name) ?? type;
      if (assignable(before, type)) return true;
      report.add(
        'wrong-type-here',
        { ...typeParams(before, 'expected'), ...typeParams(type, 'actual') },
        startOf(get(get(node, columns), name) ?? node),
      );
      return false;
    }),
  );
}

function labelsOf(node: Node): ReadonlyMap<string, Text> {
  const columns = [...entriesOf(get(node, 'inputs')), ...entriesOf(get(node, 'outputs'))];
  return new Map(
    columns.flatMap(({ key, value }) => {
      const label = localizedOf(get(value, 'label'));
      return label === undefined ? [] : [[key, label] as const];
    }),
  );
}

function bindRow(
  node: Node,
  { inputs, outputs }: TableName,
  known: TableName,
  context: Context,
): TableRow | undefined {
  const when = new Map<string, Cell>();
  const then = new Map<string, Value>();
  let sound = true;
  for (const entry of entriesOf(get(node, 'when'))) {
    const type = columnOf(entry, 'when', inputs, context);
    const cell = type === undefined ? undefined : bindCell(entry.value, type, context);
    if (cell === undefined) sound = false;
    else when.set(entry.key, cell);
  }
  for (const entry of entriesOf(get(node, 'then'))) {
    const type = columnOf(entry, 'then', outputs, context);
    const value = type === undefined ? undefined : readLiteral(entry.value, type, context);
    if (value === undefined) sound = false;
    else then.set(entry.key, value);
  }
  // The table knows that there is no such value; it is not a gap in the evidence.
  for (const name of known.outputs.keys()) if (!then.has(name)) then.set(name, NONE);
  const basis = bindBasis(get(node, 'basis'), context);
  return sound ? { when, then, basis, span: startOf(node) } : undefined;
}

function columnOf(
  { key, keySpan }: Entry,
  owner: string,
  columns: ReadonlyMap<string, Type>,
  { report }: Context,
): Type | undefined {
  const type = columns.get(key);
  if (type === undefined) {
    const known = [...columns.keys()];
    report.add(
      'unknown-key',
      { owner, key, nearest: nearestHint(key, known), known: known.join(', ') },
      keySpan,
    );
  }
  return type;
}

const BOUNDS = ['below', 'upTo', 'from', 'above'] as const;

function bindCell(node: Node, type: Type, context: Context): Cell | undefined {
  if (node.kind !== 'map') {
    const nodes = node.kind === 'list' ? node.items : [node];
    const values = nodes.map((item) => readLiteral(item, type, context));
    return values.includes(undefined) ? undefined : { kind: 'values', values };
  }
  if (!isOrdered(type)) {
    const expected = { zh: '数或日期的上下限', en: 'bounds of a number or date' };
    context.report.add(
      'wrong-type-here',
      { ...said('expected', expected), ...typeParams(type, 'actual') },
      startOf(node),
    );
    return undefined;
  }
  const bounds: Partial<Record<(typeof BOUNDS)[number], Value>> = {};
  for (const key of BOUNDS) {
    const bound = get(node, key);
    if (bound === undefined) continue;
    const value = readLiteral(bound, type, context);
    if (value === undefined) return undefined;
    bounds[key] = value;
  }
  return { kind: 'bounds', ...bounds };
}
