import type { Item, Policy, RecordNode, Value } from '@qingdan/core';
import type { Case } from './case.js';
import { replaced, without } from './lists.js';
import { smallerConditions, smallerExpressions } from './smaller-conditions.js';

/** Cases with a little less in them, the greatest cuts first. */
export function* smallerCases(whole: Case): Generator<Case> {
  for (const before of without(whole.before)) yield { ...whole, before };
  for (const policy of smallerPolicies(whole.policy)) yield { ...whole, policy };
  const { world } = whole;
  for (const records of without(world.records)) yield { ...whole, world: { ...world, records } };
  for (const books of without(world.books)) yield { ...whole, world: { ...world, books } };
  for (const record of smallerRecords(whole.record)) yield { ...whole, record };
  for (const [index, record] of world.records.entries()) {
    for (const smaller of smallerRecords(record))
      yield { ...whole, world: { ...world, records: replaced(world.records, index, smaller) } };
  }
}

function* smallerPolicies(policy: Policy): Generator<Policy> {
  for (const items of without(policy.items)) yield { ...policy, items };
  for (const key of ['parameters', 'tables', 'definitions', 'conditions'] as const) {
    for (const rest of without([...policy[key]] as [string, never][]))
      yield { ...policy, [key]: new Map(rest) };
  }
  if (policy.coversFrom !== undefined) yield { ...policy, coversFrom: undefined };
  for (const [index, revisions] of policy.items.entries()) {
    const put = (smaller: readonly Item[]) => ({
      ...policy,
      items: replaced(policy.items, index, smaller),
    });
    if (revisions.length > 1) for (const fewer of without(revisions)) yield put(fewer);
    for (const [at, item] of revisions.entries())
      for (const smaller of smallerItems(item)) yield put(replaced(revisions, at, smaller));
  }
  for (const [id, revisions] of policy.definitions) {
    for (const [at, definition] of revisions.entries()) {
      const { is } = definition;
      const smaller =
        is.kind === 'condition'
          ? smallerConditions(is.condition).map((condition) => ({ kind: is.kind, condition }))
          : smallerExpressions(is.value).map((value) => ({ kind: is.kind, value }));
      for (const each of smaller) {
        const changed = replaced(revisions, at, { ...definition, is: each });
        yield { ...policy, definitions: new Map(policy.definitions).set(id, changed) };
      }
    }
  }
  for (const [id, revisions] of policy.conditions) {
    for (const [at, named] of revisions.entries())
      for (const is of smallerConditions(named.is))
        yield {
          ...policy,
          conditions: new Map(policy.conditions).set(id, replaced(revisions, at, { ...named, is })),
        };
  }
}

function* smallerItems(item: Item): Generator<Item> {
  switch (item.kind) {
    case 'Prohibition': {
      const { appliesWhen, ...bare } = item;
      if (appliesWhen !== undefined) {
        yield bare;
        for (const smaller of smallerConditions(appliesWhen))
          yield { ...item, appliesWhen: smaller };
      }
      for (const also of without(item.also)) yield { ...item, also };
      for (const { condition } of item.also) yield { ...item, violatedWhen: condition, also: [] };
      for (const violatedWhen of smallerConditions(item.violatedWhen))
        yield { ...item, violatedWhen };
      return;
    }
    case 'Power': {
      const { governs } = item;
      if (governs.when !== undefined) {
        yield { ...item, governs: { record: governs.record } };
        for (const when of smallerConditions(governs.when))
          yield { ...item, governs: { ...governs, when } };
      }
      for (const authority of without(item.authority)) yield { ...item, authority };
      for (const [at, row] of item.authority.entries()) {
        for (const approvedBy of without(row.approvedBy))
          yield { ...item, authority: replaced(item.authority, at, { ...row, approvedBy }) };
        for (const bodies of without(row.bodies))
          yield { ...item, authority: replaced(item.authority, at, { ...row, bodies }) };
      }
      return;
    }
    case 'Responsibility': {
      const { appliesWhen, due, ...bare } = item;
      if (appliesWhen !== undefined) yield due === undefined ? bare : { ...bare, due };
      if (due !== undefined) yield appliesWhen === undefined ? bare : { ...bare, appliesWhen };
      for (const fulfilledWhen of smallerConditions(item.fulfilledWhen))
        yield { ...item, fulfilledWhen };
    }
  }
}

function* smallerRecords(record: RecordNode): Generator<RecordNode> {
  const { values } = record.fields;
  const put = (smaller: readonly Value[]): RecordNode => ({
    ...record,
    fields: { ...record.fields, values: smaller },
  });
  for (const [slot, value] of values.entries()) {
    if (value !== undefined) yield put(replaced(values, slot, undefined));
    if (Array.isArray(value))
      for (const list of without(value as readonly Value[]))
        yield put(replaced(values, slot, list));
  }
}
