import {
  agreedVerdict,
  and,
  changesOfLaw,
  compare,
  type Day,
  type Deadline,
  inForce,
  type Item,
  not,
  or,
  type Policy,
  type Power,
  type RecordNode,
  type Responsibility,
  shift,
  type Truth,
  type Value,
  type Verdict,
  verdictOf,
} from '@qingdan/core';
import { rollForward } from '../lists/deadline.js';
import { governingDate, lawDays } from '../lists/governing.js';
import type { Judged, Judgement } from '../lists/judgement.js';
import {
  type Asked,
  noPowerItem,
  powersInForce,
  powersOf,
  questionsFor,
} from '../lists/questions.js';
import type { World } from '../world/world.js';
import { isAuthorised } from './authority.js';
import type { ReferenceFrame } from './frame.js';
import { INTERPRETER, truthOf, valueOf } from './interpret.js';

interface Answer {
  readonly verdict: Verdict;
  readonly due?: Value;
}

/** Judges one record by the reference interpreter. `asOf` overrides the date that chooses the law. */
export function judgeByReference(
  policy: Policy,
  record: RecordNode,
  world: World,
  asOf?: Day,
): Judged {
  const changes = changesOfLaw(policy);
  const date = asOf ?? governingDate(record, world.clock);
  const days = lawDays(date, changes);
  const asked = questionsFor(policy, record.record.id);
  const covered =
    policy.coversFrom === undefined || compare('lessThan', date, policy.coversFrom) !== true;
  const frames = days?.map((law): ReferenceFrame => ({
    interpreter: INTERPRETER,
    policy,
    changes,
    world,
    record,
    law,
    elements: [],
  }));
  const judgements = asked.map((each) => judgeItem(each, frames));
  if (
    powersOf(policy).size > 0 &&
    [...powersOf(policy).values()].some(([power]) => power?.governs.record === record.record.id)
  ) {
    judgements.unshift(judgeNoPower(policy, record, frames));
  }
  return { law: date, covered, judgements };
}

function judgeItem(
  { question, revisions }: Asked,
  frames: readonly ReferenceFrame[] | undefined,
): Judgement {
  if (frames === undefined)
    return { ...question, verdict: 'undetermined', revision: undefined, noLaw: false };
  const items = frames.map((frame) => inForce(revisions, frame.law));
  const answers = frames.map((frame, index): Answer => {
    const item = items[index];
    return item === undefined ? { verdict: 'notApplicable' } : answer(item, question.code, frame);
  });
  const [first] = items;
  const one = items.every((item) => item === first) ? first : undefined;
  const due = answers.length === 1 ? answers[0]?.due : undefined;
  return {
    ...question,
    verdict: agreedVerdict(answers.map(({ verdict }) => verdict)),
    revision: one?.revision,
    noLaw: items.every((item) => item === undefined),
    ...(due === undefined ? {} : { due }),
  };
}

function answer(item: Item, code: Judgement['code'], frame: ReferenceFrame): Answer {
  switch (item.kind) {
    case 'Prohibition': {
      const applies = item.appliesWhen === undefined ? true : truthOf(item.appliesWhen, frame);
      const violated = item.also.reduce<Truth>(
        (truth, branch) => or(truth, truthOf(branch.condition, frame)),
        truthOf(item.violatedWhen, frame),
      );
      return { verdict: verdictOf(applies, violated) };
    }
    case 'Power': {
      const exercised = isExercised(item, frame);
      const violated =
        code === 'HOLDER' ? not(isHolder(item, frame)) : not(isAuthorised(item, frame));
      return {
        verdict:
          code === 'AUTHORITY' && item.authority.length === 0
            ? 'notApplicable'
            : verdictOf(exercised, violated),
      };
    }
    case 'Responsibility':
      return judgeDuty(item, frame);
  }
}

function isExercised(power: Power, frame: ReferenceFrame): Truth {
  return power.governs.when === undefined ? true : truthOf(power.governs.when, frame);
}

function isHolder(power: Power, frame: ReferenceFrame): Truth {
  const { record } = frame;
  const slot = record.record.holder;
  return compare('in', slot === undefined ? undefined : record.fields.values[slot], power.holders);
}

function judgeNoPower(
  policy: Policy,
  record: RecordNode,
  frames: readonly ReferenceFrame[] | undefined,
): Judgement {
  const question = {
    list: 'power',
    item: noPowerItem(policy, record.record.id),
    code: 'NO_POWER',
  } as const;
  if (frames === undefined)
    return { ...question, verdict: 'undetermined', revision: undefined, noLaw: false };
  const inForceThen = frames.map((frame) => powersInForce(policy, record.record.id, frame.law));
  const verdicts = frames.map((frame, index): Verdict => {
    const powers = inForceThen[index] ?? [];
    if (powers.length === 0) return 'notApplicable';
    return verdictOf(
      true,
      not(powers.reduce<Truth>((truth, power) => or(truth, isExercised(power, frame)), false)),
    );
  });
  return {
    ...question,
    verdict: agreedVerdict(verdicts),
    revision: undefined,
    noLaw: inForceThen.every((powers) => powers.length === 0),
  };
}

/** A duty that is fulfilled is satisfied; an open one is not applicable until it falls due. */
function judgeDuty(item: Responsibility, frame: ReferenceFrame): Answer {
  const power = inForce(powersOf(frame.policy).get(item.power), frame.law);
  if (power === undefined) return { verdict: 'notApplicable' };
  const applies = and(
    isExercised(power, frame),
    item.appliesWhen === undefined ? true : truthOf(item.appliesWhen, frame),
  );
  const due = item.due === undefined ? undefined : dueDate(item.due, frame);
  const fulfilled = truthOf(item.fulfilledWhen, {
    ...frame,
    ...(item.due === undefined ? {} : { due }),
  });
  const verdict = verdictOf(applies, not(fulfilled));
  if (item.due === undefined || verdict === 'satisfied' || verdict === 'notApplicable')
    return { verdict };
  const open = compare('lessThanInclusive', frame.world.clock, due);
  if (open === true) return { verdict: 'notApplicable', due };
  return { verdict: open === undefined ? 'undetermined' : verdict, due };
}

export function dueDate(deadline: Deadline, frame: ReferenceFrame): Value {
  const { calendar } = frame.world;
  const length = valueOf(deadline.within, frame);
  return rollForward(shift(valueOf(deadline.of, frame), length, false, calendar), length, calendar);
}
