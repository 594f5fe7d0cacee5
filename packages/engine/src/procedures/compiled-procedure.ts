import {
  Attributes,
  type CaseEvent,
  type ConstraintState,
  type Ending,
  type Explanation,
  leadsTo,
  type Procedure,
} from '@qingdan/core';
import { accountableFor } from './accountable.js';
import type { CaseKind } from './case-record.js';
import { type Context, contextOf } from './context.js';
import type { MonitorKind } from './monitor.js';
import { monitorOf } from './monitors/index.js';
import { isDone } from './parts.js';
import { stateOf } from './stands.js';

/** A revision of a procedure, made ready for any number of cases. */
export class CompiledProcedure {
  readonly procedure: Procedure;
  readonly context: Context;
  /** One for each constraint, in their order. */
  readonly kinds: readonly MonitorKind[];
  /** How each stands of which a case has seen no event; undefined where that depends on when it is asked. */
  readonly unseen: readonly (ConstraintState | undefined)[];
  /** What its cases are as records. */
  readonly record: CaseKind;
  readonly leadsTo: (earlier: string, later: string) => boolean;
  readonly #endings: ReadonlyMap<string, Ending>;
  readonly #seeing = new Map<string, Seers>();
  readonly #seeingAll: Seers;
  readonly #accountable = new Map<string, Explanation['accountable']>();

  constructor(procedure: Procedure, scope: Context['scope'], trace: Context['trace']) {
    this.procedure = procedure;
    this.context = contextOf(procedure, scope, trace);
    this.kinds = procedure.constraints.map((constraint) => monitorOf(constraint, this.context));
    this.unseen = procedure.constraints.map((constraint, index) => {
      const stand = this.kinds[index]?.unseen;
      return stand === undefined ? undefined : stateOf(constraint, stand);
    });
    const { records } = scope.policy;
    const attributes = new Attributes(records.get(procedure.record));
    this.record = { kind: procedure.record, records, attributes };
    this.leadsTo = leadsTo(procedure);
    this.#endings = new Map(
      procedure.steps.flatMap(({ id, ends }) => (ends === undefined ? [] : [[id, ends] as const])),
    );
    for (const { id } of procedure.steps) this.#seeing.set(id, this.#seers(id));
    this.#seeingAll = this.#seers(undefined);
  }

  /** The numbers of the constraints that see an event. */
  seeing({ step, evidence }: CaseEvent): readonly number[] {
    const seers = this.#seeing.get(step) ?? this.#seeingAll;
    return evidence.length === 0 ? seers.bare : seers.documented;
  }

  /** Those who answer for a step. */
  accountable(step: string): Explanation['accountable'] {
    let those = this.#accountable.get(step);
    if (those === undefined) {
      those = accountableFor(step, this.procedure, this.context.scope.policy);
      this.#accountable.set(step, those);
    }
    return those;
  }

  /** How an event closes its case; undefined where it doesn't. */
  endingOf(event: CaseEvent): Ending | undefined {
    const ending = this.#endings.get(event.step);
    return ending !== undefined && isDone(event, event.step) ? ending : undefined;
  }

  #seers(step: string | undefined): Seers {
    const seers = (isDocumented: boolean): readonly number[] =>
      this.kinds.flatMap(({ steps, seesDocuments }, index) =>
        steps === undefined ||
        (step !== undefined && steps.has(step)) ||
        (isDocumented && seesDocuments === true)
          ? [index]
          : [],
      );
    return { bare: seers(false), documented: seers(true) };
  }
}

/** The constraints that see an event of a step: one that comes with documents, or one that doesn't. */
interface Seers {
  readonly bare: readonly number[];
  readonly documented: readonly number[];
}
