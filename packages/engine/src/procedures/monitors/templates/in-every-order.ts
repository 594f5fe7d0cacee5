import type { Activation, Constraint } from '@qingdan/core';
import { deviation, type Moment, type Stand } from '../../monitor.js';
import { type Placed, possibleOrders } from './orders.js';

/**
 * How a template stands of which some events can't be told to have come before others: as it does in each order that the log
 * allows, where that is the same; else nothing is broken or kept, but the order is unproven.
 */
export function inEveryOrder(
  constraint: Constraint,
  inLog: Stand,
  placed: readonly Placed[],
  standIn: (moments: readonly Moment[]) => Stand,
): Stand {
  const orders = possibleOrders(placed);
  const stands = orders?.map((order) => standIn(order.map(({ moment }) => moment)));
  // The first of them is that of the log, where the log's is possible.
  const [stand = inLog] = stands ?? [];
  const activations = stand.activations?.map((each, index) =>
    stands !== undefined && isSettled(each, index, stand, stands, placed)
      ? each
      : ({ ...each, outcome: 'undetermined' } as const),
  );
  if (stands?.every(({ verdict }) => verdict === stand.verdict) === true)
    return { ...stand, activations };
  return {
    ...stand,
    verdict: 'undetermined',
    deviations: [unproven(constraint, placed)],
    activations,
  };
}

/** Whether an activation, and all that may stand in its place, come to the same in every order. */
function isSettled(
  activation: Activation,
  index: number,
  { activations: all = [] }: Stand,
  stands: readonly Stand[],
  placed: readonly Placed[],
): boolean {
  const own = placed.find(({ moment }) => moment.event === activation.event);
  const peers = placed
    .filter(({ moment: { event }, alike }) => {
      const { day, instant, seq } = activation.event;
      const isSamePlace = event.day === day && event.instant === instant && event.seq === seq;
      return isSamePlace && alike === own?.alike;
    })
    .map(({ moment }) => moment.event);
  // Of a template that both its steps activate, an event may be there once for each of its parts.
  const before = all.slice(0, index).filter(({ event }) => event === activation.event).length;
  return stands.every(({ activations = [] }) =>
    peers.every((peer) => {
      const found = activations.filter(({ event }) => event === peer)[before];
      return found?.outcome === activation.outcome;
    }),
  );
}

function unproven(constraint: Constraint, placed: readonly Placed[]) {
  const events = placed.map(({ moment }) => moment.event);
  const tied = events.filter((event) =>
    events.some((other) => other !== event && other.day === event.day),
  );
  const step = tied.at(-1)?.step ?? '';
  return deviation(constraint, 'ORDER_UNPROVEN', step, {
    verdict: 'undetermined',
    events: tied,
    lacking: [...new Set(tied.map((event) => event.step))].filter((each) => each !== step),
  });
}
