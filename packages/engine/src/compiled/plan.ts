import { inForce, type Item, type Policy } from '@qingdan/core';
import type { Judgement, Question } from '../lists/judgement.js';
import { noPowerItem, powersInForce, powersOf, questionsFor } from '../lists/questions.js';
import { type Answers, answersOf, noLawAnswer } from './answers.js';
import { createScope } from './compiler.js';
import type { Test } from './frame.js';
import type { Scope } from './scope.js';
import { compileNoPower, compileUnit, type Unit } from './unit.js';

/** A question with what answers it in each stretch of constant law; undefined where no revision is in force. */
export interface PlannedQuestion {
  readonly question: Question;
  readonly units: readonly (PlannedUnit | undefined)[];
  /** Where no revision was in force. */
  readonly noLaw: Judgement;
}

interface PlannedUnit {
  readonly item: Item | undefined;
  readonly judge: Unit['judge'];
  readonly violated: Test | undefined;
  readonly answers: Answers;
}

/** What screening asks in one stretch of constant law. */
export interface Standing {
  /** True where it is violated, undefined where it is undetermined. */
  readonly test: Test;
  readonly answers: Answers;
}

/** A policy, compiled kind by kind as records of the kind turn up. */
export class Plan {
  readonly scope: Scope;
  readonly #byKind = new Map<string, readonly PlannedQuestion[]>();
  readonly #standing = new Map<string, (readonly Standing[] | undefined)[]>();

  constructor(policy: Policy) {
    this.scope = createScope(policy);
  }

  questionsFor(kind: string): readonly PlannedQuestion[] {
    let planned = this.#byKind.get(kind);
    if (planned === undefined) this.#byKind.set(kind, (planned = this.#plan(kind)));
    return planned;
  }

  /** What is asked of a kind of record in one stretch of constant law. */
  standing(kind: string, epoch: number): readonly Standing[] {
    let byEpoch = this.#standing.get(kind);
    if (byEpoch === undefined) this.#standing.set(kind, (byEpoch = []));
    return (byEpoch[epoch] ??= this.questionsFor(kind).flatMap(({ units }) => {
      const unit = units[epoch];
      return unit === undefined
        ? []
        : { test: unit.violated ?? testOf(unit), answers: unit.answers };
    }));
  }

  #plan(kind: string): readonly PlannedQuestion[] {
    const { scope } = this;
    const { policy, epochs } = scope;
    const planned = questionsFor(policy, kind).map(({ question, revisions }): PlannedQuestion => {
      const units = new Map<Item, PlannedUnit>();
      for (const item of revisions)
        units.set(item, withAnswers(compileUnit(item, question.code, scope), question));
      return {
        question,
        noLaw: noLawAnswer(question),
        units: epochs.map((day) => {
          const item = inForce(revisions, day);
          return item === undefined ? undefined : units.get(item);
        }),
      };
    });
    const governed = [...powersOf(policy).values()].some(
      ([power]) => power?.governs.record === kind,
    );
    return governed ? [this.#noPower(kind), ...planned] : planned;
  }

  #noPower(kind: string): PlannedQuestion {
    const { policy, epochs } = this.scope;
    const question: Question = {
      list: 'power',
      item: noPowerItem(policy, kind),
      code: 'NO_POWER',
    };
    return {
      question,
      noLaw: noLawAnswer(question),
      units: epochs.map((day) => {
        const powers = powersInForce(policy, kind, day);
        return powers.length === 0
          ? undefined
          : withAnswers(compileNoPower(powers, this.scope), question);
      }),
    };
  }
}

/** Written out, so that all are of one hidden class: they are read for every record. */
function withAnswers({ item, judge, violated }: Unit, question: Question): PlannedUnit {
  return { item, judge, violated, answers: answersOf(question, item?.revision) };
}

function testOf({ judge }: PlannedUnit): Test {
  return (frame) => {
    const verdict = judge(frame);
    // The next question knows nothing of when this duty falls due.
    frame.due = undefined;
    return verdict === 'violated' ? true : verdict === 'undetermined' ? undefined : false;
  };
}
