import {
  type CaseLog,
  type CaseResult,
  type Day,
  inForce,
  logUntil,
  orderEvents,
  type Procedure,
  type RecordNode,
  type Revisions,
  type Sayings,
} from '@qingdan/core';
import type { World } from '../world/world.js';
import { CaseRecord } from './case-record.js';
import { CaseRun } from './case-run.js';
import type { FindLooser } from './case-waivers.js';
import { CompiledProcedure } from './compiled-procedure.js';
import type { Context } from './context.js';

/** Checks cases against a procedure: a function of the log, the day and the calendar alone. */
export class CaseChecker {
  readonly #revisions: Revisions<Procedure>;
  readonly #scope: Context['scope'];
  readonly #trace: Context['trace'];
  readonly #findLooser: FindLooser | undefined;
  readonly #compiled = new Map<Procedure, CompiledProcedure>();

  /** `findLooser` is for policies with waivers of parameters. */
  constructor(
    revisions: Revisions<Procedure>,
    scope: Context['scope'],
    trace: Context['trace'],
    findLooser?: FindLooser,
  ) {
    this.#findLooser = findLooser;
    this.#revisions = revisions;
    this.#scope = scope;
    this.#trace = trace;
  }

  /** How a case stands on a day; undefined where no revision was in force at its first event. */
  check(log: CaseLog, world: World, day: Day = world.clock): CaseResult | undefined {
    const until = logUntil(log, day);
    const run = this.start(until.log, world, firstDayOf(log) ?? day);
    if (run === undefined) return undefined;
    for (const event of orderEvents(until.log.events)) run.observe(event);
    const result = run.result(day);
    const { later } = until;
    if (later.length === 0) return result;
    // A case that hasn't begun keeps to nothing, nor does it depart from anything.
    const outcome = until.log.events.length === 0 ? 'notJudged' : result.outcome;
    return { ...result, log, later, outcome };
  }

  /** A case as a record, with all that its log says of it by a day; undefined where it had none yet, or no revision was in force. */
  recordOf(log: CaseLog, day: Day): RecordNode | undefined {
    const events = orderEvents(logUntil(log, day).log.events);
    const [first] = events;
    const procedure = first === undefined ? undefined : inForce(this.#revisions, first.day);
    if (first === undefined || procedure === undefined) return undefined;
    const { record: kind } = this.#compiledFor(procedure);
    const record = new CaseRecord(kind, log, first.day);
    const sayings = events.map((event) => kind.attributes.saidBy(event));
    record.take(Object.assign({}, ...sayings) as Sayings);
    return record.record;
  }

  /** A case whose events are still to come, in their order; its steps are those in force on its first day. */
  start(log: CaseLog, world: World, firstDay: Day): CaseRun | undefined {
    const procedure = inForce(this.#revisions, firstDay);
    return procedure === undefined
      ? undefined
      : new CaseRun(this.#compiledFor(procedure), log, world, firstDay, this.#findLooser);
  }

  #compiledFor(procedure: Procedure): CompiledProcedure {
    let compiled = this.#compiled.get(procedure);
    if (compiled === undefined) {
      compiled = new CompiledProcedure(procedure, this.#scope, this.#trace);
      this.#compiled.set(procedure, compiled);
    }
    return compiled;
  }
}

function firstDayOf({ events }: CaseLog): Day | undefined {
  return orderEvents(events)[0]?.day;
}
