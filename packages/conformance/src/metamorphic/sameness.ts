import type { Condition, Item, Policy, RecordNode, Value } from '@qingdan/core';
import type { Case } from '../random/case.js';

/** The same case written in another order: records, books, items, clauses, rows, approvers of bodies. */
export function reordered(one: Case): Case {
  const { policy, world } = one;
  const backwards = <T>(list: readonly T[]): T[] => [...list].reverse();
  const map = <T>(entries: ReadonlyMap<string, T>): Map<string, T> =>
    new Map(backwards([...entries]));
  return {
    ...one,
    world: { ...world, records: backwards(world.records), books: backwards(world.books) },
    policy: {
      ...policy,
      records: map(policy.records),
      parameters: map(policy.parameters),
      tables: new Map(
        [...map(policy.tables)].map(([id, revisions]) => [
          id,
          revisions.map((table) => ({ ...table, rows: backwards(table.rows) })),
        ]),
      ),
      definitions: map(policy.definitions),
      conditions: map(policy.conditions),
      roles: map(policy.roles),
      items: backwards(policy.items).map((revisions) => revisions.map(reorderedItem)),
    },
  };
}

function reorderedItem(item: Item): Item {
  switch (item.kind) {
    case 'Prohibition':
      return { ...item, violatedWhen: flipped(item.violatedWhen), also: [...item.also].reverse() };
    case 'Power':
      return {
        ...item,
        authority: [...item.authority].reverse(),
        holders: [...item.holders].reverse(),
      };
    case 'Responsibility':
      return { ...item, fulfilledWhen: flipped(item.fulfilledWhen) };
  }
}

function flipped(condition: Condition): Condition {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return { ...condition, of: condition.of.map(flipped).reverse() };
    case 'not':
      return { ...condition, of: flipped(condition.of) };
    case 'quantified': {
      const { source } = condition;
      return source.where === undefined
        ? condition
        : { ...condition, source: { ...source, where: flipped(source.where) } };
    }
    default:
      return condition;
  }
}

/** The same case with other ids for records of which the policy names none: M1 becomes xM1 wherever it stands. */
export function renamed(one: Case): Case {
  const ids = new Set(
    [...one.world.records, one.record]
      .filter(({ record }) => RENAMED.has(record.id))
      .map(({ id }) => id),
  );
  const value = (each: Value): Value => {
    if (typeof each === 'string') return ids.has(each) ? `x${each}` : each;
    return each;
  };
  const rename = (record: RecordNode): RecordNode => ({
    ...record,
    id: value(record.id) as string,
    fields: { ...record.fields, values: record.fields.values.map(value) },
  });
  return {
    ...one,
    record: rename(one.record),
    world: { ...one.world, records: one.world.records.map(rename) },
  };
}

const RENAMED: ReadonlySet<string> = new Set(['contract', 'officer', 'kinship']);

/** The same policy with other ids for its items and aliases; the n-th item stays the n-th. */
export function renamedPolicy(policy: Policy): Policy {
  const rename = (condition: Condition): Condition => {
    if (condition.kind !== 'quantified') return condition;
    const { source } = condition;
    return {
      ...condition,
      source: { ...source, alias: { ...source.alias, name: `y${source.alias.name}` } },
    };
  };
  return {
    ...policy,
    items: policy.items.map((revisions) =>
      revisions.map((item): Item => {
        const id = `z.${item.id}`;
        switch (item.kind) {
          case 'Prohibition':
            return { ...item, id, violatedWhen: rename(item.violatedWhen) };
          case 'Power':
            return { ...item, id };
          case 'Responsibility':
            return { ...item, id, power: `z.${item.power}` };
        }
      }),
    ),
  };
}
