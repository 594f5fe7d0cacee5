import {
  and,
  compare,
  type Deadline,
  inForce,
  type Item,
  not,
  or,
  type Power,
  type Prohibition,
  type Responsibility,
  shift,
  type Truth,
  type Value,
  type Verdict,
  verdictOf,
} from '@qingdan/core';
import { rollForward } from '../lists/deadline.js';
import type { PowerCode } from '../lists/judgement.js';
import { powersOf } from '../lists/questions.js';
import { compileAuthority } from './authority.js';
import type { Frame, Read, Test } from './frame.js';
import type { Scope } from './scope.js';

/** One revision of one question, compiled. */
export interface Unit {
  readonly item: Item | undefined;
  readonly judge: (frame: Frame) => Verdict;
  /** Whether it is violated, undetermined where that isn't known; absent where only the verdict tells. */
  readonly violated?: Test;
}

export function compileUnit(item: Item, code: PowerCode | undefined, scope: Scope): Unit {
  switch (item.kind) {
    case 'Prohibition':
      return prohibition(item, scope);
    case 'Power':
      return power(item, code, scope);
    case 'Responsibility':
      return responsibility(item, scope);
  }
}

function prohibition(item: Prohibition, scope: Scope): Unit {
  const applies = item.appliesWhen === undefined ? undefined : scope.test(item.appliesWhen);
  const own = scope.test(item.violatedWhen);
  const also = item.also.map(({ condition }) => scope.test(condition));
  const violated: Test =
    also.length === 0
      ? own
      : (frame) => also.reduce<Truth>((truth, test) => or(truth, test(frame)), own(frame));
  const judge = (frame: Frame): Verdict => judged(applies, violated, frame);
  return applies === undefined ? { item, judge, violated } : { item, judge };
}

/** The verdict table; what applies to nothing is not asked whether it is violated. */
function judged(applies: Test | undefined, violated: Test, frame: Frame): Verdict {
  const here = applies === undefined ? true : applies(frame);
  return here === false ? 'notApplicable' : verdictOf(here, violated(frame));
}

function power(item: Power, code: PowerCode | undefined, scope: Scope): Unit {
  if (code === 'AUTHORITY' && item.authority.length === 0)
    return { item, judge: () => 'notApplicable' };
  const exercised = item.governs.when === undefined ? undefined : scope.test(item.governs.when);
  const allowed = code === 'HOLDER' ? compileHolder(item, scope) : compileAuthority(item, scope);
  return { item, judge: (frame) => judged(exercised, (inner) => not(allowed(inner)), frame) };
}

function compileHolder(item: Power, scope: Scope): Test {
  const slot = scope.policy.records.get(item.governs.record)?.holder;
  return (frame) =>
    compare('in', slot === undefined ? undefined : frame.values[slot], item.holders);
}

/** Whether any of the powers over a kind of record is exercised. */
export function compileNoPower(powers: readonly Power[], scope: Scope): Unit {
  const tests = powers.map(({ governs }) =>
    governs.when === undefined ? () => true : scope.test(governs.when),
  );
  const exercised: Test = (frame) =>
    tests.reduce<Truth>((truth, test) => or(truth, test(frame)), false);
  return {
    item: undefined,
    judge: (frame) => judged(undefined, (inner) => not(exercised(inner)), frame),
  };
}

function responsibility(item: Responsibility, scope: Scope): Unit {
  const revisions = powersOf(scope.policy).get(item.power);
  const powerTests = scope.epochs.map((day): Test | undefined => {
    const governing = inForce(revisions, day);
    if (governing === undefined) return undefined;
    return governing.governs.when === undefined ? () => true : scope.test(governing.governs.when);
  });
  const own = item.appliesWhen === undefined ? undefined : scope.test(item.appliesWhen);
  const fulfilled = scope.test(item.fulfilledWhen);
  const due = item.due === undefined ? undefined : compileDue(item.due, scope);
  const judge = (frame: Frame): Verdict => {
    const exercised = powerTests[frame.epoch];
    if (exercised === undefined) return 'notApplicable';
    const applies = and(exercised(frame), own === undefined ? true : own(frame));
    if (applies === false) return 'notApplicable';
    frame.due = due?.(frame);
    const verdict = verdictOf(applies, not(fulfilled(frame)));
    if (due === undefined || verdict === 'satisfied') return verdict;
    const open = compare('lessThanInclusive', frame.world.clock, frame.due);
    return open === true ? 'notApplicable' : open === undefined ? 'undetermined' : verdict;
  };
  return { item, judge };
}

/** When a duty falls due: unknown where a date or the calendar is. */
export function compileDue(deadline: Deadline, scope: Scope): Read {
  const within = scope.read(deadline.within);
  const of = scope.read(deadline.of);
  return (frame): Value => {
    const length = within(frame);
    const { calendar } = frame.world;
    return rollForward(shift(of(frame), length, false, calendar), length, calendar);
  };
}
