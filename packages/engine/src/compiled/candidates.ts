import {
  type Condition,
  type Expression,
  isRecordNode,
  isStruct,
  NONE,
  type Path,
  type PathStep,
  type RecordNode,
  type RecordSource,
  type Value,
  walkExpression,
} from '@qingdan/core';
import { BY_HOME, type IndexKey, isPlain, type Plain } from '../world/world.js';
import type { Frame, Read } from './frame.js';
import type { Scope } from './scope.js';

/** The records worth looking at: all of a kind, or those that an index finds. */
export type Candidates = (frame: Frame) => Iterable<RecordNode>;

/**
 * Chooses an index for a source: the values of an element that must equal something already known (`match`, or an
 * `equal` that `where` demands), and the organisation. What is demanded of an element by itself (`in` a list of
 * literals) keeps others out of the index.
 */
export function candidatesFor(
  source: RecordSource,
  kind: string,
  everywhere: boolean,
  scope: Scope,
): Candidates {
  const reach = reachOf(source);
  const demands = reach === undefined ? [] : demandsOf(source, reach, scope);
  const sieve = reach === undefined ? [] : sieveOf(source, reach);
  const keys = new Map<number, IndexKey>();
  return (frame) => {
    const { records } = frame.world;
    const wanted: Plain[] = [];
    let chosen = 0;
    // By index: an iterator of entries makes a pair for each.
    for (let index = 0; index < demands.length; index += 1) {
      const value = (demands[index] as Demand).wanted(frame);
      // None equals nothing, known or not; but a list that isn't known leaves it open what there is.
      if (value === NONE && reach?.list === undefined) return NOTHING;
      if (!isPlain(value)) continue;
      chosen |= 1 << index;
      wanted.push(value);
    }
    const { organisation } = frame.record;
    const home = !everywhere && organisation !== undefined;
    if (reach === undefined || (chosen === 0 && sieve.length === 0)) {
      return home ? records.having(kind, BY_HOME, [], organisation) : records.all(kind);
    }
    const name = chosen * 2 + (home ? 1 : 0);
    let key = keys.get(name);
    if (key === undefined) {
      const columns = demands.filter((_, index) => (chosen & (1 << index)) !== 0);
      keys.set(name, (key = keyOf(reach, columns, sieve, home)));
    }
    return records.having(kind, key, wanted, home ? organisation : undefined);
  };
}

const NOTHING: readonly RecordNode[] = [];

/** More than this are no longer worth an index: its name is a bit for each. */
const MOST_DEMANDS = 20;

/** Where the elements of a source stand: records themselves, or lists in them. */
interface Reach {
  readonly text: string;
  readonly slot: number;
  readonly recordSlot: number;
  /** From the record to its list; undefined where the record is the element. */
  readonly list: readonly PathStep[] | undefined;
}

function reachOf({ in: among, alias }: RecordSource): Reach | undefined {
  if (among.kind === 'records')
    return { text: '', slot: alias.slot, recordSlot: alias.slot, list: undefined };
  if (among.kind === 'list' || !among.list.every(isOwnStep)) return undefined;
  const { list, recordAlias } = among;
  return { text: `${textOf(list)}[].`, slot: alias.slot, recordSlot: recordAlias.slot, list };
}

/** A value of an element or of its record. */
interface Column {
  readonly text: string;
  readonly read: (element: Value, record: RecordNode) => Value;
}

interface Demand extends Column {
  readonly wanted: Read;
}

interface Sieve extends Column {
  /** Of the literals that are let through. */
  readonly among: readonly Value[];
}

/** Values that must equal something known before the element is. */
function demandsOf(source: RecordSource, reach: Reach, scope: Scope): Demand[] {
  const demands: Demand[] = [];
  for (const { element, own } of source.match) {
    const column = columnOf(element, reach);
    if (column !== undefined) demands.push(demand(column, scope.readPath(own)));
  }
  for (const condition of demanded(source.where)) {
    if (condition.kind !== 'compare' || condition.operator !== 'equal') continue;
    const { left, right } = condition;
    if (right === undefined) continue;
    for (const [side, other] of [
      [left, right],
      [right, left],
    ] as const) {
      if (side.kind !== 'fact') continue;
      const column = columnOf(side.path, reach);
      if (column !== undefined && isKnownBefore(other, reach))
        demands.push(demand(column, scope.read(other)));
    }
  }
  return demands.slice(0, MOST_DEMANDS);
}

/** Written out, so that all are of one hidden class: they are read for every element. */
function demand({ text, read }: Column, wanted: Read): Demand {
  return { text, read, wanted };
}

/** What an element must be by itself: one of some literals. */
function sieveOf(source: RecordSource, reach: Reach): Sieve[] {
  return demanded(source.where).flatMap((condition): Sieve[] => {
    if (condition.kind !== 'compare' || condition.operator !== 'in') return [];
    const { left, right } = condition;
    if (left.kind !== 'fact' || right?.kind !== 'literal' || !Array.isArray(right.value)) return [];
    const among = right.value as readonly Value[];
    const column = columnOf(left.path, reach);
    return column === undefined || !among.every(isPlain)
      ? []
      : [{ text: column.text, read: column.read, among }];
  });
}

function keyOf(
  { list, text }: Reach,
  columns: readonly Column[],
  sieve: readonly Sieve[],
  home: boolean,
): IndexKey {
  const rowOf = (element: Value, record: RecordNode): readonly Value[] | undefined =>
    sieve.some(({ read, among }) => isOutside(read(element, record), among))
      ? undefined
      : columns.map(({ read }) => read(element, record));
  const readList = list === undefined ? undefined : readerOf(list);
  const names = [
    ...columns.map((column) => column.text),
    ...sieve.map((each) => `${each.text} in ${JSON.stringify(each.among)}`),
  ];
  return {
    text: text + names.join(','),
    home,
    rows: (record) => {
      const elements = readList === undefined ? [record] : readList(record);
      if (elements === NONE) return NO_ROWS;
      if (!Array.isArray(elements)) return undefined;
      const rows: (readonly Value[])[] = [];
      for (const element of elements as readonly Value[]) {
        const row = rowOf(element, record);
        if (row !== undefined) rows.push(row);
      }
      return rows;
    },
  };
}

const NO_ROWS: readonly (readonly Value[])[] = [];

/** Known to be none of some literals. */
function isOutside(value: Value, among: readonly Value[]): boolean {
  return value === NONE || (isPlain(value) && !among.includes(value));
}

/** The conditions that must hold for `where` to hold. */
function demanded(where: Condition | undefined): readonly Condition[] {
  if (where === undefined) return [];
  return where.kind === 'all' ? where.of.flatMap(demanded) : [where];
}

/** A value that lies in the element or its record: no other record and no law is asked. */
function columnOf({ root, steps }: Path, reach: Reach): Column | undefined {
  if (root.kind !== 'alias' || !steps.every(isOwnStep)) return undefined;
  const read = readerOf(steps);
  if (root.slot === reach.slot) return { text: textOf(steps), read };
  if (root.slot !== reach.recordSlot) return undefined;
  return { text: `^${textOf(steps)}`, read: (_, record) => read(record) };
}

/** Asks nothing of an element of this source or of its record, so that it has its value before any is looked at. */
function isKnownBefore(expression: Expression, { slot, recordSlot }: Reach): boolean {
  let isKnown = true;
  walkExpression(expression, {
    path: ({ root }) => {
      if (root.kind === 'alias' && (root.slot === slot || root.slot === recordSlot))
        isKnown = false;
    },
  });
  return isKnown;
}

function isOwnStep({ kind }: PathStep): boolean {
  return kind === 'field' || kind === 'id' || kind === 'organisation';
}

function textOf(steps: readonly PathStep[]): string {
  // `#` sets what isn't a field apart from a field of that name.
  return steps.map((step) => (step.kind === 'field' ? step.name : `#${step.kind}`)).join('.');
}

/** The value that steps lead to; mostly it is one. */
function readerOf(steps: readonly PathStep[]): (from: Value) => Value {
  const [first, second] = steps;
  if (first !== undefined && second === undefined) return (from) => within(from, first);
  return (from) => steps.reduce<Value>(within, from);
}

function within(value: Value, step: PathStep): Value {
  if (value === undefined || value === NONE) return value;
  if (step.kind === 'id') return isRecordNode(value) ? value.id : value;
  if (step.kind === 'organisation') return isRecordNode(value) ? value.organisation : undefined;
  if (step.kind !== 'field') return undefined;
  if (isRecordNode(value)) return value.fields.values[step.slot];
  return isStruct(value) ? value.values[step.slot] : undefined;
}
