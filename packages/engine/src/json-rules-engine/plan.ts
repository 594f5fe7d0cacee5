import { type Day, inForce, type Item, type Policy } from '@qingdan/core';
import type { Question } from '../lists/judgement.js';
import { noPowerItem, powersInForce, powersOf, questionsFor } from '../lists/questions.js';
import type { Context } from './context.js';
import { Facts } from './facts.js';
import { lowerCondition } from './lower.js';
import { createNoPower, createUnit, type Unit } from './unit.js';

/** A question, and the rules that answer it under the law of a day; undefined where no revision is in force. */
export interface PlannedQuestion {
  readonly question: Question;
  readonly unitOn: (law: Day) => PlannedUnit | undefined;
}

interface PlannedUnit {
  /** Undefined for what is asked of all powers together. */
  readonly item: Item | undefined;
  readonly ask: Unit;
}

/** Rules are written once for each question and stretch of constant law, when the first record asks for them. */
export class Plan {
  readonly #policy: Policy;
  readonly #changes: readonly Day[];
  readonly #byKind = new Map<string, readonly PlannedQuestion[]>();

  constructor(policy: Policy, changes: readonly Day[]) {
    this.#policy = policy;
    this.#changes = changes;
  }

  questionsFor(kind: string): readonly PlannedQuestion[] {
    let planned = this.#byKind.get(kind);
    if (planned === undefined) this.#byKind.set(kind, (planned = this.#plan(kind)));
    return planned;
  }

  #plan(kind: string): readonly PlannedQuestion[] {
    const policy = this.#policy;
    const planned = questionsFor(policy, kind).map(({ question, revisions }): PlannedQuestion => ({
      question,
      unitOn: this.#byEpoch((law) => {
        const item = inForce(revisions, law);
        if (item === undefined) return undefined;
        return { item, ask: createUnit(item, question.code, this.#contextOn(law)) };
      }),
    }));
    const governed = [...powersOf(policy).values()].some(
      ([power]) => power?.governs.record === kind,
    );
    return governed ? [this.#noPower(kind), ...planned] : planned;
  }

  #noPower(kind: string): PlannedQuestion {
    const name = noPowerItem(this.#policy, kind);
    return {
      question: { list: 'power', item: name, code: 'NO_POWER' },
      unitOn: this.#byEpoch((law) => {
        const powers = powersInForce(this.#policy, kind, law);
        if (powers.length === 0) return undefined;
        return { item: undefined, ask: createNoPower(name, powers, this.#contextOn(law)) };
      }),
    };
  }

  #contextOn(law: Day): Context {
    return { policy: this.#policy, law, facts: new Facts(), lower: lowerCondition };
  }

  /** Remembers what is made for a day, for all days between the same two changes of law. */
  #byEpoch<T>(make: (law: Day) => T): (law: Day) => T {
    const made = new Map<number, T>();
    return (law) => {
      const epoch = this.#changes.findIndex((day) => day > law);
      let found = made.get(epoch);
      if (found === undefined && !made.has(epoch)) made.set(epoch, (found = make(law)));
      return found as T;
    };
  }
}
