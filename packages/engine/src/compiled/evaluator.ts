import {
  agreedVerdict,
  compare,
  type Day,
  type Policy,
  type RecordNode,
  type Verdict,
} from '@qingdan/core';
import { governingDate, lawDays } from '../lists/governing.js';
import { type Judged, type Judgement, nameOf } from '../lists/judgement.js';
import type { World } from '../world/world.js';
import { answer, dueAnswer } from './answers.js';
import { Frame } from './frame.js';
import { Plan, type PlannedQuestion } from './plan.js';

/** The default evaluator: closures, compiled once per policy. */
export class CompiledEvaluator {
  readonly policy: Policy;
  readonly plan: Plan;

  constructor(policy: Policy) {
    this.policy = policy;
    this.plan = new Plan(policy);
  }

  /**
   * Judges one record. `asOf` overrides the date that chooses the law. Who goes on to explain hands over the frames, which
   * keep what was found out.
   */
  judge(
    record: RecordNode,
    world: World,
    asOf?: Day,
    frames = this.framesFor(record, world, asOf),
  ): Judged {
    const { coversFrom } = this.policy;
    const law = asOf ?? governingDate(record, world.clock);
    const questions = this.plan.questionsFor(record.record.id);
    return {
      law,
      covered: coversFrom === undefined || compare('lessThan', law, coversFrom) !== true,
      judgements: questions.map((planned) => judge(planned, frames)),
    };
  }

  /**
   * What `judge` finds violated or undetermined, in its order and without due dates, and nothing before the packs' time;
   * what is fine costs no object. Undefined where several laws may govern, or where which does isn't known: only `judge`
   * can tell then.
   */
  screen(record: RecordNode, world: World, asOf?: Day): readonly Judgement[] | undefined {
    const law = asOf ?? governingDate(record, world.clock);
    if (typeof law !== 'number') return undefined;
    const { coversFrom } = this.policy;
    if (coversFrom !== undefined && law < coversFrom) return NOTHING;
    const epoch = this.plan.scope.epochs.indexOf(law);
    const frame = new Frame(world, record, law, epoch);
    let found: Judgement[] | undefined;
    for (const { test, answers } of this.plan.standing(record.record.id, epoch)) {
      const truth = test(frame);
      if (truth === false) continue;
      (found ??= []).push(truth === true ? answers.violated : answers.undetermined);
    }
    return found ?? NOTHING;
  }

  /** Answers one question about a record; undefined where it isn't asked of its kind. */
  judgeOne(question: string, record: RecordNode, world: World, asOf?: Day): Judgement | undefined {
    const planned = this.plan
      .questionsFor(record.record.id)
      .find((each) => nameOf(each.question) === question);
    return planned === undefined ? undefined : judge(planned, this.framesFor(record, world, asOf));
  }

  /** A frame for each law that may govern a record; undefined where its governing date isn't known. */
  framesFor(record: RecordNode, world: World, asOf?: Day): readonly Frame[] | undefined {
    const { epochs } = this.plan.scope;
    const law = asOf ?? governingDate(record, world.clock);
    const days = lawDays(law, epochs.changes);
    return days?.map((day) => new Frame(world, record, day, epochs.indexOf(day)));
  }
}

const NOTHING: readonly Judgement[] = Object.freeze([]);

function judge(planned: PlannedQuestion, frames: readonly Frame[] | undefined): Judgement {
  const { question, units } = planned;
  if (frames === undefined) return answer(question, 'undetermined', undefined, false);
  const [only] = frames;
  if (frames.length === 1 && only !== undefined) {
    const unit = units[only.epoch];
    if (unit === undefined) return planned.noLaw;
    only.due = undefined;
    const verdict = unit.judge(only);
    const judgement = unit.answers[verdict];
    // An open or late duty says when it falls due.
    return only.due === undefined || verdict === 'satisfied'
      ? judgement
      : dueAnswer(judgement, only.due);
  }
  const inForce = frames.map((frame) => units[frame.epoch]);
  const verdicts = frames.map(
    (frame, index): Verdict => inForce[index]?.judge(frame) ?? 'notApplicable',
  );
  const [first] = inForce;
  return answer(
    question,
    agreedVerdict(verdicts),
    inForce.every((unit) => unit?.item === first?.item) ? first?.item?.revision : undefined,
    inForce.every((unit) => unit === undefined),
  );
}
