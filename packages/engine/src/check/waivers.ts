import {
  contains,
  type Day,
  type Explanation,
  type Parameter,
  type Policy,
  type RecordNode,
  type Waiver,
} from '@qingdan/core';
import { CompiledEvaluator } from '../compiled/evaluator.js';
import { nameOf } from '../lists/judgement.js';
import type { World } from '../world/world.js';

/** The waiver that stands for a finding: of the item, or of a parameter whose looser value would have let it pass. */
export function waiverFor(
  explanation: Explanation,
  record: RecordNode,
  world: World,
  policy: Policy,
  loosened: LoosenedPolicies | undefined,
  asOf?: Day,
): Waiver | undefined {
  const { law, verdict } = explanation;
  if (law === undefined || verdict !== 'violated') return undefined;
  return policy.waivers.find((waiver) => {
    if (!contains(waiver.interval, law)) return false;
    if (waiver.item !== undefined) return waiver.item === explanation.item;
    if (waiver.parameter === undefined) return false;
    const looser = loosened?.evaluatorFor(waiver, waiver.parameter, law);
    const again = looser?.judgeOne(nameOf(explanation), record, world, asOf)?.verdict;
    return again === 'satisfied' || again === 'notApplicable';
  });
}

/** The policy as it would be with a waived local value in force; made only when a finding asks. */
export class LoosenedPolicies {
  readonly #policy: Policy;
  readonly #localValues: (pack: string, parameter: string) => Parameter['values'] | undefined;
  readonly #evaluators = new Map<Waiver, CompiledEvaluator | undefined>();

  constructor(
    policy: Policy,
    localValues: (pack: string, parameter: string) => Parameter['values'] | undefined,
  ) {
    this.#policy = policy;
    this.#localValues = localValues;
  }

  /** Undefined where the waiver's pack has no value of its own in force on the day: then nothing is waived. */
  evaluatorFor(waiver: Waiver, id: string, law: Day): CompiledEvaluator | undefined {
    const values = this.#localValues(waiver.pack, id) ?? [];
    if (!values.some(({ interval, unset }) => !unset && contains(interval, law))) return undefined;
    if (!this.#evaluators.has(waiver)) this.#evaluators.set(waiver, this.#loosen(waiver, id));
    return this.#evaluators.get(waiver);
  }

  #loosen(waiver: Waiver, id: string): CompiledEvaluator | undefined {
    const parameter = this.#policy.parameters.get(id);
    const values = this.#localValues(waiver.pack, id);
    if (parameter === undefined || values === undefined) return undefined;
    const parameters = new Map(this.#policy.parameters);
    parameters.set(id, { ...parameter, values });
    return new CompiledEvaluator({ ...this.#policy, parameters });
  }
}
