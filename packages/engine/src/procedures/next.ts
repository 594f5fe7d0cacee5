import type {
  CaseEvent,
  CaseLog,
  CaseResult,
  Day,
  Deviation,
  Doubt,
  Due,
  NextNeed,
  NextState,
  NextStep,
  ProcedureRule,
  Step,
  Truth,
} from '@qingdan/core';
import { logUntil, orderEvents, Period } from '@qingdan/core';
import { ROSTER } from '../lists/roles.js';
import { BY_HOME, type World } from '../world/world.js';
import type { CaseChecker } from './case-checker.js';
import { Occurrences } from './occurrences.js';
import { isDone } from './parts.js';

/**
 * What may be done next in a case, step by step: each is tried on the day asked for, and may be done exactly when that
 * breaks nothing for good that wasn't broken before. Undefined where no revision was in force when the case began.
 */
export function nextSteps(
  checker: CaseChecker,
  whole: CaseLog,
  world: World,
  day: Day = world.clock,
): readonly NextStep[] | undefined {
  const { log } = logUntil(whole, day);
  const now = checker.check(log, world, day);
  if (now === undefined) return undefined;
  const run = checker.start(log, world, orderEvents(whole.events)[0]?.day ?? day);
  for (const event of orderEvents(log.events)) run?.observe(event);
  const tried = now.procedure.steps.map((step) =>
    new Trial(checker, log, world, now, step).next(day, run?.isCalledFor(step.id)),
  );
  // What must be done again is asked for by the steps that wait for it.
  const awaited = new Set(
    tried.flatMap(({ need, blockers }) =>
      need === 'owed'
        ? blockers.flatMap(({ code, lacking }) => (code === 'ORDER' ? lacking : []))
        : [],
    ),
  );
  return tried.map((next) =>
    next.need === 'none' && awaited.has(next.step.id) && run?.isCalledFor(next.step.id) === true
      ? { ...next, need: 'owed' }
      : next,
  );
}

class Trial {
  readonly #checker: CaseChecker;
  readonly #log: CaseLog;
  readonly #world: World;
  readonly #now: CaseResult;
  readonly #step: Step;
  /** What is wrong on a day without the step. */
  readonly #known = new Map<Day, ReadonlySet<string>>();

  constructor(checker: CaseChecker, log: CaseLog, world: World, now: CaseResult, step: Step) {
    this.#checker = checker;
    this.#log = log;
    this.#world = world;
    this.#now = now;
    this.#step = step;
  }

  next(day: Day, isCalledFor: Truth): NextStep {
    const { result, blockers, unclear } = this.#try(day);
    const earliest = this.#earliest(day, blockers);
    const people = this.#peopleIn(this.#step.roles, day);
    const tried = people.map((who) => {
      const by = this.#try(day, who);
      const because = by.blockers.filter(
        (each) => !blockers.some((other) => nameOf(other) === nameOf(each)),
      );
      return { ...who, because, doubts: doubtsOf(because, by.result) };
    });
    const done = this.#log.events.some((event) => isDone(event, this.#step.id));
    return {
      step: this.#step,
      done,
      state: stateOf(blockers, earliest),
      need: needOf(this.#step, done, isCalledFor, this.#now),
      blockers,
      doubts: doubtsOf(blockers, result),
      unclear,
      earliest,
      latest: latestOf(this.#step.id, this.#now),
      eligible: tried
        .filter(({ because }) => because.length === 0)
        .map(({ person, role }) => ({ person, role })),
      excluded: tried.filter(({ because }) => because.length > 0),
      attach: this.#step.evidence,
    };
  }

  /** What would newly be broken for good by doing the step, and what couldn't be told. */
  #try(
    day: Day,
    who?: { readonly person: string; readonly role: string },
  ): {
    readonly result: CaseResult | undefined;
    readonly blockers: readonly Deviation[];
    readonly unclear: readonly Deviation[];
  } {
    const event = this.#eventOn(day, who);
    const log = { ...this.#log, events: [...this.#log.events, event] };
    const known = this.#knownOn(day);
    const result = this.#checker.check(log, this.#world, day);
    const found = deviationsIn(result).filter((each) => !known.has(nameOf(each)));
    return {
      result,
      blockers: found.filter(({ verdict, permanent }) => verdict === 'violated' && permanent),
      // Who does it is what the people are tried for.
      unclear: found.filter(
        ({ verdict, constraint: { rule } }) =>
          verdict === 'undetermined' &&
          (who !== undefined || (rule.kind !== 'role' && rule.kind !== 'apart')),
      ),
    };
  }

  #knownOn(day: Day): ReadonlySet<string> {
    let known = this.#known.get(day);
    if (known === undefined) {
      const result = this.#checker.check(this.#log, this.#world, day);
      this.#known.set(day, (known = new Set(deviationsIn(result).map(nameOf))));
    }
    return known;
  }

  /** The first day on which nothing stands in the way, as long as time alone holds it up. */
  #earliest(today: Day, first: readonly Deviation[]): Day | undefined {
    let day = today;
    let blockers = first;
    // What has gone by may show what else has to: a few times at most, for each constraint its first and its last day.
    for (let tries = 2 * this.#now.states.length; tries >= 0; tries -= 1) {
      if (blockers.length === 0) return day;
      const days = blockers.map((each) => (isOfTime(each) ? each.due?.day : undefined));
      if (days.includes(undefined)) return undefined;
      // The last day of a publicity still belongs to it.
      day = Math.max(day + 1, ...days.map((each) => each ?? 0));
      blockers = this.#try(day).blockers;
    }
    return undefined;
  }

  /** The step done after all that was done; a posting begins, or ends where it has begun. */
  #eventOn(
    day: Day,
    who: { readonly person: string; readonly role: string } | undefined,
  ): CaseEvent {
    const { id, evidence } = this.#step;
    const occurrences = new Occurrences();
    for (const each of orderEvents(this.#log.events)) if (each.step === id) occurrences.of(each);
    const isOpen = occurrences.isStepUnderWay(id);
    const lasts = this.#now.procedure.constraints.some(
      ({ rule }) => rule.kind === 'publicity' && rule.step === id,
    );
    const last = this.#log.events.reduce((most, { seq }) => Math.max(most, seq ?? 0), 0);
    return {
      id: TRIED,
      step: id,
      iteration: undefined,
      kind: isOpen ? 'complete' : lasts ? 'start' : 'instant',
      day,
      instant: undefined,
      seq: last + 1,
      recordedAt: undefined,
      by:
        who === undefined
          ? undefined
          : { person: who.person, role: who.role, present: true, recused: false },
      participants: [],
      evidence: evidence.map(({ document }) => ({ document, reference: undefined, on: day })),
      tallies: [],
      voids: undefined,
      data: {},
      place: undefined,
    };
  }

  /** Who holds one of some roles on a day, by the roster of the case's organisation. */
  #peopleIn(
    roles: readonly string[],
    day: Day,
  ): readonly { readonly person: string; readonly role: string }[] {
    const { organisation } = this.#log;
    if (organisation === undefined) return [];
    const people = new Map<string, { person: string; role: string }>();
    for (const officer of this.#world.records.having(ROSTER.kind, BY_HOME, [], organisation)) {
      const value = (name: string) => {
        const slot = officer.record.fields.slotOf(name);
        return slot === undefined ? undefined : officer.fields.values[slot];
      };
      const person = value(ROSTER.person);
      const role = value(ROSTER.post);
      const term = value(ROSTER.term);
      if (typeof person !== 'string' || typeof role !== 'string' || !roles.includes(role)) continue;
      if (!(term instanceof Period) || !covers(term, day)) continue;
      people.set(person, { person, role });
    }
    return [...people.values()];
  }
}

function covers({ from, until }: Period, day: Day): boolean {
  return (
    typeof from === 'number' && from <= day && (typeof until === 'number' ? day < until : true)
  );
}

function isOfTime({ code, constraint: { rule }, due }: Deviation): boolean {
  if (rule.kind === 'template') return code !== 'LATE' && due !== undefined;
  return code === 'EARLY' || code === 'PUBLICITY_SHORT' || code === 'PUBLICITY_BROKEN';
}

function needOf(
  { id, optional }: Step,
  done: boolean,
  isCalledFor: Truth,
  { states }: CaseResult,
): NextNeed {
  if (isCalledFor === false) return 'none';
  const isOwed = states.some(
    ({ constraint: { rule }, verdict, deviations }) =>
      (verdict === 'temporarilyViolated' && asksFor(rule, id)) ||
      // What is overdue is still to be done.
      (rule.kind === 'deadline' &&
        rule.to.step === id &&
        deviations.some(({ code, events }) => code === 'LATE' && events.length < 2)),
  );
  if (isOwed) return isCalledFor === undefined ? 'unknown' : 'owed';
  return done && !optional ? 'none' : 'open';
}

/** Whether a rule that isn't kept yet is kept by doing a step. */
function asksFor(rule: ProcedureRule, step: string): boolean {
  switch (rule.kind) {
    case 'existence':
    case 'publicity':
    case 'recurrence':
      return rule.step === step;
    case 'deadline':
      return rule.to.step === step;
    case 'template': {
      const { template } = rule;
      if ('of' in template) return template.of.step === step;
      const isEither = template.kind === 'choice' || template.kind === 'exclusiveChoice';
      return template.target.step === step || (isEither && template.activation.step === step);
    }
    default:
      return false;
  }
}

function stateOf(blockers: readonly Deviation[], earliest: Day | undefined): NextState {
  if (blockers.length === 0) return 'allowed';
  if (earliest !== undefined) return 'waiting';
  return blockers.some(({ code }) => code === 'FORBIDDEN' || code === 'DUPLICATE')
    ? 'forbidden'
    : 'blocked';
}

/** The first of the days by which a step is due. */
function latestOf(step: string, { states }: CaseResult): Due | undefined {
  const dues = states.flatMap(({ constraint: { rule }, verdict, due }) =>
    verdict === 'temporarilyViolated' && rule.kind === 'deadline' && rule.to.step === step
      ? (due ?? [])
      : [],
  );
  return dues.reduce<Due | undefined>(
    (first, due) => ((due.day ?? Infinity) < (first?.day ?? Infinity) ? due : first),
    undefined,
  );
}

function deviationsIn(result: CaseResult | undefined): readonly Deviation[] {
  return result?.states.flatMap(({ deviations }) => deviations) ?? [];
}

/** Why some of what a case departs from is a suspicion at most. */
function doubtsOf(
  deviations: readonly Deviation[],
  result: CaseResult | undefined,
): readonly Doubt[] {
  const found = (result?.findings ?? [])
    .flatMap((finding) => [finding, ...finding.following])
    .filter(({ deviation }) => deviations.includes(deviation));
  return [...new Set(found.flatMap(({ doubts }) => doubts))].sort();
}

/** The event by which a step is tried. */
const TRIED = '#next';

/** The same deviation, whatever else has happened since. */
function nameOf({ constraint, code, step, events }: Deviation): string {
  // What is overdue is the same lateness once it is done.
  const telling = code === 'LATE' ? events.slice(0, 1) : events;
  const ids = telling.map(({ id }) => id);
  // An activation that nothing can fulfil any more stays that, whichever event it is told with.
  const isTold = constraint.rule.kind === 'template' && 'target' in constraint.rule.template;
  const named = isTold && ids.length > 1 ? ids.filter((id) => id !== TRIED) : ids;
  return [constraint.id, code, step, ...named].join(' ');
}
