import type { RecordResult, Unavailable } from '@qingdan/core';

/** What only registers, books or parameters are wanting for, over all results of a run: each need once, with its items. */
export class UnavailableTally {
  readonly #byNeed = new Map<string, { label: Unavailable['label']; items: Set<string> }>();

  add({ unavailable }: RecordResult): void {
    for (const { name, missing } of unavailable) {
      for (const { needs, label, fact } of missing) {
        const key = needs ?? fact;
        const entry = this.#byNeed.get(key);
        if (entry === undefined) this.#byNeed.set(key, { label, items: new Set([name]) });
        else entry.items.add(name);
      }
    }
  }

  list(): readonly Unavailable[] {
    return [...this.#byNeed]
      .map(([needs, { label, items }]) => ({ needs, label, items: [...items].sort() }))
      .sort((a, b) => (a.needs < b.needs ? -1 : 1));
  }
}
