import type { Policy, RecordResult, RecordType, Unavailable } from '@qingdan/core';

/** What only registers, books or parameters are wanting for, over all results of a run: each need once, with its items. */
export class UnavailableTally {
  readonly #byNeed = new Map<string, { label: Unavailable['label']; items: Set<string> }>();

  add({ unavailable, policy }: RecordResult): void {
    for (const { name, missing } of unavailable) {
      for (const { needs, label, fact } of missing) {
        const key = needs ?? fact;
        const entry = this.#byNeed.get(key);
        if (entry === undefined)
          this.#byNeed.set(key, {
            label: kindNeeded(key, policy)?.label ?? label,
            items: new Set([name]),
          });
        else entry.items.add(name);
      }
    }
  }

  list(): readonly Unavailable[] {
    if (this.#byNeed.size === 0) return NOTHING;
    return [...this.#byNeed]
      .map(([needs, { label, items }]) => ({ needs, label, items: [...items].sort() }))
      .sort((a, b) => (a.needs < b.needs ? -1 : 1));
  }
}

const NOTHING: readonly Unavailable[] = Object.freeze([]);

/** The kind of record of `books meeting` or `register officer`, whatever part of it was asked for. */
function kindNeeded(needs: string, { records }: Policy): RecordType | undefined {
  const [, kind] = /^(?:books|register) (.+)$/.exec(needs) ?? [];
  return kind === undefined ? undefined : records.get(kind);
}
