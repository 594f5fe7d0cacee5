import {
  agreedVerdict,
  changesOfLaw,
  compare,
  type Day,
  type Policy,
  type RecordNode,
} from '@qingdan/core';
import { governingDate, lawDays } from '../lists/governing.js';
import type { Judged, Judgement } from '../lists/judgement.js';
import { INTERPRETER } from '../reference/interpret.js';
import type { ReferenceFrame } from '../reference/frame.js';
import type { World } from '../world/world.js';
import { type CannotExpress, checkExpressible } from './cannot-express.js';
import { Plan, type PlannedQuestion } from './plan.js';
import type { Answer } from './unit.js';

export interface CreatedJsonRulesEvaluator {
  /** Undefined where anything was refused. */
  readonly value: JsonRulesEvaluator | undefined;
  readonly refused: readonly CannotExpress[];
}

/**
 * Makes an evaluator that runs a policy on json-rules-engine. What that library can't express is refused here, with the
 * place in the policy; nothing is approximated.
 */
export function createJsonRulesEvaluator(policy: Policy): CreatedJsonRulesEvaluator {
  const refused = checkExpressible(policy);
  return { value: refused.length === 0 ? new JsonRulesEvaluator(policy) : undefined, refused };
}

/** Judges records by rules of json-rules-engine, two for each condition. Made by `createJsonRulesEvaluator`. */
export class JsonRulesEvaluator {
  readonly policy: Policy;
  readonly #changes: readonly Day[];
  readonly #plan: Plan;

  constructor(policy: Policy) {
    this.policy = policy;
    this.#changes = changesOfLaw(policy);
    this.#plan = new Plan(policy, this.#changes);
  }

  /** Judges one record. `asOf` overrides the date that chooses the law. */
  async judge(record: RecordNode, world: World, asOf?: Day): Promise<Judged> {
    const { coversFrom } = this.policy;
    const law = asOf ?? governingDate(record, world.clock);
    const frames = lawDays(law, this.#changes)?.map((day): ReferenceFrame => ({
      interpreter: INTERPRETER,
      policy: this.policy,
      changes: this.#changes,
      world,
      record,
      law: day,
      elements: [],
    }));
    const judgements: Judgement[] = [];
    for (const planned of this.#plan.questionsFor(record.record.id))
      judgements.push(await judgeQuestion(planned, frames));
    return {
      law,
      covered: coversFrom === undefined || compare('lessThan', law, coversFrom) !== true,
      judgements,
    };
  }
}

async function judgeQuestion(
  { question, unitOn }: PlannedQuestion,
  frames: readonly ReferenceFrame[] | undefined,
): Promise<Judgement> {
  if (frames === undefined)
    return { ...question, verdict: 'undetermined', revision: undefined, noLaw: false };
  const units = frames.map((frame) => unitOn(frame.law));
  const answers: Answer[] = [];
  for (const [index, frame] of frames.entries())
    answers.push((await units[index]?.ask(frame)) ?? { verdict: 'notApplicable' });
  const [first] = units;
  const due = answers.length === 1 ? answers[0]?.due : undefined;
  return {
    ...question,
    verdict: agreedVerdict(answers.map(({ verdict }) => verdict)),
    revision: units.every((unit) => unit?.item === first?.item) ? first?.item?.revision : undefined,
    noLaw: units.every((unit) => unit === undefined),
    ...(due === undefined ? {} : { due }),
  };
}
