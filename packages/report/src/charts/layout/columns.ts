import type { Chart, ChartFlow, ChartLane } from '../chart.js';

/** The columns from left to right; a lane has as many as it has nodes in one row. */
export interface Columns {
  readonly count: number;
  /** Of each node. */
  readonly of: ReadonlyMap<string, number>;
  /** The first column of each lane, and the one after its last. */
  readonly spans: ReadonlyMap<string, readonly [number, number]>;
}

/** Sets nodes below what leads to them where that column is free. */
export function columnsOf(
  { nodes, flows }: Chart,
  lanes: readonly ChartLane[],
  rows: ReadonlyMap<string, number>,
  back: ReadonlySet<ChartFlow>,
): Columns {
  const within = new Map<string, number>();
  const counts = new Map<string, number>();
  const taken = new Set<string>();
  const laneOf = new Map(nodes.map(({ id, lane }) => [id, lane]));
  const byRow = [...nodes].sort((a, b) => (rows.get(a.id) ?? 0) - (rows.get(b.id) ?? 0));
  for (const { id, lane } of byRow) {
    const row = rows.get(id) ?? 0;
    const isFree = (column: number): boolean => !taken.has(`${lane}/${row}/${column}`);
    const above = flows
      .filter((flow) => flow.to === id && !back.has(flow) && laneOf.get(flow.from) === lane)
      .map(({ from }) => within.get(from) ?? 0);
    let column = above.find(isFree) ?? 0;
    while (!isFree(column)) column += 1;
    taken.add(`${lane}/${row}/${column}`);
    within.set(id, column);
    counts.set(lane, Math.max(counts.get(lane) ?? 1, column + 1));
  }
  const spans = new Map<string, readonly [number, number]>();
  let count = 0;
  for (const { id } of lanes) {
    const end = count + (counts.get(id) ?? 1);
    spans.set(id, [count, end]);
    count = end;
  }
  const of = new Map(
    nodes.map(({ id, lane }) => [id, (spans.get(lane)?.[0] ?? 0) + (within.get(id) ?? 0)]),
  );
  return { count, of, spans };
}
