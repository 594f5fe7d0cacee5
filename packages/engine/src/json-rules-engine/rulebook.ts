import type { Truth, Value } from '@qingdan/core';
import { Almanac, Engine, type RuleProperties } from 'json-rules-engine';
import { type Fact, type Facts, type Situation } from './facts.js';
import { conditionOf, type Formula } from './formula.js';
import { MODES, type Mode, TWO_VALUED } from './operators.js';

/** What a run said of each named formula. */
export type Answers = (name: string) => Truth;

/** Named formulas as plain rules, two for each: `<name>#certain` and `<name>#possible`. */
export function rulesOf(formulas: ReadonlyMap<string, Formula>): RuleProperties[] {
  return [...formulas].flatMap(([name, formula]) =>
    MODES.map((mode): RuleProperties => {
      const condition = conditionOf(formula, mode);
      return {
        name: ruleName(name, mode),
        // The root of a rule must be a group.
        conditions: 'fact' in condition ? { all: [condition] } : condition,
        event: { type: ruleName(name, mode) },
      };
    }),
  );
}

/** One engine of the library with its rules, built once and run for record after record. */
export class Rulebook {
  readonly #engine: Engine;
  readonly #size: number;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(formulas: ReadonlyMap<string, Formula>, facts: Facts) {
    const rules = rulesOf(formulas);
    this.#size = rules.length;
    this.#engine = new Engine(rules);
    for (const operator of TWO_VALUED) this.#engine.addOperator(operator);
    for (const fact of facts.all) {
      // The library would find cached values by a hash of the fact's name; the almanac remembers them for less.
      const value = (_: unknown, almanac: Almanac): unknown =>
        almanac instanceof SituationAlmanac ? almanac.read(fact) : undefined;
      this.#engine.addFact(fact.id, value, { cache: false });
    }
  }

  /**
   * Runs the rules. One run waits for another: an engine has a single status, and where two runs overlap the one that
   * ends first makes the library skip the other's rules without a word.
   */
  run(at: Situation): Promise<Answers> {
    const run = this.#turn.then(() => this.#run(at));
    this.#turn = run.catch(() => undefined);
    return run;
  }

  async #run(at: Situation): Promise<Answers> {
    const { results, failureResults } = await this.#engine.run(
      {},
      { almanac: new SituationAlmanac(at) },
    );
    if (results.length + failureResults.length !== this.#size)
      throw new Error('json-rules-engine left rules unanswered');
    const certainOrPossible = new Set(results.map(({ name }) => name));
    return (name) =>
      certainOrPossible.has(ruleName(name, 'certain'))
        ? true
        : certainOrPossible.has(ruleName(name, 'possible'))
          ? undefined
          : false;
  }
}

/** The facts of one situation, each computed at most once. */
class SituationAlmanac extends Almanac {
  readonly #at: Situation;
  readonly #values = new Map<string, Value | Promise<Value>>();

  constructor(at: Situation) {
    super();
    this.#at = at;
  }

  read(fact: Fact): Value | Promise<Value> {
    if (this.#values.has(fact.id)) return this.#values.get(fact.id);
    const value = fact.read(this.#at);
    this.#values.set(fact.id, value);
    return value;
  }
}

function ruleName(name: string, mode: Mode): string {
  return `${name}#${mode}`;
}
