import {
  type Definition,
  type NamedCondition,
  said,
  type Type,
  typeParams,
  typeText,
} from '@qingdan/core';
import { wordText } from '../documents/words.js';
import { get, has, textOf, startOf } from '../read/node.js';
import type { DocumentText } from '../read/read-pack.js';
import { localizedOf } from '../read/read-values.js';
import { bindBasis } from './bind-basis.js';
import { bindCondition } from './bind-condition.js';
import { bindOperand } from './bind-operand.js';
import { A_PLAIN_TYPE } from './bind-table.js';
import { bindType } from './bind-type.js';
import { assignable } from './comparable.js';
import { datedOf } from './dated.js';
import type { Declaration } from './collect.js';
import { type Context, type DefinitionName, refer } from './names.js';
import { scopeOf } from './scope.js';

/** Makes a derived fact known as one of its record, so that paths may name it. */
export function nameDefinition({ id, pack, documents }: Declaration, context: Context): void {
  const { names, report } = context;
  const [document] = documents as [DocumentText];
  const recordNode = get(document.node, 'record');
  const record = textOf(recordNode);
  const factNode = get(document.node, 'fact');
  const fact = textOf(factNode);
  if (recordNode === undefined || record === undefined || factNode === undefined) return;
  if (refer('Record', record, recordNode.span, context) === undefined || fact === undefined) return;
  const fields = names.records.get(record)?.fields;
  const ofRecord = names.definitions.get(record) ?? new Map<string, DefinitionName>();
  names.definitions.set(record, ofRecord);
  if (ofRecord.has(fact) || fields?.slotOf(fact) !== undefined) {
    report.add(
      'duplicate-id',
      { ...said('kind', wordText('fact')), id: `${record}.${fact}` },
      factNode.span,
    );
    return;
  }
  const type = bindType(document.node, `${record}.${fact}`, context);
  if (type === undefined || type.kind === 'struct') {
    if (type !== undefined)
      report.add(
        'wrong-type-here',
        { ...said('expected', A_PLAIN_TYPE), ...typeParams(type, 'actual') },
        startOf(document.node),
      );
    if (fields !== undefined) names.markBroken(fields, fact);
    return;
  }
  ofRecord.set(fact, { id, pack, type });
}

export function bindDefinition(
  document: DocumentText,
  context: Context,
  declaration: Declaration,
): Definition | undefined {
  const { node } = document;
  const [first] = declaration.documents as [DocumentText];
  const record = textOf(get(first.node, 'record'));
  const fact = textOf(get(first.node, 'fact'));
  const known =
    record === undefined || fact === undefined
      ? undefined
      : context.names.definitions.get(record)?.get(fact);
  if (record === undefined || fact === undefined || known?.id !== document.id) return undefined;
  const label = localizedOf(get(node, 'label'));
  const basis = bindBasis(get(node, 'basis'), context);
  const is = bodyOf(document, record, known.type, context);
  if (!sameHead(document, first, context) || label === undefined || is === undefined)
    return undefined;
  return { ...datedOf(document, context.pack), record, fact, type: known.type, label, basis, is };
}

/** Every revision speaks of the same fact, of the same type. */
function sameHead(document: DocumentText, first: DocumentText, { report }: Context): boolean {
  return ['record', 'fact', 'type'].every((key) => {
    const here = get(document.node, key);
    const expected = textOf(get(first.node, key));
    const actual = textOf(here);
    if (here === undefined || expected === undefined || actual === expected) return true;
    report.add(
      'wrong-type-here',
      {
        ...said('expected', {
          zh: `与首个版本相同的 \`${expected}\``,
          en: `\`${expected}\`, as in the first revision`,
        }),
        actual: `\`${actual ?? ''}\``,
      },
      here.span,
    );
    return false;
  });
}

function bodyOf(
  { node }: DocumentText,
  record: string,
  type: Type,
  context: Context,
): Definition['is'] | undefined {
  const scope = scopeOf(record);
  const when = get(node, 'when');
  if (when !== undefined) {
    const condition = bindCondition(when, scope, context);
    if (type.kind !== 'boolean')
      context.report.add(
        'wrong-type-here',
        {
          ...said('expected', {
            zh: '是否值（boolean）类型，才能写 `when`',
            en: 'boolean beside `when`',
          }),
          ...typeParams(type, 'actual'),
        },
        startOf(when),
      );
    return condition === undefined || type.kind !== 'boolean' || has(node, 'value')
      ? undefined
      : { kind: 'condition', condition };
  }
  const value = bindOperand(
    get(node, 'value'),
    {
      name: typeText(type),
      accepts: (actual) => assignable(type, actual),
      literal: type,
      facts: false,
    },
    scope,
    context,
  );
  return value === undefined ? undefined : { kind: 'value', value };
}

export function bindNamedCondition(
  document: DocumentText,
  context: Context,
): NamedCondition | undefined {
  const { node, id } = document;
  const record = context.names.conditions.get(id);
  const body = get(node, 'is');
  if (record === undefined || body === undefined) return undefined;
  const is = bindCondition(body, scopeOf(record), context);
  bindBasis(get(node, 'basis'), context);
  const label = localizedOf(get(node, 'label'));
  if (is === undefined) return undefined;
  return {
    ...datedOf(document, context.pack),
    record,
    is,
    ...(label === undefined ? {} : { label }),
  };
}
