import { codeOf, type Diagnostic, diagnostic, type Severity, severityOf } from '@qingdan/core';

/** So many of one kind in one place are told; the rest are counted, for nobody reads them. */
const MOST = 100;

/** How those are counted that are not told: as grave as they are themselves. */
const MORE = {
  error: 'more-faults',
  warning: 'more-warnings',
  info: 'more-notes',
} as const satisfies Record<Severity, Diagnostic['name']>;
const COUNTING: ReadonlySet<Diagnostic['name']> = new Set(Object.values(MORE));

/** Collects what is wrong with a file, within bounds: what is not told is counted. */
export class FaultLog {
  readonly file: string;
  readonly #told = new Map<string, number>();
  readonly #words = new Set<string>();
  readonly #untold = new Map<string, { name: Diagnostic['name']; count: number }>();
  #fresh: Diagnostic[] = [];

  constructor(file: string) {
    this.file = file;
  }

  /**
   * Counts a fault and says whether it is to be told.
   *
   * @param place a column, or a field; there must not be more of these than a schema or a header has.
   * @param what is told once a place: one word that nothing reads, however often it stands there.
   */
  admits(item: Diagnostic, place: number | string = -1, what?: string): boolean {
    const { name, params } = item;
    if (COUNTING.has(name)) {
      this.#leave(params.code ?? '', name, Number(params.count));
      return false;
    }
    const key = `${name} ${place}`;
    const once = what === undefined ? undefined : `${key} ${what}`;
    const told = this.#told.get(key) ?? 0;
    if (told >= MOST || (once !== undefined && this.#words.has(once))) {
      this.#leave(codeOf(item), MORE[severityOf(item)], 1);
      return false;
    }
    if (once !== undefined) this.#words.add(once);
    this.#told.set(key, told + 1);
    return true;
  }

  /** Keeps a fault that is to be told until it is asked for. */
  add(item: Diagnostic, place?: number | string, what?: string): void {
    if (this.admits(item, place, what)) this.keep(item);
  }

  /** Keeps one that was admitted, now that it has its place. */
  keep(item: Diagnostic): void {
    this.#fresh.push(item);
  }

  /** What was added since it was last asked. */
  take(): readonly Diagnostic[] {
    const fresh = this.#fresh;
    this.#fresh = [];
    return fresh;
  }

  /** How many were not told, by code. */
  rest(): readonly Diagnostic[] {
    return [...this.#untold].map(([code, { name, count }]) =>
      diagnostic(name, { code, count: String(count) }, undefined, { file: this.file }),
    );
  }

  #leave(code: string, name: Diagnostic['name'], count: number): void {
    const before = this.#untold.get(code)?.count ?? 0;
    this.#untold.set(code, { name, count: before + count });
  }
}
