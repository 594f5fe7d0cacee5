import type { Condition, Expression, Item, Policy, RecordSource, Window } from '@qingdan/core';

/** The ids of the parameters an item reads, named conditions included; sorted. */
export function usedParameters(item: Item, policy: Policy): string[] {
  const reader = new Reader(policy);
  switch (item.kind) {
    case 'Prohibition':
      reader.condition(item.appliesWhen);
      reader.condition(item.violatedWhen);
      for (const { condition } of item.also) reader.condition(condition);
      break;
    case 'Power':
      reader.condition(item.governs.when);
      reader.values(item.measure, item.matter, item.disclosure?.within?.within);
      for (const { below, upTo, from, above, when } of item.authority) {
        reader.values(below, upTo, from, above);
        reader.condition(when);
      }
      break;
    case 'Responsibility':
      reader.condition(item.appliesWhen);
      reader.condition(item.fulfilledWhen);
      reader.values(item.due?.within);
  }
  return [...reader.found].sort();
}

class Reader {
  readonly found = new Set<string>();
  readonly #named = new Set<string>();
  readonly #policy: Policy;

  constructor(policy: Policy) {
    this.#policy = policy;
  }

  condition(tree: Condition | undefined): void {
    if (tree === undefined) return;
    switch (tree.kind) {
      case 'all':
      case 'any':
        for (const part of tree.of) this.condition(part);
        break;
      case 'not':
        this.condition(tree.of);
        break;
      case 'named':
        if (this.#named.has(tree.name)) break;
        this.#named.add(tree.name);
        for (const { is } of this.#policy.conditions.get(tree.name) ?? []) this.condition(is);
        break;
      case 'compare':
        this.values(tree.left, tree.right);
        break;
      case 'quantified':
        this.source(tree.source);
        break;
      case 'kin':
        this.values(tree.of, tree.with);
        break;
      case 'path':
        this.values(tree.from, tree.to);
        for (const link of tree.through) if (link.kind === 'record') this.source(link.source);
        break;
      case 'outlier':
        this.values(tree.value, tree.above);
        this.source(tree.source);
    }
  }

  values(...trees: readonly (Expression | undefined)[]): void {
    for (const tree of trees) if (tree !== undefined) this.#value(tree);
  }

  #value(tree: Expression): void {
    switch (tree.kind) {
      case 'literal':
      case 'fact':
        break;
      case 'parameter':
        this.found.add(tree.id);
        break;
      case 'table':
        this.values(...tree.inputs.values());
        break;
      case 'aggregate':
      case 'lookup':
        this.source(tree.source);
        break;
      case 'arithmetic':
        this.values(tree.left, tree.right);
        break;
      case 'elapsed':
        this.values(tree.from, tree.to);
        break;
      case 'shift':
        this.values(tree.date, tree.by);
        break;
      case 'part':
        this.values(tree.of);
        break;
      case 'without':
        this.values(tree.list, tree.removed);
    }
  }

  source({ where, within }: RecordSource): void {
    this.condition(where);
    if (within !== undefined) this.#window(within);
  }

  #window(window: Window): void {
    switch (window.kind) {
      case 'length':
        this.values(window.length, window.anchor);
        break;
      case 'same':
        this.values(window.anchor, window.until);
        break;
      case 'overlaps':
        this.values(window.period);
    }
  }
}
