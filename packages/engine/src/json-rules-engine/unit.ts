import {
  inForce,
  type Item,
  type Power,
  type Prohibition,
  type Responsibility,
  type Truth,
  type Value,
  type Verdict,
  verdictOf,
} from '@qingdan/core';
import type { PowerCode } from '../lists/judgement.js';
import { powersOf } from '../lists/questions.js';
import type { ReferenceFrame } from '../reference/frame.js';
import { dueDate } from '../reference/judge.js';
import { lowerAuthority, lowerHolder } from './authority.js';
import type { Context } from './context.js';
import { all, ALWAYS, any, type Formula, not, test } from './formula.js';
import { type Answers, Rulebook } from './rulebook.js';

export interface Answer {
  readonly verdict: Verdict;
  readonly due?: Value;
}

/** One revision of one question under one law, as rules. */
export type Unit = (frame: ReferenceFrame) => Promise<Answer>;

export function createUnit(item: Item, code: PowerCode | undefined, context: Context): Unit {
  switch (item.kind) {
    case 'Prohibition':
      return prohibition(item, context);
    case 'Power':
      return power(item, code, context);
    case 'Responsibility':
      return responsibility(item, context);
  }
}

const NOT_APPLICABLE: Unit = () => Promise.resolve({ verdict: 'notApplicable' });

function prohibition(item: Prohibition, context: Context): Unit {
  const { appliesWhen, violatedWhen, also } = item;
  const branches = [violatedWhen, ...also.map(({ condition }) => condition)];
  return judged(
    item.id,
    appliesWhen === undefined ? ALWAYS : context.lower(appliesWhen, context),
    any(...branches.map((branch) => context.lower(branch, context))),
    context,
  );
}

function power(item: Power, code: PowerCode | undefined, context: Context): Unit {
  if (code === 'AUTHORITY' && item.authority.length === 0) return NOT_APPLICABLE;
  const allowed = code === 'HOLDER' ? lowerHolder(item, context) : lowerAuthority(item, context);
  return judged(`${item.id}.${String(code)}`, exercised(item, context), not(allowed), context);
}

/** Whether none of the powers over a kind of record is exercised. */
export function createNoPower(name: string, powers: readonly Power[], context: Context): Unit {
  const some = any(...powers.map((each) => exercised(each, context)));
  return judged(name, ALWAYS, not(some), context);
}

function exercised({ governs }: Power, context: Context): Formula {
  return governs.when === undefined ? ALWAYS : context.lower(governs.when, context);
}

function responsibility(item: Responsibility, context: Context): Unit {
  const { policy, facts, law } = context;
  const governing = inForce(powersOf(policy).get(item.power), law);
  if (governing === undefined) return NOT_APPLICABLE;
  const { due: deadline, appliesWhen } = item;
  const applies = all(
    exercised(governing, context),
    appliesWhen === undefined ? ALWAYS : context.lower(appliesWhen, context),
  );
  const fulfilled = context.lower(item.fulfilledWhen, context);
  const clock = facts.define('run.date', ({ frame }) => frame.world.clock);
  const due = facts.define('duty.due', ({ frame }) => frame.due);
  const run = ask(item.id, context, {
    appliesWhen: applies,
    violatedWhen: not(fulfilled),
    open: test('lessThanInclusive', clock, due),
  });
  return async (frame) => {
    const falls = deadline === undefined ? undefined : dueDate(deadline, frame);
    const truth = await run(deadline === undefined ? frame : { ...frame, due: falls });
    const verdict = verdictOf(truth('appliesWhen'), truth('violatedWhen'));
    if (deadline === undefined || verdict === 'satisfied' || verdict === 'notApplicable')
      return { verdict };
    const open = truth('open');
    const stands: Verdict =
      open === true ? 'notApplicable' : open === undefined ? 'undetermined' : verdict;
    return { verdict: stands, due: falls };
  };
}

function judged(name: string, applies: Formula, violated: Formula, context: Context): Unit {
  const run = ask(name, context, { appliesWhen: applies, violatedWhen: violated });
  return async (frame) => {
    const truth = await run(frame);
    return { verdict: verdictOf(truth('appliesWhen'), truth('violatedWhen')) };
  };
}

/** The conditions of an item as one book of rules, `<name>.<condition>#certain` and `#possible`. */
function ask<K extends string>(
  name: string,
  { facts }: Context,
  conditions: Readonly<Record<K, Formula>>,
): (frame: ReferenceFrame) => Promise<(condition: K) => Truth> {
  const formulas = Object.entries<Formula>(conditions).map(
    ([key, formula]) => [`${name}.${key}`, formula] as const,
  );
  const rulebook = new Rulebook(new Map(formulas), facts);
  return async (frame) => {
    const answers: Answers = await rulebook.run({ frame, given: {} });
    return (condition) => answers(`${name}.${condition}`);
  };
}
