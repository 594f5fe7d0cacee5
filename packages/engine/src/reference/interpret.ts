import {
  and,
  arithmetic,
  compare,
  type Condition,
  elapsed,
  type Expression,
  homeOf,
  inForce,
  isRecordNode,
  isSameRecord,
  isStruct,
  NONE,
  not,
  or,
  partOf,
  type Path,
  type PathStep,
  Period,
  type RecordNode,
  shift,
  type Truth,
  type Value,
  valueInForce,
  without,
} from '@qingdan/core';
import { governingDate, lawDays } from '../lists/governing.js';
import { aggregate, lookup } from './aggregate.js';
import { elementsOf } from './elements.js';
import type { Interpreter, ReferenceFrame, Standing } from './frame.js';
import { isKin, isReachable } from './kin.js';
import { isOutlier } from './outlier.js';
import { tableOutput } from './table.js';
import { isWhole } from '../world/whole.js';

/**
 * The meaning of conditions, written to be read: a recursive interpreter over the author's tree that shares no lowering
 * and no index with the other evaluators, which are held to what it says.
 */
export function truthOf(condition: Condition, frame: ReferenceFrame): Truth {
  switch (condition.kind) {
    case 'all':
      return condition.of.reduce<Truth>((truth, part) => and(truth, truthOf(part, frame)), true);
    case 'any':
      return condition.of.reduce<Truth>((truth, part) => or(truth, truthOf(part, frame)), false);
    case 'not':
      return not(truthOf(condition.of, frame));
    case 'named': {
      const named = inForce(frame.policy.conditions.get(condition.name), frame.law);
      return named === undefined ? undefined : truthOf(named.is, frame);
    }
    case 'compare': {
      const left = valueOf(condition.left, frame);
      const right = condition.right === undefined ? undefined : valueOf(condition.right, frame);
      return compare(condition.operator, left, right);
    }
    case 'quantified':
      return quantified(condition, frame);
    case 'kin':
      return isKin(
        valueOf(condition.of, frame),
        valueOf(condition.with, frame),
        condition.relations,
        frame,
      );
    case 'path':
      return isReachable(condition, frame);
    case 'outlier':
      return isOutlier(condition, frame);
  }
}

function quantified(
  condition: Extract<Condition, { kind: 'quantified' }>,
  frame: ReferenceFrame,
): Truth {
  const { source, quantifier } = condition;
  if (quantifier === 'some' || quantifier === 'exists') {
    const { elements, open } = elementsOf(source, frame);
    return elements.reduce<Truth>(
      (truth, { member }) => or(truth, member),
      open ? undefined : false,
    );
  }
  // `every` and `none` read `where` as the claim about each element that the rest of the source selects.
  const { where, ...selection } = source;
  const { elements, open } = elementsOf(selection, frame);
  return elements.reduce<Truth>(
    (truth, { member, frame: inner }) => {
      const holds = where === undefined ? true : truthOf(where, inner);
      return and(truth, or(not(member), quantifier === 'every' ? holds : not(holds)));
    },
    open ? undefined : true,
  );
}

export function valueOf(expression: Expression, frame: ReferenceFrame): Value {
  switch (expression.kind) {
    case 'literal':
      return expression.value;
    case 'fact':
      return valueAt(expression.path, frame);
    case 'parameter': {
      const inForceNow = valueInForce(frame.policy.parameters.get(expression.id), frame.law);
      return inForceNow?.value;
    }
    case 'table':
      return tableOutput(expression, frame);
    case 'aggregate':
      return aggregate(expression, frame);
    case 'lookup':
      return lookup(expression, frame);
    case 'arithmetic':
      return arithmetic(
        expression.name,
        valueOf(expression.left, frame),
        valueOf(expression.right, frame),
      );
    case 'elapsed':
      return elapsed(
        expression.name,
        valueOf(expression.from, frame),
        valueOf(expression.to, frame),
        frame.world.calendar,
      );
    case 'shift':
      return shift(
        valueOf(expression.date, frame),
        valueOf(expression.by, frame),
        expression.backwards,
        frame.world.calendar,
      );
    case 'part':
      return partOf(valueOf(expression.of, frame), expression.unit);
    case 'without':
      return without(valueOf(expression.list, frame), valueOf(expression.removed, frame));
  }
}

export function valueAt(path: Path, frame: ReferenceFrame): Value {
  return standingAt(path, frame).value;
}

function standingAt(path: Path, frame: ReferenceFrame): Standing {
  return walk(path.steps, rootOf(path, frame), frame);
}

function rootOf({ root }: Path, frame: ReferenceFrame): Standing {
  const holder = frame.record;
  switch (root.kind) {
    case 'record':
      return { value: holder, holder };
    case 'alias':
      return frame.elements[root.slot] ?? { value: undefined, holder };
    case 'run':
      return { value: frame.world.clock, holder };
    case 'due':
      return { value: frame.due, holder };
    case 'event':
      return { value: frame.law, holder };
  }
}

/** Each step from the value before it; what a reference leads to holds what comes after. */
export function walk(steps: readonly PathStep[], from: Standing, frame: ReferenceFrame): Standing {
  return steps.reduce<Standing>((before, step) => {
    const value = take(step, before, frame);
    const isRecord = typeof value === 'object' && isRecordNode(value);
    return { value, holder: isRecord ? value : before.holder };
  }, from);
}

function take(step: PathStep, { value, holder }: Standing, frame: ReferenceFrame): Value {
  if (value === undefined || value === NONE) return value;
  switch (step.kind) {
    case 'field':
      if (isRecordNode(value)) return value.fields.values[step.slot];
      return isStruct(value) ? value.values[step.slot] : undefined;
    case 'follow':
      return typeof value === 'string' ? recordCalled(step.to, value, holder, frame) : undefined;
    case 'id':
      return isRecordNode(value) ? value.id : value;
    case 'organisation':
      return isRecordNode(value) ? value.organisation : undefined;
    case 'periodEnd':
      return value instanceof Period ? value[step.end] : undefined;
    case 'definition':
      return isRecordNode(value) ? derivedFact(step.id, value, frame) : undefined;
  }
}

/**
 * The record that an id means where it stands: that of its holder's organisation, else one without any, else the only
 * one. The record at hand stands for itself, whatever copy of it the books hold.
 */
function recordCalled(
  kind: string,
  id: string,
  holder: RecordNode,
  { record: own, world, law, policy }: ReferenceFrame,
): Value {
  const others = world.records.called(kind, id).filter((record) => !isSameRecord(record, own));
  const called = own.record.id === kind && own.id === id ? [own, ...others] : others;
  const home = homeOf(holder);
  const [only, ...more] = called;
  if (only === undefined) return isWhole(kind, home, law, policy, world.records) ? NONE : undefined;
  const meant =
    called.find((record) => homeOf(record) === home) ??
    called.find((record) => homeOf(record) === undefined) ??
    (more.length === 0 ? only : undefined);
  return meant !== undefined && meant !== own && world.isUnsure?.(meant) === true
    ? undefined
    : meant;
}

/** A derived fact, under the law of the record it belongs to; unknown where the laws that may govern it disagree. */
function derivedFact(id: string, record: RecordNode, frame: ReferenceFrame): Value {
  const days =
    record === frame.record
      ? [frame.law]
      : lawDays(governingDate(record, frame.world.clock), frame.changes);
  if (days === undefined) return undefined;
  const [first, ...others] = days.map((law) => {
    const definition = inForce(frame.policy.definitions.get(id), law);
    if (definition === undefined) return undefined;
    const inner: ReferenceFrame = {
      interpreter: INTERPRETER,
      policy: frame.policy,
      changes: frame.changes,
      world: frame.world,
      record,
      law,
      elements: [],
    };
    return definition.is.kind === 'condition'
      ? truthOf(definition.is.condition, inner)
      : valueOf(definition.is.value, inner);
  });
  return others.every((other) => isSame(first, other)) ? first : undefined;
}

function isSame(a: Value, b: Value): boolean {
  return (a === NONE && b === NONE) || compare('equal', a, b) === true;
}

export const INTERPRETER: Interpreter = { truthOf, valueOf, valueAt, standingAt, walk };
