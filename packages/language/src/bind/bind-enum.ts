import { said, type Span, type Text, type Type } from '@qingdan/core';
import { wordText } from '../documents/words.js';
import { entriesOf, get, type Node, textOf, startOf } from '../read/node.js';
import { Report } from '../report.js';
import { localizedOf } from '../read/read-values.js';
import type { Context } from './names.js';

/**
 * The enum that `values: meeting.matter` refers to: that of a field of a record, followed through lists and structs and
 * through fields that themselves refer to another one. It is found in the documents, so that records may refer to each
 * other in any order.
 */
export function enumAt(
  path: string,
  span: Span,
  context: Context,
  via: readonly string[] = [],
): Type | undefined {
  if (via.includes(path)) {
    context.report.add('cyclic-definition', { cycle: [...via, path].join(' → ') }, span);
    return undefined;
  }
  const field = fieldAt(path, context);
  const values = field === undefined ? undefined : valuesOf(field);
  if (values === undefined) {
    context.report.add(
      'unknown-reference',
      { ...said('kind', wordText('enum')), id: path, nearest: '' },
      span,
    );
    return undefined;
  }
  const further = textOf(values);
  if (further !== undefined) return enumAt(further, span, context, [...via, path]);
  // What is wrong with the values is reported where they stand.
  const labelled = labelledValues(values, new Report());
  return labelled === undefined ? undefined : { kind: 'enum', name: path, values: labelled };
}

function fieldAt(path: string, { names, pack }: Context): Node | undefined {
  const [kind = '', ...steps] = path.split('.');
  const declaration = names.declaration('Record', kind);
  if (declaration === undefined || !names.sees(pack, declaration.pack)) return undefined;
  const added = names.overlays
    .filter(({ document }) => document.kind === 'Record' && document.id === kind)
    .filter((overlay) => names.sees(pack, overlay.pack))
    .map(({ document }) => document);
  for (const { node } of [...declaration.documents, ...added]) {
    let at: Node | undefined = node;
    for (const step of steps) {
      const inside: Node | undefined = get(at, 'fields') ?? get(get(at, 'items'), 'fields');
      at = entriesOf(inside).find(({ key }) => key === step)?.value;
    }
    if (at !== undefined && at !== node) return at;
  }
  return undefined;
}

function valuesOf(field: Node): Node | undefined {
  return get(field, 'values') ?? get(get(field, 'items'), 'values');
}

/** The values of an enum with their labels; undefined where there is none. */
export function labelledValues(node: Node, report: Report): ReadonlyMap<string, Text> | undefined {
  const values = new Map<string, Text>();
  for (const { key, value } of entriesOf(node)) {
    const label = localizedOf(value);
    if (label !== undefined) values.set(key.normalize('NFC'), label);
  }
  if (values.size > 0) return values;
  report.add(
    'wrong-shape',
    {
      ...said('expected', { zh: '带名称的选项值', en: 'values with labels' }),
      ...said('actual', { zh: '空', en: 'none' }),
    },
    startOf(node),
  );
  return undefined;
}
