import {
  nameOfType,
  OPENED_ON,
  type RecordType,
  said,
  StructType,
  type Type,
  typeParams,
  typeText,
} from '@qingdan/core';
import { wordText } from '../../documents/words.js';
import { entriesOf, get } from '../../read/node.js';
import type { DocumentText } from '../../read/read-pack.js';
import { localizedOf } from '../../read/read-values.js';
import { IMPLICIT } from '../bind-records.js';
import { bindFields } from '../bind-type.js';
import type { Declaration } from '../collect.js';
import type { Context } from '../names.js';

/**
 * Makes the cases of a procedure a kind of record, by the id of the procedure: what events say of the case are its
 * fields. A later revision may add some; one that several revisions have keeps its type.
 */
export function bindCase({ id, documents }: Declaration, context: Context): void {
  const { names, report } = context;
  const [first] = documents as [DocumentText];
  if (names.records.has(id)) {
    report.add('duplicate-id', { ...said('kind', wordText('record kind')), id }, first.span);
    return;
  }
  const fields = new StructType();
  fields.add({
    name: OPENED_ON,
    label: { zh: '立案日期', en: 'day it was opened' },
    type: { kind: 'date' },
    privacy: 'public',
  });
  for (const { node } of documents) addFields(fields, get(node, 'data'), id, context);
  const record: RecordType = {
    id,
    label: localizedOf(get(first.node, 'title')) ?? { zh: id, en: id },
    fields,
    governingDate: 0,
    register: false,
    shared: false,
  };
  names.records.set(id, record);
}

function addFields(
  fields: StructType,
  node: ReturnType<typeof get>,
  id: string,
  context: Context,
): void {
  const own = bindFields(node, id, context);
  for (const { key, keySpan } of entriesOf(node)) {
    const field = own.field(key);
    const known = fields.field(key);
    if (IMPLICIT.has(key) || key === OPENED_ON) {
      const params = { ...said('kind', wordText('field')), id: `${id}.${key}` };
      context.report.add('duplicate-id', params, keySpan);
    } else if (field === undefined) context.names.markBroken(fields, key);
    else if (known === undefined) fields.add(field);
    else if (!isSame(known.type, field.type)) {
      const { zh, en } = typeText(known.type);
      context.report.add(
        'wrong-type-here',
        {
          ...said('expected', {
            zh: `与首个版本相同的${zh}`,
            en: `${en}, as in the first revision`,
          }),
          ...typeParams(field.type, 'actual'),
        },
        keySpan,
      );
    }
  }
}

function isSame(a: Type, b: Type): boolean {
  const values = (type: Type): string =>
    type.kind === 'enum' ? [...type.values.keys()].join(' ') : '';
  return nameOfType(a) === nameOfType(b) && values(a) === values(b);
}
