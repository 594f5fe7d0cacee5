import type { Chart, ChartLane } from '../chart.js';

/** The lanes so that flows between them are short. Between orders as short as each other, that of the steps stands. */
export function orderLanes({ lanes, nodes, flows }: Chart): readonly ChartLane[] {
  const laneOf = new Map(nodes.map(({ id, lane }) => [id, lane]));
  const lengthOf = (order: readonly ChartLane[]): number => {
    const place = new Map(order.map(({ id }, index) => [id, index]));
    const at = (node: string): number => place.get(laneOf.get(node) ?? '') ?? 0;
    let length = 0;
    for (const { from, to } of flows) length += Math.abs(at(from) - at(to));
    return length;
  };
  let best = [...lanes];
  let least = lengthOf(best);
  for (let isBetter = true; isBetter;) {
    isBetter = false;
    // One lane is moved at a time: to swap two is to move each.
    for (const from of best.keys()) {
      for (const to of best.keys()) {
        const other = [...best];
        const [moved] = other.splice(from, 1);
        if (moved === undefined) continue;
        other.splice(to, 0, moved);
        const length = lengthOf(other);
        if (length >= least) continue;
        [best, least, isBetter] = [other, length, true];
      }
    }
  }
  return best;
}
