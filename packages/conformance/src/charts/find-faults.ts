import type { Box, Drawn, DrawnFlow, DrawnNode, Point } from './drawn.js';

/** Less than that is how numbers are written. */
const SLACK = 0.05;

/** Whatever makes a drawn chart hard to read, one sentence each. */
export function findFaults(drawn: Drawn): string[] {
  return [
    ...textsOutside(drawn),
    ...textsOnEachOther(drawn),
    ...textsOnNodes(drawn),
    ...nodesOnEachOther(drawn),
    ...nodesOutOfLane(drawn),
    ...linesThroughNodes(drawn),
    ...linesOnEachOther(drawn),
    ...linesThroughTexts(drawn),
    ...looseEnds(drawn),
  ];
}

function textsOutside({ width, height, lanes, nodes, cells, texts }: Drawn): string[] {
  const page = { left: 0, top: 0, right: width, bottom: height };
  const held = [
    ...lanes.map(({ head, texts: inside }) => ({ box: head, corners: undefined, inside })),
    ...nodes.map(({ box, corners, texts: inside }) => ({ box, corners, inside })),
    ...cells.map(({ box, texts: inside }) => ({ box, corners: undefined, inside })),
    { box: page, corners: undefined, inside: texts },
  ];
  return held.flatMap(({ box, corners, inside }) =>
    inside
      .filter((text) => !isInside(text.box, box) || !isInPolygon(text.box, corners))
      .map(({ text }) => `\`${text}\` leaves its box`),
  );
}

function textsOnEachOther({ texts }: Drawn): string[] {
  return pairsOf(texts)
    .filter(([one, other]) => isOn(one.box, other.box))
    .map(([one, other]) => `\`${one.text}\` lies on \`${other.text}\``);
}

function textsOnNodes({ flows, nodes }: Drawn): string[] {
  return flows.flatMap(({ texts }) =>
    texts.flatMap(({ text, box }) =>
      nodes
        .filter((node) => isOn(box, node.box))
        .map(({ id }) => `the label \`${text}\` lies on ${id}`),
    ),
  );
}

function nodesOnEachOther({ nodes }: Drawn): string[] {
  return pairsOf(nodes)
    .filter(([one, other]) => isOn(one.box, other.box))
    .map(([one, other]) => `${one.id} lies on ${other.id}`);
}

function nodesOutOfLane({ nodes, lanes }: Drawn): string[] {
  return nodes
    .filter((node) => {
      const lane = lanes.find(({ id }) => id === node.lane);
      if (lane === undefined) return true;
      return !isInside(node.box, { ...lane.box, top: lane.head.bottom });
    })
    .map(({ id, lane }) => `${id} is not in ${lane}`);
}

/** A line touches a node only where it begins and ends. */
function linesThroughNodes({ flows, nodes }: Drawn): string[] {
  return flows.flatMap((flow) =>
    segmentsOf(flow).flatMap((segment) =>
      nodes
        .filter((node) => isOn(boxOf(segment), node.box))
        .map(({ id }) => `${flow.id} runs through ${id}`),
    ),
  );
}

/** Lines may cross, and run together where they come from one node or go to one. */
function linesOnEachOther({ flows }: Drawn): string[] {
  return pairsOf(flows)
    .filter(([one, other]) => one.from !== other.from && one.to !== other.to)
    .filter(([one, other]) =>
      segmentsOf(one).some((a) => segmentsOf(other).some((b) => isAlong(a, b))),
    )
    .map(([one, other]) => `${one.id} runs along ${other.id}`);
}

function linesThroughTexts({ flows, texts }: Drawn): string[] {
  return flows.flatMap((flow) =>
    segmentsOf(flow).flatMap((segment) =>
      texts
        .filter(({ box }) => isOn(boxOf(segment), box))
        .map(({ text }) => `${flow.id} runs through \`${text}\``),
    ),
  );
}

/** A flow begins below the middle of one node and ends above that of another. */
function looseEnds({ flows, nodes }: Drawn): string[] {
  const at = (id: string): DrawnNode | undefined => nodes.find((node) => node.id === id);
  return flows.flatMap(({ id, from, to, points }) => {
    const [first, last] = [points[0], points.at(-1)];
    const [start, end] = [at(from)?.box, at(to)?.box];
    if (first === undefined || last === undefined || start === undefined || end === undefined)
      return [`${id} leads nowhere`];
    const begins = isNear(first, (start.left + start.right) / 2, start.bottom);
    const arrives = isNear(last, (end.left + end.right) / 2, end.top);
    return begins && arrives ? [] : [`${id} does not touch its nodes`];
  });
}

type Segment = readonly [Point, Point];

function segmentsOf({ points }: DrawnFlow): Segment[] {
  return points.slice(1).map((point, index) => [points[index] ?? point, point]);
}

function boxOf([a, b]: Segment): Box {
  return {
    left: Math.min(a.x, b.x),
    right: Math.max(a.x, b.x),
    top: Math.min(a.y, b.y),
    bottom: Math.max(a.y, b.y),
  };
}

/** Whether two lines lie on each other for more than a point. */
function isAlong(one: Segment, other: Segment): boolean {
  const [a, b] = [boxOf(one), boxOf(other)];
  const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  const isBothLevel = a.top === a.bottom && b.top === b.bottom;
  const isBothUpright = a.left === a.right && b.left === b.right;
  return (
    (isBothLevel && high >= -SLACK && wide > SLACK) ||
    (isBothUpright && wide >= -SLACK && high > SLACK)
  );
}

function isNear({ x, y }: Point, atX: number, atY: number): boolean {
  return Math.abs(x - atX) <= SLACK && Math.abs(y - atY) <= SLACK;
}

function isInside(inner: Box, outer: Box): boolean {
  return (
    inner.left >= outer.left - SLACK &&
    inner.right <= outer.right + SLACK &&
    inner.top >= outer.top - SLACK &&
    inner.bottom <= outer.bottom + SLACK
  );
}

/** Whether the corners of a box lie in a convex polygon, whose corners go round clockwise. */
function isInPolygon({ left, right, top, bottom }: Box, corners?: readonly Point[]): boolean {
  if (corners === undefined) return true;
  const points = [left, right].flatMap((x) => [top, bottom].map((y) => ({ x, y })));
  return points.every(({ x, y }) =>
    corners.every((a, index) => {
      const b = corners[(index + 1) % corners.length] ?? a;
      return (b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x) >= -SLACK;
    }),
  );
}

function isOn(one: Box, other: Box): boolean {
  return (
    one.left < other.right - SLACK &&
    other.left < one.right - SLACK &&
    one.top < other.bottom - SLACK &&
    other.top < one.bottom - SLACK
  );
}

function pairsOf<T>(all: readonly T[]): [T, T][] {
  return all.flatMap((one, index) => all.slice(index + 1).map((other): [T, T] => [one, other]));
}
