import {
  type Condition,
  type Day,
  type Doubt,
  isStruct,
  type RecordNode,
  type Value,
  withFields,
  withValues,
} from '@qingdan/core';
import { hasNoRoster } from '../compiled/authority.js';
import type { CompiledEvaluator } from '../compiled/evaluator.js';
import type { Frame } from '../compiled/frame.js';
import { type Judgement, nameOf } from '../lists/judgement.js';
import { APPROVAL } from '../lists/roles.js';
import type { World } from '../world/world.js';
import { decisiveDoubts } from './decisive-doubts.js';
import {
  doubtsOfWorld,
  withoutNames,
  worldDoubtingKin,
  worldWithoutNames,
} from './masked-world.js';

/** A record and its world, as someone sees them who takes what is doubtful for unknown. */
interface View {
  readonly record: RecordNode;
  readonly world: World;
}

/**
 * Weighs violations again without what is doubtful: what stands though all of that is unknown is free of doubt, and
 * nothing else is. The evaluator that gave the verdict answers, so that no way to a fact can be forgotten here.
 */
export class Doubter {
  readonly #evaluator: CompiledEvaluator;

  constructor(evaluator: CompiledEvaluator) {
    this.#evaluator = evaluator;
  }

  /** The doubts without which a violation would not stand, alone or with others. */
  doubtsOf(
    judgement: Judgement,
    record: RecordNode,
    world: World,
    asOf: Day | undefined,
  ): readonly Doubt[] {
    const possible = this.#possible(judgement, record, world);
    if (possible.length === 0) return NO_DOUBTS;
    const name = nameOf(judgement);
    const stands = (doubts: readonly Doubt[]): boolean => {
      const view = this.#viewOf(doubts, { record, world }, asOf);
      if (view.record === record && view.world === world) return true;
      const again = this.#evaluator.judgeOne(name, view.record, view.world, asOf);
      return again?.verdict === 'violated';
    };
    return decisiveDoubts(possible, stands);
  }

  /** Tells which conditions are true whatever is doubtful; none where the law isn't known. */
  sureIn(
    record: RecordNode,
    world: World,
    asOf: Day | undefined,
    isTrue: (of: Condition) => boolean,
  ): (of: Condition) => boolean {
    if (!this.#isDoubtful(record, world)) return isTrue;
    const view = this.#viewOf(['by-name', 'inferred-kin'], { record, world }, asOf);
    const frame = this.#frameOf(view, asOf);
    const { scope } = this.#evaluator.plan;
    return (condition) => frame !== undefined && scope.test(condition)(frame) === true;
  }

  #possible({ code }: Judgement, record: RecordNode, world: World): readonly Doubt[] {
    const always = code === 'AUTHORITY' ? NO_ROSTER : NO_DOUBTS;
    return this.#isDoubtful(record, world) ? [...OF_WORLD, ...always] : always;
  }

  /** Mostly nothing is: then there is nothing to be weighed again. */
  #isDoubtful(record: RecordNode, world: World): boolean {
    return (
      withoutNames(record) !== record || doubtsOfWorld(world, this.#evaluator.policy).length > 0
    );
  }

  #viewOf(doubts: readonly Doubt[], { record, world }: View, asOf: Day | undefined): View {
    let view: View = { record, world };
    if (doubts.includes('by-name'))
      view = { record: withoutNames(view.record), world: worldWithoutNames(view.world) };
    if (doubts.includes('inferred-kin'))
      view = { ...view, world: worldDoubtingKin(view.world, this.#evaluator.policy) };
    if (doubts.includes('no-roster')) {
      const frame = this.#frameOf(view, asOf);
      if (frame !== undefined) view = { ...view, record: withoutUnconfirmedRoles(frame) };
    }
    return view;
  }

  #frameOf({ record, world }: View, asOf: Day | undefined): Frame | undefined {
    return this.#evaluator.framesFor(record, world, asOf)?.[0];
  }
}

/** The record at hand, with each role unknown that is recorded on an approval and that no roster of the day confirms. */
function withoutUnconfirmedRoles(frame: Frame): RecordNode {
  const { record, values } = frame;
  const slot = record.record.approvals;
  const approvals = slot === undefined ? undefined : values[slot];
  if (slot === undefined || !Array.isArray(approvals)) return record;
  const confirmed = (approvals as readonly Value[]).map((approval): Value => {
    if (typeof approval !== 'object' || !isStruct(approval)) return approval;
    const [on, role] = [APPROVAL.on, APPROVAL.role].map((name) => approval.type.slotOf(name));
    if (role === undefined) return approval;
    if (!hasNoRoster(on === undefined ? undefined : approval.values[on], frame)) return approval;
    return withValues(approval, replaced(approval.values, role, undefined));
  });
  return withFields(record, withValues(record.fields, replaced(values, slot, confirmed)));
}

function replaced(values: readonly Value[], slot: number, value: Value): readonly Value[] {
  return values.map((each, index) => (index === slot ? value : each));
}

const NO_DOUBTS: readonly Doubt[] = [];
const OF_WORLD: readonly Doubt[] = ['by-name', 'inferred-kin'];
const NO_ROSTER: readonly Doubt[] = ['no-roster'];
