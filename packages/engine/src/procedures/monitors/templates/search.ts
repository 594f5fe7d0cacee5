import {
  type Activation,
  and,
  type CaseEvent,
  type Day,
  type Due,
  or,
  type Truth,
} from '@qingdan/core';
import { earliestAfter } from '../../counting.js';
import type { AsOf, Moment } from '../../monitor.js';
import { type Level, LEVELS, NOTHING, oneOf, type Range, worst } from './level.js';
import type { Fault, Part, PartStand } from './part.js';
import type { Match } from './pattern.js';
import { isInTime, type Kept, type Lengths, type Relation, dueAfter } from './relation.js';

/** Where the target of an activation is looked for, and what it means that it is there. */
export interface SearchShape {
  readonly looks: 'ahead' | 'behind' | 'around';
  /** As far as the case goes, to the next activation on that side, or to the next event. */
  readonly reach: 'plain' | 'alternate' | 'chain';
  /** The target may not be there. */
  readonly forbids: boolean;
}

/** An event that a later activation may find behind it. */
interface Target {
  readonly kept: Kept;
  /** Whether it is a target, and still within reach. */
  truth: Truth;
}

/** An activation that still looks ahead. */
interface Wait {
  readonly kept: Kept;
  readonly position: number;
  /** It isn't known whether it is an activation. */
  readonly unsure: boolean;
  readonly lengths: Lengths;
  /** By when a target has to come; undefined where there is no limit. */
  readonly due: Due | undefined;
  maybeFound: CaseEvent | undefined;
  maybeOver: boolean;
}

/** An activation of which nothing can change any more. */
interface Settled {
  readonly position: number;
  readonly activation: Activation;
}

/**
 * Looks for a target of each activation: the one engine of all templates over two steps. An event is never its own
 * target. What looks behind keeps the targets that a later activation may need, and what looks ahead the activations that
 * have found none yet.
 */
export class Search implements Part {
  readonly #shape: SearchShape;
  readonly #steps: { readonly activation: string; readonly target: string };
  readonly #activates: Match;
  readonly #isTarget: Match;
  readonly #relation: Relation;
  #targets: Target[] = [];
  #waits: Wait[] = [];
  #range: Range = NOTHING;
  readonly #settled: Settled[] = [];
  readonly #faults: Fault[] = [];

  constructor(
    shape: SearchShape,
    activation: { readonly step: string; readonly match: Match },
    target: { readonly step: string; readonly match: Match },
    relation: Relation,
  ) {
    this.#shape = shape;
    this.#steps = { activation: activation.step, target: target.step };
    this.#activates = activation.match;
    this.#isTarget = target.match;
    this.#relation = relation;
  }

  observe(moment: Moment): void {
    const { looks, reach } = this.#shape;
    const activates = this.#activates(moment);
    const isTarget = this.#isTarget(moment);
    const ends = reach === 'chain' || (reach === 'alternate' && activates);
    if (this.#waits.length > 0)
      this.#waits = this.#waits.filter((wait) => this.#isStillOpen(wait, moment, isTarget, ends));
    if (activates !== false) this.#begin(moment, activates === undefined);
    if (looks !== 'ahead') this.#remember(moment, isTarget, ends);
  }

  stand(asOf: AsOf): PartStand {
    const { looks, reach, forbids } = this.#shape;
    let range = this.#range;
    let due: Due | undefined;
    const faults = [...this.#faults];
    const listed = [...this.#settled];
    for (const wait of this.#waits) {
      const isLate = isOver(wait, asOf.day);
      const each = this.#rangeOf(wait, isLate, asOf);
      range = worst(range, each);
      if (each.most === LEVELS.broken)
        faults.push(this.#faultOf(wait, each, wait.maybeFound, isLate));
      if (!isLate && !forbids) due ??= wait.due;
      listed.push({
        position: wait.position,
        activation: activationOf(wait, each, !asOf.closed && !isLate),
      });
    }
    return {
      range,
      final:
        looks !== 'ahead' &&
        reach === 'plain' &&
        !forbids &&
        this.#relation.free &&
        this.#targets.some(({ truth }) => truth === true),
      faults,
      due,
      activations: listed
        .sort((a, b) => a.position - b.position)
        .map(({ activation }) => activation),
    };
  }

  /** Shows a waiting activation one more event; false once nothing can change for it. */
  #isStillOpen(wait: Wait, moment: Moment, isTarget: Truth, ends: Truth): boolean {
    const { event } = moment;
    if (isOver(wait, event.day)) {
      this.#settle(wait, wait.maybeFound === undefined ? false : undefined, wait.maybeFound, {
        isLate: true,
      });
      return false;
    }
    const found = and(isTarget, isTarget !== false && this.#relates(wait, moment));
    const clear = clearing(wait, wait.kept.event, this.#shape.forbids);
    if (found === true) {
      this.#settle(wait, wait.maybeOver ? undefined : true, event, { clear });
      return false;
    }
    if (found === undefined) wait.maybeFound ??= event;
    if (ends === true) {
      const isEarly = isTarget === true && clear?.day !== undefined && event.day < clear.day;
      this.#settle(wait, wait.maybeFound === undefined ? false : undefined, event, {
        clear: isEarly ? clear : undefined,
      });
      return false;
    }
    if (ends === undefined) wait.maybeOver = true;
    return true;
  }

  #relates({ kept, lengths }: Wait, moment: Moment): Truth {
    const inTime = isInTime(lengths, kept.event, moment.event);
    return inTime === false
      ? false
      : and(inTime, this.#relation.correlated(kept, this.#relation.keep(moment)));
  }

  #begin(moment: Moment, unsure: boolean): void {
    const { event, position } = moment;
    const lengths = this.#relation.lengths(moment);
    const wait: Wait = {
      kept: this.#relation.keep(moment),
      position,
      unsure,
      lengths,
      due: dueAfter(event, lengths),
      maybeFound: undefined,
      maybeOver: false,
    };
    const { found, by, clear } = this.#lookBehind(wait);
    if (this.#shape.looks === 'behind' || found === true) this.#settle(wait, found, by, { clear });
    else {
      wait.maybeFound = by;
      this.#waits.push(wait);
    }
  }

  /** The latest target behind an activation: one that certainly is, else one that may be. */
  #lookBehind({ kept, lengths }: Wait): {
    readonly found: Truth;
    readonly by: CaseEvent | undefined;
    readonly clear: Due | undefined;
  } {
    const { forbids } = this.#shape;
    let maybe: CaseEvent | undefined;
    let clear: Due | undefined;
    let truth: Truth = false;
    for (let i = this.#targets.length - 1; i >= 0; i -= 1) {
      const target = this.#targets[i] as Target;
      const { event } = target.kept;
      const inTime = isInTime(lengths, event, kept.event);
      let each = and(target.truth, inTime);
      if (each !== false) each = and(each, this.#relation.correlated(kept, target.kept));
      if (each === true) {
        const after = clearing({ lengths }, event, forbids);
        return { found: true, by: event, clear: forbids ? after : undefined };
      }
      if (inTime === false && !forbids)
        clear = sooner(clear, this.#heldUpBy({ kept, lengths }, target));
      if (each === undefined) maybe ??= event;
      truth = or(truth, each);
    }
    return { found: truth, by: maybe, clear };
  }

  /** The day from which a target behind an activation is long enough ago, where nothing but time is wanting. */
  #heldUpBy({ kept, lengths }: Pick<Wait, 'kept' | 'lengths'>, target: Target): Due | undefined {
    const due = clearing({ lengths }, target.kept.event, false);
    const isEarly = due?.day !== undefined && kept.event.day < due.day;
    const suits = and(target.truth, this.#relation.correlated(kept, target.kept));
    return isEarly && suits === true ? due : undefined;
  }

  #remember(moment: Moment, isTarget: Truth, ends: Truth): void {
    if (ends === true) this.#targets = [];
    else if (ends === undefined)
      for (const target of this.#targets) target.truth = and(target.truth, undefined);
    if (isTarget === false) return;
    // Of targets that suit any activation one is enough.
    if (this.#relation.free && isTarget === true) this.#targets = [];
    this.#targets.push({ kept: this.#relation.keep(moment), truth: isTarget });
  }

  #settle(
    wait: Wait,
    found: Truth,
    by: CaseEvent | undefined,
    { isLate = false, clear }: { readonly isLate?: boolean; readonly clear?: Due | undefined } = {},
  ): void {
    const range = this.#levels(wait, [
      ...(found === false ? [] : [this.#foundLevel()]),
      ...(found === true ? [] : [this.#overLevel()]),
    ]);
    this.#range = worst(this.#range, range);
    if (range.most === LEVELS.broken)
      this.#faults.push(this.#faultOf(wait, range, by, isLate, clear));
    this.#settled.push({
      position: wait.position,
      activation: activationOf(wait, range, false, by),
    });
  }

  /** How a waiting activation stands. */
  #rangeOf(wait: Wait, isLate: boolean, { closed, owes }: AsOf): Range {
    const isVain = closed ? owes(this.#steps.target) : isLate;
    const waiting = closed || this.#shape.forbids ? LEVELS.kept : LEVELS.open;
    return this.#levels(wait, [
      ...(wait.maybeFound === undefined ? [] : [this.#foundLevel()]),
      ...(isVain ? [] : [waiting]),
      ...(isVain || wait.maybeOver || (wait.due !== undefined && wait.due.day === undefined)
        ? [this.#overLevel()]
        : []),
    ]);
  }

  #levels({ unsure }: Wait, levels: readonly Level[]): Range {
    return oneOf(unsure ? [LEVELS.absent, ...levels] : levels);
  }

  #foundLevel(): Level {
    return this.#shape.forbids ? LEVELS.broken : LEVELS.kept;
  }

  #overLevel(): Level {
    return this.#shape.forbids ? LEVELS.kept : LEVELS.broken;
  }

  #faultOf(
    wait: Wait,
    range: Range,
    by: CaseEvent | undefined,
    isLate: boolean,
    clear?: Due,
  ): Fault {
    const { looks, reach, forbids } = this.#shape;
    const { activation, target } = this.#steps;
    const { event } = wait.kept;
    const isOrder = forbids ? looks !== 'around' : looks === 'behind' || reach === 'chain';
    return {
      code: isLate && !forbids ? 'LATE' : isOrder ? 'ORDER' : forbids ? 'FORBIDDEN' : 'MISSING',
      step: looks === 'behind' ? activation : target,
      certain: range.least === LEVELS.broken,
      events: by === undefined ? [event] : looks === 'behind' ? [by, event] : [event, by],
      lacking: forbids || looks === 'ahead' ? [] : [target],
      due: isLate ? wait.due : range.least === LEVELS.broken ? clear : undefined,
    };
  }
}

/** From when time alone lets an event stand with one before it: long enough after it, or after what forbids it is over. */
function clearing(
  { lengths: { least, most, calendar } }: Pick<Wait, 'lengths'>,
  from: CaseEvent,
  forbids: boolean,
): Due | undefined {
  const length = forbids ? most : least;
  return length && earliestAfter(from, length.length, calendar);
}

function sooner(a: Due | undefined, b: Due | undefined): Due | undefined {
  return (b?.day ?? Infinity) < (a?.day ?? Infinity) ? b : a;
}

/** Whether its time has gone; where that can't be told, not. */
function isOver({ due }: Wait, day: Day): boolean {
  return due?.day !== undefined && day > due.day;
}

function activationOf(
  wait: Wait,
  { least, most }: Range,
  isOpen: boolean,
  by: CaseEvent | undefined = wait.maybeFound,
): Activation {
  const { event } = wait.kept;
  if (least !== most) return { event, outcome: 'undetermined', by };
  if (isOpen) return { event, outcome: 'pending', by: undefined };
  return { event, outcome: least === LEVELS.kept ? 'fulfilled' : 'violated', by };
}
