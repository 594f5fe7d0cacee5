import type { Policy, RecordResult, RecordType, Unavailable } from '@qingdan/core';
import { isUnavailable, nameOf } from '@qingdan/engine';

/** What only registers, books or parameters are wanting for, over all results of a run: each need once, with its items. */
export class UnavailableTally {
  readonly #byNeed = new Map<string, { label: Unavailable['label']; items: Set<string> }>();

  add({ findings, policy }: RecordResult): void {
    for (const finding of findings) {
      if (!isUnavailable(finding)) continue;
      for (const { needs, label, fact } of finding.missing) {
        const key = needs ?? fact;
        const entry = this.#byNeed.get(key);
        if (entry === undefined)
          this.#byNeed.set(key, {
            label: kindNeeded(key, policy)?.label ?? label,
            items: new Set([nameOf(finding)]),
          });
        else entry.items.add(nameOf(finding));
      }
    }
  }

  list(): readonly Unavailable[] {
    return [...this.#byNeed]
      .map(([needs, { label, items }]) => ({ needs, label, items: [...items].sort() }))
      .sort((a, b) => (a.needs < b.needs ? -1 : 1));
  }
}

/** The kind of record of `books meeting` or `register officer`, whatever part of it was asked for. */
function kindNeeded(needs: string, { records }: Policy): RecordType | undefined {
  const [, kind] = /^(?:books|register) (.+)$/.exec(needs) ?? [];
  return kind === undefined ? undefined : records.get(kind);
}

/** A result without what is counted once for the run, and not shown with each record. */
export function withoutUnavailable(result: RecordResult): RecordResult {
  return { ...result, findings: result.findings.filter((finding) => !isUnavailable(finding)) };
}
