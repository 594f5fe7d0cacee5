import {
  type CaseEvent,
  type CaseLog,
  type CaseResult,
  type Closing,
  type Constraint,
  type ConstraintState,
  type Day,
  type Deviation,
  type Ending,
  type Explanation,
  NOTHING_SAID,
  type Truth,
} from '@qingdan/core';
import { withoutNames } from '../explain/masked-world.js';
import type { World } from '../world/world.js';
import { caseDoubts, type CaseView } from './case-doubts.js';
import { findingsOf, outcomeOf } from './case-findings.js';
import { CaseMoment, CaseSetting } from './case-moment.js';
import { CaseRecord } from './case-record.js';
import { caseWaivers, type FindLooser } from './case-waivers.js';
import type { CompiledProcedure } from './compiled-procedure.js';
import { foldFollowing } from './fold.js';
import type { AsOf, Moment, Monitor, MonitorKind } from './monitor.js';
import { Occurrences } from './occurrences.js';
import { asWhole, isDone } from './parts.js';
import { stateOf } from './stands.js';

/** A case as its events come, in their order. It may be asked how it stands between any two. */
export class CaseRun {
  readonly #compiled: CompiledProcedure;
  readonly #log: CaseLog;
  /** Whether what its events say of the case by name is unknown. */
  readonly #isWithoutNames: boolean;
  readonly #firstDay: Day;
  readonly #findLooser: FindLooser | undefined;
  readonly #events: CaseEvent[] = [];
  readonly #world: World;
  readonly #setting: CaseSetting;
  /** In the order of the constraints; of those that have seen an event. */
  readonly #monitors: (Monitor | undefined)[];
  readonly #done = new Set<string>();
  readonly #begun = new Occurrences();
  readonly #record: CaseRecord;
  #last: Moment | undefined;
  #ended: { readonly by: CaseEvent; readonly ending: Ending } | undefined;

  constructor(
    compiled: CompiledProcedure,
    log: CaseLog,
    world: World,
    firstDay: Day,
    findLooser: FindLooser | undefined,
    isWithoutNames = false,
  ) {
    this.#compiled = compiled;
    this.#isWithoutNames = isWithoutNames;
    this.#findLooser = findLooser;
    this.#log = log;
    this.#firstDay = firstDay;
    this.#world = world;
    this.#setting = new CaseSetting(world, compiled.context.scope.epochs);
    this.#monitors = compiled.kinds.map(() => undefined);
    this.#record = new CaseRecord(compiled.record, log, firstDay);
  }

  observe(given: CaseEvent): void {
    const compiled = this.#compiled;
    const event = this.#isWithoutBeginning(given) ? asWhole(given) : given;
    const said = compiled.record.attributes.saidBy(event);
    if (said !== NOTHING_SAID) this.#record.take(said);
    const position = this.#events.length;
    const { record } = this.#record;
    const seen = this.#isWithoutNames ? withoutNames(record) : record;
    const moment = new CaseMoment(event, position, seen, this.#setting);
    this.#events.push(event);
    this.#last = moment;
    if (isDone(event, event.step)) this.#done.add(event.step);
    const ending = compiled.endingOf(event);
    if (ending !== undefined) this.#ended ??= { by: event, ending };
    const { kinds } = compiled;
    for (const index of compiled.seeing(event))
      (this.#monitors[index] ??= (kinds[index] as MonitorKind).start()).observe(moment);
  }

  /** How each constraint stands on a day, in their order. */
  states(day: Day): readonly ConstraintState[] {
    const closing = this.#closing();
    const endedBy = this.#ended?.by.step;
    const asOf: AsOf = {
      day,
      closed: closing !== undefined,
      owes: (step) => endedBy === undefined || this.#compiled.leadsTo(step, endedBy),
      calendar: this.#world.calendar,
      last: this.#last,
    };
    return foldFollowing(
      this.#compiled.procedure.constraints.map((constraint, index) =>
        doubted(this.#stateOf(constraint, index, asOf), this.#log.lost ?? 0),
      ),
      (step) => this.#done.has(step),
    );
  }

  /** Many systems write only that a step was completed. */
  #isWithoutBeginning(event: CaseEvent): boolean {
    if (event.kind === 'instant') return false;
    const isEnd = event.kind === 'complete' && !this.#begun.isStepUnderWay(event.step);
    this.#begun.of(event);
    return isEnd;
  }

  result(day: Day): CaseResult {
    const { procedure, context } = this.#compiled;
    const { policy } = context.scope;
    const states = this.states(day);
    const doubtsOf = caseDoubts(
      states,
      { log: { ...this.#log, events: this.#events }, world: this.#world },
      policy,
      (view) => this.#seenBy(view).states(day),
    );
    const waiverFor =
      policy.waivers.length === 0
        ? () => undefined
        : caseWaivers(
            procedure.id,
            policy,
            { log: { ...this.#log, events: this.#events }, world: this.#world, day },
            this.#findLooser,
          );
    const accountable = (step: string): Explanation['accountable'] =>
      this.#compiled.accountable(step);
    const findings = findingsOf(
      states,
      this.#log,
      procedure,
      policy,
      day,
      accountable,
      waiverFor,
      doubtsOf,
    );
    return {
      log: this.#log,
      procedure,
      policy,
      asOf: day,
      later: [],
      closing: this.#closing(),
      states,
      outcome: outcomeOf(findings),
      findings,
    };
  }

  /** Whether a step belongs to the case as it is now; of a case without events, unknown of one that asks something of it. */
  isCalledFor(step: string): Truth {
    if (this.#closing() !== undefined) return false;
    const { procedure, context } = this.#compiled;
    if (this.#last !== undefined) return context.isOwed(step, this.#last);
    return procedure.steps.find(({ id }) => id === step)?.when === undefined ? true : undefined;
  }

  /** The same case, as another sees it. */
  #seenBy({ log, world, isWithoutNames }: CaseView): CaseRun {
    const run = new CaseRun(this.#compiled, log, world, this.#firstDay, undefined, isWithoutNames);
    for (const event of log.events) run.observe(event);
    return run;
  }

  #closing(): Closing | undefined {
    if (this.#ended !== undefined) return { ending: this.#ended.ending, day: this.#ended.by.day };
    return this.#log.closed ? { ending: undefined, day: this.#last?.event.day } : undefined;
  }

  #stateOf(constraint: Constraint, index: number, asOf: AsOf): ConstraintState {
    const monitor = this.#monitors[index];
    if (monitor !== undefined) return stateOf(constraint, monitor.stand(asOf));
    const { kinds, unseen } = this.#compiled;
    return unseen[index] ?? stateOf(constraint, (kinds[index] as MonitorKind).start().stand(asOf));
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
