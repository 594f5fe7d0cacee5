import { type AppliesTo, PERIOD_UNITS, type Prohibition } from '@qingdan/core';
import { get, type Node, textOf } from '../read/node.js';
import type { DocumentText } from '../read/read-pack.js';
import { choiceOf } from '../read/read-values.js';
import { bindCondition } from './bind-condition.js';
import { itemBaseOf } from './dated.js';
import { type Context, refer } from './names.js';
import { organisationPeriod } from './organisation-period.js';
import { idsAt } from './references.js';
import { scopeOf } from './scope.js';

export function bindProhibition(document: DocumentText, context: Context): Prohibition | undefined {
  const { node } = document;
  const base = itemBaseOf(document, 'serious', context);
  const accountable = idsAt(get(node, 'accountable'), 'Role', context);
  const appliesTo = bindAppliesTo(get(node, 'appliesTo'), context);
  if (appliesTo === undefined) return undefined;
  const scope = scopeOf(appliesTo.record);
  const when = get(node, 'appliesWhen');
  const appliesWhen = when === undefined ? undefined : bindCondition(when, scope, context);
  const violated = get(node, 'violatedWhen');
  const violatedWhen =
    violated === undefined ? undefined : bindCondition(violated, scope, context, 'root');
  if (base === undefined || violatedWhen === undefined) return undefined;
  if (when !== undefined && appliesWhen === undefined) return undefined;
  return {
    kind: 'Prohibition',
    ...base,
    appliesTo,
    violatedWhen,
    also: [],
    accountable,
    ...(appliesWhen === undefined ? {} : { appliesWhen }),
  };
}

/** What an item judges, where its record kind is known. */
export function bindAppliesTo(node: Node | undefined, context: Context): AppliesTo | undefined {
  const record = textOf(node);
  if (node === undefined) return undefined;
  if (record !== undefined) {
    const found = refer('Record', record, node.span, context);
    return found === undefined || !context.names.records.has(record)
      ? undefined
      : { kind: 'records', record };
  }
  const per = choiceOf(get(node, 'per'), PERIOD_UNITS);
  if (per === undefined) return undefined;
  const type = organisationPeriod(per);
  if (!context.names.records.has(type.id)) context.names.records.set(type.id, type);
  return { kind: 'periods', per, record: type.id };
}
