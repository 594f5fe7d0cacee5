import type { Course } from './corridors.js';
import { isApart } from './tracks.js';

/** What runs level between two rows. Flows from one node run together, and so do flows to one. */
interface Net {
  readonly flows: Set<string>;
  /** Where lines come from above or go down, and the node or flow that they belong to. */
  readonly ups: Map<number, string>;
  readonly downs: Map<number, string>;
}

export interface Channels {
  /** How many tracks each channel has. */
  readonly tracks: ReadonlyMap<number, number>;
  /** On which track a flow runs in a channel; undefined: it goes straight through. */
  trackOf(flow: string, channel: number): number | undefined;
  /** Flows of which a line would lie on another one. */
  readonly conflicts: readonly Course[];
}

/** Room between two lines on the same track. */
const GAP = 8;

/** Gives each level line a track, so that none lies on another. */
export function layChannels(
  courses: readonly Course[],
  xOfColumn: (column: number) => number,
  xOfCorridor: (course: Course) => number,
): Channels {
  const nets = netsOf(courses, xOfColumn, xOfCorridor);
  const tracks = new Map<number, number>();
  const places = new Map<string, number>();
  const stuck = new Set<string>();
  for (const [channel, each] of nets) {
    const level = each.filter((net) => spanOf(net).from < spanOf(net).to);
    let left = level;
    let track = 0;
    while (left.length > 0) {
      let ready = left.filter((net) => !left.some((other) => other !== net && isAbove(other, net)));
      const [first] = left;
      if (ready.length === 0 && first !== undefined) {
        // Each would have to be above another: whichever comes first, two lines meet.
        for (const flow of first.flows) stuck.add(flow);
        ready = [first];
      }
      const chosen: Net[] = [];
      for (const net of ready.sort((a, b) => spanOf(a).from - spanOf(b).from)) {
        if (chosen.some((other) => !isApart(widen(spanOf(net)), spanOf(other)))) continue;
        chosen.push(net);
        for (const flow of net.flows) places.set(`${channel}/${flow}`, track);
      }
      left = left.filter((net) => !chosen.includes(net));
      track += 1;
    }
    tracks.set(channel, track);
  }
  return {
    tracks,
    trackOf: (flow, channel) => places.get(`${channel}/${flow}`),
    conflicts: courses.filter(({ flow }) => stuck.has(flow.id)),
  };
}

function netsOf(
  courses: readonly Course[],
  xOfColumn: (column: number) => number,
  xOfCorridor: (course: Course) => number,
): ReadonlyMap<number, Net[]> {
  const outs = new Map<string, number>();
  for (const { flow } of courses) outs.set(flow.from, (outs.get(flow.from) ?? 0) + 1);
  const byChannel = new Map<number, Map<string, Net>>();
  const netOf = (channel: number, key: string): Net => {
    const nets = byChannel.get(channel) ?? new Map<string, Net>();
    byChannel.set(channel, nets);
    const net = nets.get(key) ?? { flows: new Set(), ups: new Map(), downs: new Map() };
    nets.set(key, net);
    return net;
  };
  for (const course of courses) {
    const { flow, from, to, leaves, arrives, corridor } = course;
    const start = xOfColumn(from.column);
    const end = xOfColumn(to.column);
    if (corridor === undefined) {
      const isParted = (outs.get(flow.from) ?? 0) > 1;
      const net = netOf(leaves, isParted ? `from ${flow.from}` : `to ${flow.to}`);
      net.flows.add(flow.id);
      net.ups.set(start, flow.from);
      net.downs.set(end, flow.to);
      continue;
    }
    const middle = xOfCorridor(course);
    const isUp = to.row <= from.row;
    const leaving = netOf(leaves, `from ${flow.from}`);
    leaving.flows.add(flow.id);
    leaving.ups.set(start, flow.from);
    (isUp ? leaving.ups : leaving.downs).set(middle, `along ${flow.id}`);
    const arriving = netOf(arrives, `to ${flow.to}`);
    arriving.flows.add(flow.id);
    arriving.downs.set(end, flow.to);
    (isUp ? arriving.downs : arriving.ups).set(middle, `along ${flow.id}`);
  }
  return new Map([...byChannel].map(([channel, nets]) => [channel, [...nets.values()]]));
}

function spanOf({ ups, downs }: Net): { from: number; to: number } {
  const all = [...ups.keys(), ...downs.keys()];
  return { from: Math.min(...all), to: Math.max(...all) };
}

function widen({ from, to }: { from: number; to: number }): { from: number; to: number } {
  return { from: from - GAP, to: to + GAP };
}

/** Whether one has to lie above another: it comes from above where the other goes down. */
function isAbove(one: Net, other: Net): boolean {
  for (const [x, owner] of one.ups) {
    const below = other.downs.get(x);
    if (below !== undefined && below !== owner) return true;
  }
  return false;
}
