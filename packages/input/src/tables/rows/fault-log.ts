import { codeOf, type Diagnostic, diagnostic } from '@qingdan/core';

/** So many of one kind in one column are told; the rest are counted, for nobody reads them. */
const MOST = 100;

/** Collects what is wrong with a table, within bounds. */
export class FaultLog {
  readonly #file: string;
  readonly #counts = new Map<string, { name: Diagnostic['name']; count: number; told: number }>();
  readonly #told = new Set<string>();
  #fresh: Diagnostic[] = [];

  constructor(file: string) {
    this.#file = file;
  }

  /** @param what is told once a column: one word that nothing reads, however often it stands there. */
  add(item: Diagnostic, column: number | string = -1, what?: string): void {
    const key = `${item.name} ${column}`;
    const seen = this.#counts.get(key) ?? { name: item.name, count: 0, told: 0 };
    seen.count += 1;
    this.#counts.set(key, seen);
    const once = what === undefined ? undefined : `${key} ${what}`;
    if (seen.told >= MOST || (once !== undefined && this.#told.has(once))) return;
    if (once !== undefined) this.#told.add(once);
    seen.told += 1;
    this.#fresh.push(item);
  }

  /** What was added since it was last asked. */
  take(): readonly Diagnostic[] {
    const fresh = this.#fresh;
    this.#fresh = [];
    return fresh;
  }

  /** How many were not told. */
  rest(): readonly Diagnostic[] {
    const counts = new Map<Diagnostic['name'], number>();
    for (const { name, count, told } of this.#counts.values()) {
      if (count > told) counts.set(name, (counts.get(name) ?? 0) + count - told);
    }
    return [...counts].map(([name, count]) => {
      const params = { code: codeOf(diagnostic(name, {})), count: String(count) };
      return diagnostic('more-faults', params, undefined, { file: this.#file });
    });
  }
}
