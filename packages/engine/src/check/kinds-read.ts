import {
  type Condition,
  type Item,
  type Policy,
  type TreeVisitor,
  walkCondition,
  walkExpression,
} from '@qingdan/core';

/** Every kind of record that an item looks through, in derived facts and named conditions too. */
export function kindsRead(item: Item, policy: Policy): ReadonlySet<string> {
  const kinds = new Set<string>();
  const seen = new Set<string>();
  const isNew = (name: string): boolean => !seen.has(name) && seen.add(name).has(name);
  const visitor: TreeVisitor = {
    source: (source) => {
      if (source.in.kind !== 'list') kinds.add(source.in.record);
    },
    condition: (condition) => {
      if (condition.kind !== 'named' || !isNew(`condition ${condition.name}`)) return;
      for (const { is } of policy.conditions.get(condition.name) ?? []) walkCondition(is, visitor);
    },
    steps: (steps) => {
      for (const step of steps) {
        if (step.kind !== 'definition' || !isNew(`definition ${step.id}`)) continue;
        for (const { is } of policy.definitions.get(step.id) ?? []) {
          if (is.kind === 'condition') walkCondition(is.condition, visitor);
          else walkExpression(is.value, visitor);
        }
      }
    },
  };
  for (const condition of conditionsOf(item)) walkCondition(condition, visitor);
  return kinds;
}

function conditionsOf(item: Item): readonly Condition[] {
  switch (item.kind) {
    case 'Prohibition': {
      const applies = item.appliesWhen === undefined ? [] : [item.appliesWhen];
      return [...applies, item.violatedWhen, ...item.also.map(({ condition }) => condition)];
    }
    case 'Responsibility':
      return [item.fulfilledWhen];
    case 'Power':
      return [];
  }
}
