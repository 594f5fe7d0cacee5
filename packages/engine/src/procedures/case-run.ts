import {
  type CaseEvent,
  type CaseLog,
  type CaseResult,
  type Closing,
  type ConstraintState,
  type Day,
  type Deviation,
  type Ending,
  type RecordNode,
} from '@qingdan/core';
import { Frame } from '../compiled/frame.js';
import type { World } from '../world/world.js';
import { caseRecord } from './case-record.js';
import { findingsOf, outcomeOf } from './case-findings.js';
import { type CheckAgain, waiverForDeviation } from './case-waivers.js';
import type { CompiledProcedure } from './compiled-procedure.js';
import { foldFollowing } from './fold.js';
import type { AsOf, Moment, Monitor } from './monitor.js';
import { isDone } from './parts.js';

/** A case as its events come, in their order. It may be asked how it stands between any two. */
export class CaseRun {
  readonly #compiled: CompiledProcedure;
  readonly #log: CaseLog;
  readonly #firstDay: Day;
  readonly #checkAgain: CheckAgain | undefined;
  readonly #events: CaseEvent[] = [];
  readonly #world: World;
  readonly #monitors: readonly Monitor[];
  readonly #done = new Set<string>();
  /** The log with what it says of the case by the names of the fields. */
  readonly #named: CaseLog;
  #data: Readonly<Record<string, unknown>> = {};
  #record: RecordNode;
  #last: Moment | undefined;
  #ended: { readonly by: CaseEvent; readonly ending: Ending } | undefined;
  #position = 0;

  constructor(
    compiled: CompiledProcedure,
    log: CaseLog,
    world: World,
    firstDay: Day,
    checkAgain: CheckAgain | undefined,
  ) {
    this.#compiled = compiled;
    this.#firstDay = firstDay;
    this.#checkAgain = checkAgain;
    this.#log = log;
    this.#world = world;
    this.#named = compiled.attributes.named(log);
    this.#monitors = compiled.kinds.map((kind) => kind.start());
    this.#record = this.#read();
  }

  observe(event: CaseEvent): void {
    this.#events.push(event);
    const said = this.#compiled.attributes.saidBy(event);
    if (Object.keys(said).length > 0) {
      this.#data = { ...this.#data, ...said };
      this.#record = this.#read();
    }
    const { scope } = this.#compiled.context;
    const frame = new Frame(this.#world, this.#record, event.day, scope.epochs.indexOf(event.day));
    const moment: Moment = { event, position: this.#position, frame };
    this.#position += 1;
    this.#last = moment;
    if (isDone(event, event.step)) this.#done.add(event.step);
    const ending = this.#compiled.endingOf(event);
    if (ending !== undefined) this.#ended ??= { by: event, ending };
    for (const index of this.#compiled.seeing(event.step)) this.#monitors[index]?.observe(moment);
  }

  result(day: Day): CaseResult {
    const closing = this.#closing();
    const endedBy = this.#ended?.by.step;
    const asOf: AsOf = {
      day,
      closed: closing !== undefined,
      owes: (step) => endedBy === undefined || this.#compiled.leadsTo(step, endedBy),
      calendar: this.#world.calendar,
      last: this.#last,
    };
    const { procedure, context } = this.#compiled;
    const { policy } = context.scope;
    const states = foldFollowing(
      procedure.constraints.map((constraint, index): ConstraintState => {
        const stand = (this.#monitors[index] as Monitor).stand(asOf);
        const { verdict, due, card, deviations, activations } = stand;
        const state = { constraint, verdict, due, card, deviations, activations };
        return doubted(state, this.#log.lost ?? 0);
      }),
      (step) => this.#done.has(step),
    );
    const log = { ...this.#log, events: this.#events };
    const findings = findingsOf(states, this.#log, procedure, policy, day, (deviation) =>
      policy.waivers.length === 0
        ? undefined
        : waiverForDeviation(
            deviation,
            procedure.id,
            policy,
            { log, world: this.#world, day },
            this.#checkAgain,
          ),
    );
    return {
      log: this.#log,
      procedure,
      policy,
      asOf: day,
      closing,
      states,
      outcome: outcomeOf(findings),
      findings,
    };
  }

  #closing(): Closing | undefined {
    if (this.#ended !== undefined) return { ending: this.#ended.ending, day: this.#ended.by.day };
    return this.#log.closed ? { ending: undefined, day: this.#last?.event.day } : undefined;
  }

  /** The case with what events have said of it so far. */
  #read(): RecordNode {
    const { procedure, context } = this.#compiled;
    const first = this.#firstDay;
    return caseRecord(
      this.#named,
      this.#data,
      first,
      procedure.record,
      context.scope.policy.records,
    );
  }
}

/** What only an event proves that may be among those that couldn't be read. */
function restsOnAbsence({ code, events }: Deviation): boolean {
  switch (code) {
    case 'MISSING':
    case 'ORDER':
    case 'EVIDENCE':
      return true;
    case 'LATE':
      return events.length < 2;
    default:
      return false;
  }
}

/** Where events of a case were lost, that there is none of a kind isn't known. */
function doubted(state: ConstraintState, lost: number): ConstraintState {
  if (lost === 0 || !state.deviations.some(restsOnAbsence)) return state;
  return {
    ...state,
    verdict: 'undetermined',
    deviations: state.deviations.map((deviation) =>
      restsOnAbsence(deviation)
        ? { ...deviation, verdict: 'undetermined', permanent: false }
        : deviation,
    ),
  };
}
