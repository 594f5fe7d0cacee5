import { type Day, precedes } from '@qingdan/core';
import type { Moment } from '../../monitor.js';

/** More orders than these aren't tried, nor are days of more events, unless all of them are alike. */
const MOST_ORDERS = 200;
const MOST_OF_A_DAY = 40;

/** One moment in all the orders that the log allows; those of one `alike` may stand in each other's place. */
export interface Placed {
  readonly moment: Moment;
  readonly alike: string;
}

/**
 * Every order of some moments that what is known of them allows, but for the places of those that are alike and of which
 * nobody knows which came first. Undefined where there are too many, or where what is known contradicts itself.
 */
export function possibleOrders(moments: readonly Placed[]): readonly Placed[][] | undefined {
  let orders: Placed[][] = [[]];
  for (const day of daysOf(moments)) {
    const own = ordersOfDay(day);
    if (own === undefined || own.length * orders.length > MOST_ORDERS) return undefined;
    orders = orders.flatMap((before) => own.map((after) => [...before, ...after]));
  }
  return orders;
}

/** Finds out, as the moments come, whether any may have come before one that stands before it. */
export class OrderWatch {
  isUnproven = false;
  readonly moments: Moment[] = [];
  /** The last day of which an event has no time. */
  #bareOn: Day | undefined;

  observe(moment: Moment): void {
    this.isUnproven ||= this.#isUnproven(moment);
    this.moments.push(moment);
    if (moment.event.instant === undefined) this.#bareOn = moment.event.day;
  }

  #isUnproven({ event }: Moment): boolean {
    const isTimed = event.instant !== undefined;
    for (let i = this.moments.length - 1; i >= 0; i -= 1) {
      const other = (this.moments[i] as Moment).event;
      if (other.day !== event.day) return false;
      const order = precedes(other, event);
      if (order === undefined || order >= 0) return true;
      // Among events that all have a time, or none, what comes after the one before comes after all of them.
      if (isTimed ? this.#bareOn !== event.day : other.instant === undefined) return false;
    }
    return false;
  }
}

function daysOf(moments: readonly Placed[]): readonly (readonly Placed[])[] {
  const days: Placed[][] = [];
  for (const placed of moments) {
    const last = days.at(-1);
    if (last?.[0]?.moment.event.day === placed.moment.event.day) last.push(placed);
    else days.push([placed]);
  }
  return days;
}

function ordersOfDay(day: readonly Placed[]): readonly Placed[][] | undefined {
  const [first] = day;
  const key = (placed: Placed): string => {
    const { instant, seq } = placed.moment.event;
    return `${String(instant)} ${String(seq)} ${placed.alike}`;
  };
  if (first === undefined || day.every((each) => key(each) === key(first))) return [[...day]];
  if (day.length > MOST_OF_A_DAY) return undefined;
  const orders: Placed[][] = [];
  const extend = (taken: readonly Placed[], left: readonly Placed[]): boolean => {
    if (left.length === 0) orders.push([...taken]);
    if (orders.length > MOST_ORDERS) return false;
    const tried = new Set<string>();
    for (const next of left) {
      if (tried.has(key(next)) || left.some((other) => comesBefore(other, next))) continue;
      tried.add(key(next));
      const others = left.filter((each) => each !== next);
      if (!extend([...taken, next], others)) return false;
    }
    return true;
  };
  return extend([], day) && orders.length > 0 ? orders : undefined;
}

function comesBefore(a: Placed, b: Placed): boolean {
  const order = a === b ? undefined : precedes(a.moment.event, b.moment.event);
  return order !== undefined && order < 0;
}
