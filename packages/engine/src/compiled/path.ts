import {
  compare,
  inForce,
  isRecordNode,
  isStruct,
  NONE,
  type Path,
  type PathStep,
  Period,
  type RecordNode,
  type Value,
} from '@qingdan/core';
import { governingDate, lawDays } from '../lists/governing.js';
import { Frame, type Read } from './frame.js';
import type { Scope } from './scope.js';
import { isWhole } from '../world/whole.js';

/** The way to a value, with the common ways (a field of the record or of an element) cut short. */
export function compilePath(path: Path, scope: Scope): Read {
  const { root, steps } = path;
  const [first, ...rest] = steps;
  if (root.kind === 'record' && first?.kind === 'field') {
    const { slot } = first;
    if (rest.length === 0) return (frame) => frame.values[slot];
    const further = compileSteps(rest, scope);
    return (frame) => further(frame.values[slot], frame);
  }
  const further = compileSteps(steps, scope);
  switch (root.kind) {
    case 'record':
      return (frame) => further(frame.record, frame);
    case 'alias': {
      const { slot } = root;
      return (frame) => further(frame.elements[slot], frame);
    }
    case 'run':
      return (frame) => further(frame.world.clock, frame);
    case 'due':
      return (frame) => further(frame.due, frame);
  }
}

type Further = (value: Value, frame: Frame) => Value;

export function compileSteps(steps: readonly PathStep[], scope: Scope): Further {
  const compiled = steps.map((step) => compileStep(step, scope));
  const [first, second] = compiled;
  if (first === undefined) return (value) => value;
  if (second === undefined) return first;
  return (value, frame) => {
    for (const step of compiled) {
      if (value === undefined || value === NONE) return value;
      value = step(value, frame);
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
  return (value, frame) => {
    if (typeof value !== 'string') return value === NONE ? NONE : undefined;
    const { record, world } = frame;
    if (record.id === value && record.record.id === kind) return record;
    const found = world.records.get(kind, value);
    if (found !== undefined) return world.isUnsure?.(found) === true ? undefined : found;
    return isWhole(kind, record.organisation, frame.law, policy, world.records) ? NONE : undefined;
  };
}

/** A derived fact has the law of its own record; where several laws may govern, they must agree. */
function derivedFact(id: string, scope: Scope): Further {
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
  return (value, frame) => {
    if (value === undefined || value === NONE) return value;
    if (!isRecordNode(value)) return undefined;
    if (value === frame.record) return valueUnder(value, frame.law, frame.epoch, frame);
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
}
