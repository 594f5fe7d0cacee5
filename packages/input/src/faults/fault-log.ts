import {
  codeOf,
  type Diagnostic,
  diagnostic,
  said,
  type Severity,
  severityOf,
} from '@qingdan/core';

/** So many of one kind in one place are told; the rest are counted, for nobody reads them. */
const MOST = 100;

/** So many more values than records may be none; then it is no file of records, and reading on is waiting for nothing. */
const MOST_IN_VAIN = 10_000;

/** How those are counted that are not told: as grave as they are themselves. */
const MORE = {
  error: 'more-faults',
  warning: 'more-warnings',
  info: 'more-notes',
} as const satisfies Record<Severity, Diagnostic['name']>;
const IN_VAIN = said('reason', {
  zh: `至此读不出的比读得出的多 ${MOST_IN_VAIN} 处`,
  en: `so far ${MOST_IN_VAIN} more could not be used than could`,
});
const COUNTING: ReadonlySet<Diagnostic['name']> = new Set(Object.values(MORE));

/** Collects what is wrong with a file, within bounds: what is not told is counted. */
export class FaultLog {
  readonly file: string;
  readonly #told = new Map<string, number>();
  readonly #words = new Set<string>();
  readonly #untold = new Map<string, { name: Diagnostic['name']; count: number }>();
  #fresh: Diagnostic[] = [];
  #inVain = 0;
  #isLeft = false;

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
      this.#skip(params.code ?? '', name, Number(params.count));
      return false;
    }
    const key = `${name} ${place}`;
    const once = what === undefined ? undefined : `${key} ${what}`;
    const told = this.#told.get(key) ?? 0;
    if (told >= MOST || (once !== undefined && this.#words.has(once))) {
      this.#skip(codeOf(item), MORE[severityOf(item)], 1);
      return false;
    }
    if (once !== undefined) this.#words.add(once);
    this.#told.set(key, told + 1);
    return true;
  }

  /** Counts a value, or a line, that came to a record or to none. */
  count(isRecord: boolean): void {
    this.#inVain += isRecord ? -1 : 1;
  }

  /** Whether so little of the file is what it should be that no more of it is looked at. */
  get isInVain(): boolean {
    return this.#inVain > MOST_IN_VAIN;
  }

  /** What is told where the file is left, once. */
  leave(): Diagnostic | undefined {
    if (!this.isInVain || this.#isLeft) return undefined;
    this.#isLeft = true;
    return diagnostic('rest-unread', IN_VAIN);
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

  #skip(code: string, name: Diagnostic['name'], count: number): void {
    const before = this.#untold.get(code)?.count ?? 0;
    this.#untold.set(code, { name, count: before + count });
  }
}
