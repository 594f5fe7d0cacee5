import type { CaseEvent, Ending, Procedure } from '@qingdan/core';
import { Attributes } from './attributes.js';
import { type Context, contextOf } from './context.js';
import { leadsTo } from './lead-to.js';
import type { MonitorKind } from './monitor.js';
import { monitorOf } from './monitors/index.js';
import { isDone } from './parts.js';

/** A revision of a procedure, made ready for any number of cases. */
export class CompiledProcedure {
  readonly procedure: Procedure;
  readonly context: Context;
  /** One for each constraint, in their order. */
  readonly kinds: readonly MonitorKind[];
  /** What the log calls the fields of the case. */
  readonly attributes: Attributes;
  readonly leadsTo: (earlier: string, later: string) => boolean;
  readonly #endings: ReadonlyMap<string, Ending>;
  readonly #seeing = new Map<string, readonly number[]>();
  readonly #seeingAll: readonly number[];

  constructor(procedure: Procedure, scope: Context['scope'], trace: Context['trace']) {
    this.procedure = procedure;
    this.context = contextOf(procedure, scope, trace);
    this.kinds = procedure.constraints.map((constraint) => monitorOf(constraint, this.context));
    this.attributes = new Attributes(scope.policy.records.get(procedure.record));
    this.leadsTo = leadsTo(procedure);
    this.#endings = new Map(
      procedure.steps.flatMap(({ id, ends }) => (ends === undefined ? [] : [[id, ends] as const])),
    );
    for (const { id } of procedure.steps) this.#seeing.set(id, this.#seers(id));
    this.#seeingAll = this.#seers(undefined);
  }

  /** The numbers of the constraints that see events of a step. */
  seeing(step: string): readonly number[] {
    return this.#seeing.get(step) ?? this.#seeingAll;
  }

  /** How an event closes its case; undefined where it doesn't. */
  endingOf(event: CaseEvent): Ending | undefined {
    const ending = this.#endings.get(event.step);
    return ending !== undefined && isDone(event, event.step) ? ending : undefined;
  }

  #seers(step: string | undefined): readonly number[] {
    return this.kinds.flatMap(({ steps }, index) =>
      steps === undefined || (step !== undefined && steps.has(step)) ? [index] : [],
    );
  }
}
