import {
  type Day,
  type Diagnostic,
  type Field,
  homeOf,
  isStruct,
  type RecordNode,
  readRecord,
  type RecordType,
  type Struct,
  type Value,
} from '@qingdan/core';
import type { Judgement, RecordChecker, World } from '@qingdan/engine';
import { type AsyncSource, keyOf, type Want } from './async-source.js';
import { FetchedRecords } from './fetched-records.js';

/** What was fetched for one record, and what was wrong with it. */
export interface Fetched {
  readonly record: RecordNode;
  readonly world: World;
  readonly diagnostics: readonly Diagnostic[];
}

/** Fetches for one record what its undetermined items still want. */
export class Fetcher {
  readonly #source: AsyncSource;
  readonly #kinds: ReadonlyMap<string, RecordType>;
  readonly #records: FetchedRecords;
  readonly #world: World;
  readonly #asked = new Set<string>();
  readonly #diagnostics: Diagnostic[] = [];

  constructor(source: AsyncSource, kinds: ReadonlyMap<string, RecordType>, world: World) {
    this.#source = source;
    this.#kinds = kinds;
    this.#records = new FetchedRecords(world.records, kinds, world.clock, (want) =>
      this.#canAsk(want),
    );
    // What is fetched changes what was found out.
    const { clock, calendar } = world;
    this.#world = { records: this.#records, clock, calendar };
  }

  /** The organisation, which chooses the lists: from the records at hand, else from the source. */
  async organisation(id: string | undefined): Promise<RecordNode | undefined> {
    if (id === undefined) return undefined;
    if (this.#records.get('organisation', id) === undefined && this.#source.record !== undefined) {
      await this.#fetchRecord('organisation', id);
    }
    return this.#records.get('organisation', id);
  }

  /**
   * Judges with what is at hand, fetches what the undetermined items still want, and judges again, until every item is
   * decided or nothing more can be had. One thing is fetched at a time, so that what one item fetched may settle the
   * next; a record already decided, or before the packs' time, fetches nothing.
   */
  async untilDecided(
    checker: RecordChecker,
    record: RecordNode,
    asOf: Day | undefined,
  ): Promise<Fetched> {
    let current = record;
    for (;;) {
      const { covered, judgements } = checker.judge(current, this.#world, asOf);
      const undecided = judgements.filter(({ verdict }) => verdict === 'undetermined');
      const want = covered ? this.#firstWant(undecided, checker, current, asOf) : undefined;
      if (want === undefined)
        return { record: current, world: this.#world, diagnostics: this.#diagnostics };
      this.#asked.add(keyOf(want));
      current = await this.#fetch(want, current);
    }
  }

  #firstWant(
    undecided: readonly Judgement[],
    checker: RecordChecker,
    record: RecordNode,
    asOf: Day | undefined,
  ): Want | undefined {
    for (const judgement of undecided) {
      this.#records.wanted.clear();
      const { missing } = checker.explain(judgement, record, this.#world, asOf);
      const facts = missing
        .filter(({ scope, fact }) => scope === 'record' && isOwnFact(record, fact))
        .map(({ fact }): Want => ({ kind: 'fact', field: fact }));
      const kinds = new Set(missing.map(({ needs }) => needs?.split(' ')[1]));
      const records = [...this.#records.wanted.values()].filter(
        (want) => want.kind !== 'fact' && kinds.has(want.of),
      );
      const want = [...facts, ...records].find((each) => this.#canAsk(each));
      if (want !== undefined) return want;
    }
    return undefined;
  }

  /** Whether the source has an answer for such a thing, and wasn't asked for this one yet. */
  #canAsk(want: Want): boolean {
    const { fact, record, records } = this.#source;
    return { fact, record, records }[want.kind] !== undefined && !this.#asked.has(keyOf(want));
  }

  async #fetch(want: Want, record: RecordNode): Promise<RecordNode> {
    switch (want.kind) {
      case 'fact': {
        const { record: type, id } = record;
        const home = homeOf(record);
        const value = await this.#source.fact?.(
          { kind: type.id, id, ...(home === undefined ? {} : { organisation: home }) },
          want.field,
        );
        return value === undefined || value === null
          ? record
          : this.#withField(record, want.field, value);
      }
      case 'record':
        await this.#fetchRecord(want.of, want.id, want.organisation);
        return record;
      case 'records': {
        const { of: kind, organisation } = want;
        const query = { kind, ...(organisation === undefined ? {} : { organisation }) };
        const answer = await this.#source.records?.(query);
        let lost = false;
        for (const raw of answer?.records ?? []) lost = !this.#add(raw) || lost;
        // A record that can't be read is one that may matter: then the books aren't complete.
        if (answer?.complete === true && !lost) this.#records.close(kind, organisation);
        return record;
      }
    }
  }

  async #fetchRecord(kind: string, id: string, organisation?: string): Promise<void> {
    const raw = await this.#source.record?.(kind, id, organisation);
    if (raw !== undefined && raw !== null) this.#add(raw);
  }

  #add(raw: unknown): boolean {
    const { record, diagnostics } = readRecord(raw, this.#kinds);
    this.#diagnostics.push(...diagnostics);
    if (record !== undefined) this.#records.add(record);
    return record !== undefined;
  }

  /** Reads one fetched value as the field it fills, `payment.method` as well as `amount`. */
  #withField(record: RecordNode, field: string, value: unknown): RecordNode {
    const names = field.split('.');
    const nested = names.reduceRight<unknown>((inner, name) => ({ [name]: inner }), value);
    const raw = { kind: record.record.id, id: record.id, ...(nested as object) };
    const { record: read, diagnostics } = readRecord(raw, this.#kinds);
    this.#diagnostics.push(...diagnostics);
    return read === undefined
      ? record
      : { ...record, fields: filled(record.fields, read.fields, names) };
  }
}

function isOwnFact(record: RecordNode, fact: string): boolean {
  let fields: RecordType['fields'] | undefined = record.record.fields;
  for (const name of fact.split('.')) {
    const field: Field | undefined = fields?.field(name);
    if (field === undefined) return false;
    fields = field.type.kind === 'struct' ? field.type.struct : undefined;
  }
  return true;
}

/** A struct with one value, at the end of a way of names, taken from another of its type. */
function filled(struct: Struct, from: Struct, [name, ...rest]: readonly string[]): Struct {
  const slot = name === undefined ? undefined : struct.type.slotOf(name);
  if (name === undefined || slot === undefined) return struct;
  const values: Value[] = [...struct.values];
  const inner = values[slot];
  const source = from.values[slot];
  const isInner = rest.length > 0 && typeof inner === 'object' && typeof source === 'object';
  values[slot] =
    isInner && isStruct(inner) && isStruct(source) ? filled(inner, source, rest) : source;
  const byName = new Set(struct.byName);
  if (from.byName?.has(name) === true) byName.add(name);
  return byName.size === 0 ? { ...struct, values } : { ...struct, values, byName };
}
