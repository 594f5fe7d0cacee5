import {
  compare,
  homeOf,
  inForce,
  isRecordNode,
  isStruct,
  NONE,
  type Path,
  type PathRoot,
  type PathStep,
  Period,
  type RecordNode,
  type Value,
} from '@qingdan/core';
import { governingDate, lawDays } from '../lists/governing.js';
import { Frame, type Read } from './frame.js';
import type { Scope } from './scope.js';
import { isWhole } from '../world/whole.js';
import type { Records } from '../world/world.js';

/** The way to a value, with the common ways (a field of the record or of an element) cut short. */
export function compilePath(path: Path, scope: Scope): Read {
  const { root, steps } = path;
  const [first, ...rest] = steps;
  if (root.kind === 'record' && first?.kind === 'field') {
    const { slot } = first;
    if (rest.length === 0) return (frame) => frame.values[slot];
    const further = compileSteps(rest, scope);
    return (frame) => further(frame.values[slot], frame, frame.record);
  }
  const further = compileSteps(steps, scope);
  switch (root.kind) {
    case 'record':
      return (frame) => further(frame.record, frame, frame.record);
    case 'alias': {
      const { slot } = root;
      if (!steps.some(isFollow))
        return (frame) => further(frame.elements[slot], frame, frame.record);
      return (frame) => further(frame.elements[slot], frame, frame.holderOf(root));
    }
    case 'run':
      return (frame) => further(frame.world.clock, frame, frame.record);
    case 'due':
      return (frame) => further(frame.due, frame, frame.record);
    // An event is judged under the law of its day.
    case 'event':
      return (frame) => further(frame.law, frame, frame.record);
  }
}

/** The record in which stands what steps lead to: that of the last reference among them, else that of their root. */
export function compileHolder(
  root: PathRoot,
  steps: readonly PathStep[],
  scope: Scope,
): (frame: Frame) => RecordNode {
  const last = steps.map(isFollow).lastIndexOf(true);
  if (last < 0) return (frame) => frame.holderOf(root);
  const read = compileSteps(steps.slice(0, last + 1), scope);
  return (frame) => {
    const holder = frame.holderOf(root);
    const start = root.kind === 'alias' ? frame.elements[root.slot] : frame.record;
    const led = read(start, frame, holder);
    return typeof led === 'object' && isRecordNode(led) ? led : holder;
  };
}

function isFollow({ kind }: PathStep): boolean {
  return kind === 'follow';
}

type Further = (value: Value, frame: Frame, holder: RecordNode) => Value;

export function compileSteps(steps: readonly PathStep[], scope: Scope): Further {
  const compiled = steps.map((step) => compileStep(step, scope));
  const [first, second] = compiled;
  if (first === undefined) return (value) => value;
  if (second === undefined) return first;
  const isFollowed = steps.some(isFollow);
  return (value, frame, holder) => {
    for (const step of compiled) {
      if (value === undefined || value === NONE) return value;
      if (isFollowed && typeof value === 'object' && isRecordNode(value)) holder = value;
      value = step(value, frame, holder);
    }
    return value;
  };
}

function compileStep(step: PathStep, scope: Scope): Further {
  switch (step.kind) {
    case 'field': {
      const { slot } = step;
      return (value) => {
        if (typeof value !== 'object') return value === NONE ? NONE : undefined;
        if (isRecordNode(value)) return value.fields.values[slot];
        return isStruct(value) ? value.values[slot] : undefined;
      };
    }
    case 'follow':
      return follow(step.to, scope);
    case 'id':
      return (value) => (typeof value === 'object' && isRecordNode(value) ? value.id : value);
    case 'organisation':
      return (value) => {
        if (value === undefined || value === NONE) return value;
        return isRecordNode(value) ? value.organisation : undefined;
      };
    case 'periodEnd': {
      const { end } = step;
      return (value) => (value instanceof Period ? value[end] : value === NONE ? NONE : undefined);
    }
    case 'definition':
      return derivedFact(step.id, scope);
  }
}

function follow(kind: string, { policy }: Scope): Further {
  return (value, frame, holder) => {
    if (typeof value !== 'string') return value === NONE ? NONE : undefined;
    const { record, world } = frame;
    const { records } = world;
    const home = homeOf(holder);
    const isOwn = record.id === value && record.record.id === kind;
    const found = isOwn ? meantBeside(record, home, records) : records.get(kind, value, home);
    if (found === record) return found;
    if (found !== undefined) return world.isUnsure?.(found) === true ? undefined : found;
    // Where several could be meant, which it is can't be told, whatever books are complete.
    if (records.called(kind, value).length > 0) return undefined;
    return isWhole(kind, home, frame.law, policy, records) ? NONE : undefined;
  };
}

/** What the id of the record at hand means to a record of an organisation: itself, unless that one has its own. */
function meantBeside(
  record: RecordNode,
  home: string | undefined,
  records: Records,
): RecordNode | undefined {
  const own = homeOf(record);
  if (home === own) return record;
  const others = records
    .called(record.record.id, record.id)
    .filter((other) => homeOf(other) !== own);
  const theirs = others.find((other) => homeOf(other) === home);
  if (theirs !== undefined || others.length === 0) return theirs ?? record;
  return own === undefined ? record : others.find((other) => homeOf(other) === undefined);
}

/** The reader of a derived fact: one for a policy, however many paths lead over it. */
function derivedFact(id: string, scope: Scope): Further {
  let readers = READERS.get(scope);
  if (readers === undefined) READERS.set(scope, (readers = new Map<string, Further>()));
  let reader = readers.get(id);
  if (reader === undefined) readers.set(id, (reader = compileDerived(id, scope)));
  return reader;
}

const READERS = new WeakMap<Scope, Map<string, Further>>();

/** A derived fact has the law of its own record; where several laws may govern, they must agree. */
function compileDerived(id: string, scope: Scope): Further {
  const revisions = scope.policy.definitions.get(id);
  // Compiled when first asked for: definitions may stand on one another.
  const reads = new Map<number, Read | undefined>();
  const readAt = (epoch: number): Read | undefined => {
    if (reads.has(epoch)) return reads.get(epoch);
    const is = inForce(revisions, scope.epochs.dayIn(epoch))?.is;
    const read =
      is === undefined
        ? undefined
        : is.kind === 'condition'
          ? scope.test(is.condition)
          : scope.read(is.value);
    reads.set(epoch, read);
    return read;
  };
  const valueUnder = (record: RecordNode, law: number, epoch: number, frame: Frame): Value =>
    readAt(epoch)?.(new Frame(frame.world, record, law, epoch));
  const ofAnother = (value: RecordNode, frame: Frame): Value => {
    const days = lawDays(governingDate(value, frame.world.clock), scope.epochs.changes);
    if (days === undefined) return undefined;
    let agreed: Value;
    for (const [index, law] of days.entries()) {
      const here = valueUnder(value, law, scope.epochs.indexOf(law), frame);
      if (index === 0) agreed = here;
      else if (!(agreed === NONE && here === NONE) && compare('equal', agreed, here) !== true)
        return undefined;
    }
    return agreed;
  };
  const derived: Further = (value, frame) => {
    if (value === undefined || value === NONE) return value;
    if (!isRecordNode(value)) return undefined;
    if (value === frame.record) return valueUnder(value, frame.law, frame.epoch, frame);
    const { memo } = frame.world;
    if (memo === undefined) return ofAnother(value, frame);
    let known = memo.get(value);
    if (known === undefined) memo.set(value, (known = new Map<object, Value>()));
    if (!known.has(derived)) known.set(derived, ofAnother(value, frame));
    return known.get(derived);
  };
  return derived;
}
