import { and, type CaseEvent, or } from '@qingdan/core';
import type { AsOf, Moment } from '../../monitor.js';
import { LEVELS, oneOf } from './level.js';
import { type Fault, type Part, type PartStand, plainStand } from './part.js';
import type { Match } from './pattern.js';

/** One of the steps to choose from, and the first event that certainly is one of it, else the first that may be. */
class Option {
  event: CaseEvent | undefined;
  isDone: boolean | undefined = false;

  constructor(
    readonly step: string,
    readonly match: Match,
  ) {}

  observe(moment: Moment): void {
    if (this.isDone === true) return;
    const truth = this.match(moment);
    if (truth === true || (truth === undefined && this.isDone === false)) {
      this.event = moment.event;
      this.isDone = truth;
    }
  }
}

/** At least one of two steps; of an exclusive choice, not both. */
export class Choice implements Part {
  readonly #exclusive: boolean;
  readonly #one: Option;
  readonly #other: Option;

  constructor(
    exclusive: boolean,
    one: { readonly step: string; readonly match: Match },
    other: { readonly step: string; readonly match: Match },
  ) {
    this.#exclusive = exclusive;
    this.#one = new Option(one.step, one.match);
    this.#other = new Option(other.step, other.match);
  }

  observe(moment: Moment): void {
    this.#one.observe(moment);
    this.#other.observe(moment);
  }

  stand({ closed, owes }: AsOf): PartStand {
    const one = this.#one;
    const other = this.#other;
    const owed = owes(one.step) || owes(other.step);
    const wanting = !closed ? LEVELS.open : owed ? LEVELS.broken : LEVELS.absent;
    const any = or(one.isDone, other.isDone);
    const both = this.#exclusive && and(one.isDone, other.isDone);
    const range = oneOf([
      ...(any === true ? [] : [wanting]),
      ...(any === false || both === true ? [] : [LEVELS.kept]),
      ...(both === false ? [] : [LEVELS.broken]),
    ]);
    const fault = { certain: range.least === LEVELS.broken, lacking: [], due: undefined };
    const faults: Fault[] = [];
    if (any !== true && wanting === LEVELS.broken)
      faults.push({ ...fault, code: 'MISSING', step: one.step, events: [] });
    if (both !== false && one.event !== undefined && other.event !== undefined)
      faults.push({
        ...fault,
        code: 'FORBIDDEN',
        step: other.step,
        events: [one.event, other.event],
      });
    return plainStand(range, !this.#exclusive && any === true, faults);
  }
}
