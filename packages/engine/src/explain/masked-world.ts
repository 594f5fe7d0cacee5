import {
  type Doubt,
  isStruct,
  type Policy,
  type RecordNode,
  type Struct,
  type Value,
  withFields,
} from '@qingdan/core';
import { kept } from '../kept.js';
import { type IndexKey, type Plain, type Records, type World } from '../world/world.js';

type Asked = readonly [wanted: readonly Plain[], organisation?: string];

/**
 * A record of which whatever was found by name is unknown; the record itself where nothing was. The same record gives
 * the same one each time, for evaluators compare records by identity.
 */
export function withoutNames(record: RecordNode): RecordNode {
  if (!hasNames(record.fields)) return record;
  let known = WITHOUT_NAMES.get(record);
  if (known === undefined) {
    const fields = maskedStruct(record.fields);
    known = fields === record.fields ? record : withFields(record, fields);
    WITHOUT_NAMES.set(record, known);
  }
  return known;
}

const WITHOUT_NAMES = new WeakMap<RecordNode, RecordNode>();

/** Asked of every record, most of which say nothing of the kind: it makes nothing. */
function hasNames({ byName, values }: Struct): boolean {
  return (byName !== undefined && byName.size > 0) || values.some(hasNamesWithin);
}

function hasNamesWithin(value: Value): boolean {
  if (typeof value !== 'object') return false;
  if (Array.isArray(value)) return (value as readonly Value[]).some(hasNamesWithin);
  return isStruct(value) && hasNames(value);
}

function maskedStruct(struct: Struct): Struct {
  const { type, byName } = struct;
  let values: Value[] | undefined;
  for (const [slot, value] of struct.values.entries()) {
    const name = type.fields[slot]?.name;
    const isNamed = name !== undefined && byName?.has(name) === true;
    const masked = isNamed ? undefined : maskedValue(value);
    if (masked !== value) (values ??= [...struct.values])[slot] = masked;
  }
  return values === undefined ? struct : { type, values, byName: undefined };
}

function maskedValue(value: Value): Value {
  if (Array.isArray(value)) {
    const items = value as readonly Value[];
    const masked = items.map(maskedValue);
    return masked.every((item, index) => item === items[index]) ? items : masked;
  }
  return typeof value === 'object' && isStruct(value) ? maskedStruct(value) : value;
}

/** A world in which whatever was found by name is unknown. */
export function worldWithoutNames(world: World): World {
  const { records, clock, calendar, cases, isUnsure } = world;
  return {
    records: new RecordsWithoutNames(records),
    clock,
    calendar,
    memo: new WeakMap(),
    cases,
    isUnsure,
  };
}

/** A world in which kinship that was inferred may be or not. */
export function worldDoubtingKin(world: World, { relations }: Policy): World {
  const kind = relations?.record;
  if (kind === undefined) return world;
  return {
    records: world.records,
    clock: world.clock,
    calendar: world.calendar,
    memo: new WeakMap(),
    cases: world.cases,
    isUnsure: (record) => record.record.id === kind && isInferred(record),
  };
}

/** What there is to doubt in the records of a world, whichever is at hand. */
export function doubtsOfWorld({ records, memo }: World, policy: Policy): readonly Doubt[] {
  const doubts = (): readonly Doubt[] => {
    const byName = [...policy.records.keys()].some((kind) => saysByName(records, kind));
    const inferred = hasInferredKin(records, policy);
    return [...(byName ? BY_NAME : NO_DOUBTS), ...(inferred ? INFERRED_KIN : NO_DOUBTS)];
  };
  if (memo === undefined) return doubts();
  return kept(
    kept(DOUBTS, policy, () => new WeakMap<object, readonly Doubt[]>()),
    memo,
    doubts,
  );
}

/** By policy, and by what is kept of worlds whose records never change. */
const DOUBTS = new WeakMap<Policy, WeakMap<object, readonly Doubt[]>>();
const NO_DOUBTS: readonly Doubt[] = [];
const BY_NAME: readonly Doubt[] = ['by-name'];
const INFERRED_KIN: readonly Doubt[] = ['inferred-kin'];

/** Whether any kinship was inferred. */
function hasInferredKin(records: Records, { relations }: Policy): boolean {
  return (
    relations !== undefined && isAny(records.having(relations.record, BY_INFERENCE, []), isInferred)
  );
}

function isInferred({ record, fields }: RecordNode): boolean {
  const slot = record.fields.slotOf('source');
  return slot !== undefined && fields.values[slot] === 'inferred';
}

/** Whether any record of a kind says something that was found by name. */
function saysByName(records: Records, kind: string): boolean {
  return isAny(records.having(kind, BY_MARKS, []), isMarkedRecord);
}

/** An index may give more than was asked for. */
function isAny(records: Iterable<RecordNode>, isMeant: (record: RecordNode) => boolean): boolean {
  for (const record of records) if (isMeant(record)) return true;
  return false;
}

class RecordsWithoutNames implements Records {
  readonly #base: Records;
  /** Whether any record of a kind says something that was found by name: most kinds stay as they are. */
  readonly #isMarked = new Map<string, boolean>();

  constructor(base: Records) {
    this.#base = base;
  }

  get(...asked: Parameters<Records['get']>): RecordNode | undefined {
    const found = this.#base.get(...asked);
    return found === undefined ? undefined : withoutNames(found);
  }

  called(kind: string, id: string): readonly RecordNode[] {
    return this.#base.called(kind, id).map(withoutNames);
  }

  all(kind: string): Iterable<RecordNode> {
    const records = this.#base.all(kind);
    return this.#hasNames(kind) ? masked(records) : records;
  }

  having(kind: string, key: IndexKey, ...asked: Asked): Iterable<RecordNode> {
    if (!this.#hasNames(kind)) return this.#base.having(kind, key, ...asked);
    return masked(this.#base.having(kind, kept(HIDDEN, key, hiddenKey), ...asked));
  }

  isComplete(...asked: Parameters<Records['isComplete']>): boolean {
    return this.#base.isComplete(...asked);
  }

  #hasNames(kind: string): boolean {
    let isMarked = this.#isMarked.get(kind);
    if (isMarked === undefined) {
      isMarked = saysByName(this.#base, kind);
      this.#isMarked.set(kind, isMarked);
    }
    return isMarked;
  }
}

/** What became unknown can't be found by what it was. */
function hiddenKey(key: IndexKey): IndexKey {
  return {
    text: `#without-names ${key.text}`,
    home: key.home,
    rows: (record) => key.rows(withoutNames(record)),
  };
}

const HIDDEN = new WeakMap<IndexKey, IndexKey>();

function* masked(records: Iterable<RecordNode>): Iterable<RecordNode> {
  for (const record of records) yield withoutNames(record);
}

const isMarkedRecord = (record: RecordNode): boolean => withoutNames(record) !== record;

/** An index like any other, so that it is built once for a run and again after a change. */
const BY_MARKS: IndexKey = {
  text: '#marks',
  home: false,
  rows: (record) => (isMarkedRecord(record) ? ONE_ROW : NO_ROWS),
};
const BY_INFERENCE: IndexKey = {
  text: '#inferred',
  home: false,
  rows: (record) => (isInferred(record) ? ONE_ROW : NO_ROWS),
};
const ONE_ROW = [[]];
const NO_ROWS: readonly [] = [];
