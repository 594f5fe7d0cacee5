import type { Item, Policy, RecordType } from '@qingdan/core';

/** The kind of record that an item is about. */
export function kindOf(item: Item, policy: Policy): RecordType | undefined {
  switch (item.kind) {
    case 'Prohibition':
      return policy.records.get(item.appliesTo.record);
    case 'Power':
      return policy.records.get(item.governs.record);
    case 'Responsibility': {
      const power = policy.items
        .map(([first]) => first)
        .find((other) => other?.kind === 'Power' && other.id === item.power);
      return power?.kind === 'Power' ? policy.records.get(power.governs.record) : undefined;
    }
  }
}
