import {
  nearestHint,
  type RecordType,
  said,
  type StructType,
  type Text,
  type Type,
  typeParams,
  typeText,
} from '@qingdan/core';
import { wordText } from '../documents/words.js';
import { booleanOf, entriesOf, get, type MapNode, textOf } from '../read/node.js';
import { localizedOf } from '../read/read-values.js';
import { bindFields } from './bind-type.js';
import type { Declaration } from './collect.js';
import type { Context, Names } from './names.js';
import { idAt } from './references.js';

/** The kinds of records, with the fields that overlays add to them. */
export function bindRecords(names: Names, contextOf: (pack: string) => Context): void {
  for (const declaration of names.declarations('Record'))
    names.records.set(declaration.id, bindRecord(declaration, contextOf(declaration.pack)));
  for (const { pack, document } of names.overlays) {
    const record = document.kind === 'Record' ? names.records.get(document.id) : undefined;
    if (record !== undefined) addFields(record, document.node, contextOf(pack));
  }
}

/** Names that every record has beside its fields. */
export const IMPLICIT = new Set(['id', 'kind', 'none', 'extra']);

function bindRecord({ id, documents }: Declaration, context: Context): RecordType {
  const { node } = documents[0] as Declaration['documents'][number];
  for (const { key, keySpan } of entriesOf(get(node, 'fields'))) {
    if (IMPLICIT.has(key))
      context.report.add(
        'duplicate-id',
        { ...said('kind', wordText('field')), id: `${id}.${key}` },
        keySpan,
      );
  }
  const fields = bindFields(get(node, 'fields'), id, context);
  const slot = (key: string, expected: Text, accepts: (type: Type) => boolean) =>
    slotOf(node, key, fields, expected, accepts, context);
  const governingDate = slot(
    'governingDate',
    typeText({ kind: 'date' }),
    ({ kind }) => kind === 'date',
  );
  const approvals = slot(
    'approvals',
    { zh: '由一组字段构成的列表', en: 'list of structs' },
    (type) => type.kind === 'list' && type.items.kind === 'struct',
  );
  const decision = slot(
    'decision',
    { zh: '记录编号（ref）', en: 'ref' },
    ({ kind }) => kind === 'ref',
  );
  const holder = slot('holder', typeText({ kind: 'body' }), ({ kind }) => kind === 'body');
  const named = slot('case', typeText({ kind: 'text' }), ({ kind }) => kind === 'text');
  const keptBy = idAt(get(node, 'keptBy'), 'Role', context);
  return {
    id,
    label: localizedOf(get(node, 'label')) ?? { zh: id, en: id },
    fields,
    register: booleanOf(get(node, 'register')) ?? get(node, 'governingDate') === undefined,
    shared: booleanOf(get(node, 'shared')) ?? false,
    ...(governingDate === undefined ? {} : { governingDate }),
    ...(approvals === undefined ? {} : { approvals }),
    ...(decision === undefined ? {} : { decision }),
    ...(holder === undefined ? {} : { holder }),
    ...(named === undefined ? {} : { case: named }),
    ...(keptBy === undefined ? {} : { keptBy }),
  };
}

/** The slot of the field that a key names. */
function slotOf(
  node: MapNode,
  key: string,
  fields: StructType,
  expected: Text,
  accepts: (type: Type) => boolean,
  { names, report }: Context,
): number | undefined {
  const named = get(node, key);
  const name = textOf(named);
  if (named === undefined || name === undefined || names.isBroken(fields, name)) return undefined;
  const field = fields.field(name);
  if (field === undefined) {
    const known = fields.names();
    report.add(
      'unknown-fact',
      {
        owner: textOf(get(node, 'id')) ?? '',
        fact: name,
        nearest: nearestHint(name, known),
        known: known.join(', '),
      },
      named.span,
    );
    return undefined;
  }
  if (accepts(field.type)) return fields.slotOf(name);
  report.add(
    'wrong-type-here',
    { ...said('expected', expected), ...typeParams(field.type, 'actual') },
    named.span,
  );
  return undefined;
}

function addFields(record: RecordType, node: MapNode, context: Context): void {
  const added = bindFields(get(node, 'fields'), record.id, context);
  for (const { key, keySpan } of entriesOf(get(node, 'fields'))) {
    const field = added.field(key);
    if (IMPLICIT.has(key) || record.fields.slotOf(key) !== undefined) {
      context.report.add(
        'duplicate-id',
        { ...said('kind', wordText('field')), id: `${record.id}.${key}` },
        keySpan,
      );
    } else if (field !== undefined) record.fields.add(field);
    else context.names.markBroken(record.fields, key);
  }
}
