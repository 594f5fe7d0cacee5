import {
  type Condition,
  isRecordNode,
  isStruct,
  NONE,
  type Path,
  type PathStep,
  type RecordNode,
  type RecordSource,
  type Value,
} from '@qingdan/core';
import type { Frame, Read } from './frame.js';
import type { Scope } from './scope.js';

/** The records worth looking at: all of a kind, or those that an index finds. */
export type Candidates = (frame: Frame) => Iterable<RecordNode>;

/**
 * Chooses an index for a source: a value of the element that must equal something already known (`match`, or an `equal`
 * that `where` demands), else the organisation.
 */
export function candidatesFor(
  source: RecordSource,
  kind: string,
  slot: number,
  everywhere: boolean,
  scope: Scope,
): Candidates {
  const keys = source.in.kind === 'records' ? keysOf(source, slot, scope) : [];
  const [key] = keys;
  if (key !== undefined) {
    const { text, read, wanted } = key;
    return (frame) => frame.world.records.having(kind, { text, read }, wanted(frame));
  }
  if (everywhere) return (frame) => frame.world.records.all(kind);
  return (frame) => frame.world.records.having(kind, BY_ORGANISATION, frame.record.organisation);
}

const BY_ORGANISATION = {
  text: '#organisation',
  read: (record: RecordNode): Value => record.organisation,
};

interface Key {
  readonly text: string;
  readonly read: (record: RecordNode) => Value;
  readonly wanted: Read;
}

function keysOf(source: RecordSource, slot: number, scope: Scope): Key[] {
  const keys: Key[] = [];
  for (const { element, own } of source.match) {
    if (isOwnValue(element, slot)) keys.push(keyOf(element, scope.readPath(own)));
  }
  for (const condition of demanded(source.where)) {
    if (
      condition.kind !== 'compare' ||
      condition.operator !== 'equal' ||
      condition.right === undefined
    )
      continue;
    const { left, right } = condition;
    for (const [side, other] of [
      [left, right],
      [right, left],
    ] as const) {
      if (side.kind !== 'fact' || !isOwnValue(side.path, slot)) continue;
      // The other side must be known before the element is: no element of this source or of one within it.
      const known =
        other.kind === 'literal' || (other.kind === 'fact' && isKnownBefore(other.path, slot));
      if (known) keys.push(keyOf(side.path, scope.read(other)));
    }
  }
  return keys;
}

/** The conditions that must hold for `where` to hold. */
function demanded(where: Condition | undefined): readonly Condition[] {
  if (where === undefined) return [];
  return where.kind === 'all' ? where.of.flatMap(demanded) : [where];
}

/** A value that lies in the element itself: no other record and no law is asked. */
function isOwnValue(path: Path, slot: number): boolean {
  return (
    path.root.kind === 'alias' &&
    path.root.slot === slot &&
    path.steps.every(({ kind }) => kind === 'field' || kind === 'id' || kind === 'organisation')
  );
}

function isKnownBefore({ root }: Path, slot: number): boolean {
  return root.kind !== 'alias' || root.slot < slot;
}

function keyOf({ steps }: Path, wanted: Read): Key {
  // `#` sets what isn't a field apart from a field of that name.
  const text = steps.map((step) => (step.kind === 'field' ? step.name : `#${step.kind}`)).join('.');
  return { text, wanted, read: (record) => steps.reduce<Value>(within, record) };
}

function within(value: Value, step: PathStep): Value {
  if (value === undefined || value === NONE) return value;
  if (step.kind === 'id') return isRecordNode(value) ? value.id : value;
  if (step.kind === 'organisation') return isRecordNode(value) ? value.organisation : undefined;
  if (step.kind !== 'field') return undefined;
  if (isRecordNode(value)) return value.fields.values[step.slot];
  return isStruct(value) ? value.values[step.slot] : undefined;
}
