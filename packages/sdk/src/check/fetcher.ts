import {
  type Day,
  type RecordNode,
  readRecord,
  type RecordType,
  type Struct,
  type Value,
} from '@qingdan/core';
import type { IndexKey, Judgement, RecordChecker, Records, World } from '@qingdan/engine';

/**
 * Where facts and records come from that cost a call. Each is asked for at most once a check, and only while it can
 * still change a verdict.
 */
export interface AsyncSource {
  /** The value of a field of the record at hand that was absent; `undefined` if it isn't known there either. */
  readonly fact?: (
    record: { readonly kind: string; readonly id: string },
    field: string,
  ) => Promise<unknown>;
  /** One record; `undefined` if there is none. */
  readonly record?: (kind: string, id: string) => Promise<unknown>;
  /** The records of a kind that an organisation has (all, for shared kinds), and whether that is all there are. */
  readonly records?: (
    query: RecordQuery,
  ) => Promise<{ readonly records: readonly unknown[]; readonly complete: boolean }>;
}

export interface RecordQuery {
  readonly kind: string;
  /** Absent for kinds that belong to no organisation, and for rules that look across organisations. */
  readonly organisation?: string;
}

/** One thing that an evaluation wanted and did not have. */
type Want =
  | { readonly kind: 'fact'; readonly field: string }
  | { readonly kind: 'record'; readonly of: string; readonly id: string }
  | { readonly kind: 'records'; readonly of: string; readonly organisation: string | undefined };

/** Says what was wanted: one call to the source each. */
function keyOf(want: Want): string {
  switch (want.kind) {
    case 'fact':
      return `fact ${want.field}`;
    case 'record':
      return `record ${want.of} ${want.id}`;
    case 'records':
      return `records ${want.of} ${want.organisation ?? ''}`;
  }
}

/**
 * Judges with what is at hand, fetches what the undetermined items still want, and judges again, until every item is
 * decided or nothing more can be had. Items are asked one after another, so that what one of them fetched may settle
 * the next; a record already decided fetches nothing.
 */
export async function fetchUntilDecided(
  checker: RecordChecker,
  record: RecordNode,
  world: World,
  source: AsyncSource,
  kinds: ReadonlyMap<string, RecordType>,
  asOf: Day | undefined,
): Promise<{ readonly record: RecordNode; readonly world: World }> {
  const fetched = new FetchedRecords(world.records, kinds);
  const inner: World = { ...world, records: fetched };
  const asked = new Set<string>();
  let current = record;
  for (;;) {
    const undecided = checker
      .judge(current, inner, asOf)
      .judgements.filter(({ verdict }) => verdict === 'undetermined');
    const want = firstWant(undecided, checker, current, inner, fetched, asked, source, asOf);
    if (want === undefined) return { record: current, world: inner };
    asked.add(keyOf(want));
    current = await fetch(want, current, source, fetched, kinds);
  }
}

function firstWant(
  undecided: readonly Judgement[],
  checker: RecordChecker,
  record: RecordNode,
  world: World,
  fetched: FetchedRecords,
  asked: ReadonlySet<string>,
  source: AsyncSource,
  asOf: Day | undefined,
): Want | undefined {
  for (const judgement of undecided) {
    fetched.wanted.clear();
    const { missing } = checker.explain(judgement, record, world, asOf);
    const facts = missing
      .filter(
        ({ scope, fact }) =>
          scope === 'record' &&
          !fact.includes('.') &&
          record.record.fields.slotOf(fact) !== undefined,
      )
      .map(({ fact }): Want => ({ kind: 'fact', field: fact }));
    const kindsMissing = new Set(
      missing.flatMap(({ scope, needs }) =>
        scope === 'run' && needs !== undefined ? [needs.split(' ')[1] ?? ''] : [],
      ),
    );
    const records = [...fetched.wanted.values()].filter(
      (want) => want.kind === 'fact' || kindsMissing.has(want.of),
    );
    const available = [...facts, ...records].filter(
      (want) => !asked.has(keyOf(want)) && canAsk(want, source),
    );
    if (available[0] !== undefined) return available[0];
  }
  return undefined;
}

function canAsk(want: Want, source: AsyncSource): boolean {
  return (
    { fact: source.fact, record: source.record, records: source.records }[want.kind] !== undefined
  );
}

async function fetch(
  want: Want,
  record: RecordNode,
  source: AsyncSource,
  fetched: FetchedRecords,
  kinds: ReadonlyMap<string, RecordType>,
): Promise<RecordNode> {
  switch (want.kind) {
    case 'fact': {
      const value = await source.fact?.({ kind: record.record.id, id: record.id }, want.field);
      return value === undefined || value === null
        ? record
        : withField(record, want.field, value, kinds);
    }
    case 'record': {
      const raw = await source.record?.(want.of, want.id);
      if (raw !== undefined && raw !== null) fetched.add(readRecord(raw, kinds).record);
      return record;
    }
    case 'records': {
      const { of: kind, organisation } = want;
      const answer = await source.records?.({
        kind,
        ...(organisation === undefined ? {} : { organisation }),
      });
      for (const raw of answer?.records ?? []) fetched.add(readRecord(raw, kinds).record);
      if (answer?.complete === true) fetched.close(kind, organisation);
      return record;
    }
  }
}

/** Reads one fetched value as the field it fills. */
function withField(
  record: RecordNode,
  field: string,
  value: unknown,
  kinds: ReadonlyMap<string, RecordType>,
): RecordNode {
  const read = readRecord({ kind: record.record.id, id: record.id, [field]: value }, kinds).record;
  const slot = record.record.fields.slotOf(field);
  if (read === undefined || slot === undefined) return record;
  const values: Value[] = [...record.fields.values];
  values[slot] = read.fields.values[slot];
  const fields: Struct = { ...record.fields, values };
  return { ...record, fields };
}

/** Records at hand and records fetched, noting what was looked for and not known to be complete. */
class FetchedRecords implements Records {
  readonly wanted = new Map<string, Want>();
  readonly #base: Records;
  readonly #kinds: ReadonlyMap<string, RecordType>;
  readonly #byKind = new Map<string, Map<string, RecordNode>>();
  readonly #complete = new Set<string>();

  constructor(base: Records, kinds: ReadonlyMap<string, RecordType>) {
    this.#base = base;
    this.#kinds = kinds;
  }

  add(record: RecordNode | undefined): void {
    if (record === undefined) return;
    const kind = record.record.id;
    const records = this.#byKind.get(kind) ?? new Map<string, RecordNode>();
    records.set(record.id, record);
    this.#byKind.set(kind, records);
  }

  close(kind: string, organisation: string | undefined): void {
    this.#complete.add(`${kind} ${organisation ?? ''}`);
  }

  get(kind: string, id: string): RecordNode | undefined {
    const found = this.#base.get(kind, id) ?? this.#byKind.get(kind)?.get(id);
    if (found === undefined) this.#want({ kind: 'record', of: kind, id });
    return found;
  }

  *all(kind: string): Iterable<RecordNode> {
    const fetched = this.#byKind.get(kind);
    for (const record of this.#base.all(kind)) if (fetched?.has(record.id) !== true) yield record;
    if (fetched !== undefined) yield* fetched.values();
  }

  *having(kind: string, key: IndexKey, value: Value): Iterable<RecordNode> {
    const fetched = this.#byKind.get(kind);
    for (const record of this.#base.having(kind, key, value))
      if (fetched?.has(record.id) !== true) yield record;
    if (fetched !== undefined) yield* fetched.values();
  }

  isComplete(
    kind: string,
    organisation: string | undefined,
    first: Day | undefined,
    last: Day | undefined,
  ): boolean {
    if (this.#base.isComplete(kind, organisation, first, last)) return true;
    const shared = this.#kinds.get(kind)?.shared === true;
    if (
      this.#complete.has(`${kind} ${shared ? '' : (organisation ?? '')}`) ||
      this.#complete.has(`${kind} `)
    )
      return true;
    this.#want({ kind: 'records', of: kind, organisation: shared ? undefined : organisation });
    return false;
  }

  #want(want: Want): void {
    this.wanted.set(keyOf(want), want);
  }
}
