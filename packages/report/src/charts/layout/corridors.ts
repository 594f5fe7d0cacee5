import type { Chart } from '../chart.js';
import type { Columns } from './columns.js';

/** Where flows go up or down: in the middle of a column where no node is in the way, or beside it. */
export interface Corridor {
  readonly column: number;
  readonly side: 'middle' | 'left' | 'right';
}

/** A flow on the grid. Channel `n` lies below row `n`. */
export interface Course {
  readonly flow: Chart['flows'][number];
  readonly from: { readonly row: number; readonly column: number };
  readonly to: { readonly row: number; readonly column: number };
  /** Absent: it crosses one channel only. */
  readonly corridor: Corridor | undefined;
  /** In which channels it runs level: where it leaves, and where it arrives. */
  readonly leaves: number;
  readonly arrives: number;
}

const OFFSET = { left: -0.45, middle: 0, right: 0.45 } as const;

/** Chooses a corridor for each flow that passes rows: the shortest way, and rather the free middle of a column. */
export function chooseCorridors(
  { flows }: Chart,
  rows: ReadonlyMap<string, number>,
  columns: Columns,
): readonly Course[] {
  /** What stands or passes in the middle of a column, by row. */
  const taken = new Map<string, string>();
  for (const [id, column] of columns.of) taken.set(`${rows.get(id) ?? 0}/${column}`, id);
  const placed = flows.map((flow) => ({
    flow,
    from: { row: rows.get(flow.from) ?? 0, column: columns.of.get(flow.from) ?? 0 },
    to: { row: rows.get(flow.to) ?? 0, column: columns.of.get(flow.to) ?? 0 },
  }));
  const chosen = new Map<string, Corridor | undefined>();
  // Short ones first: they have the fewest ways to go.
  const byLength = [...placed].sort(
    (a, b) => Math.abs(a.to.row - a.from.row) - Math.abs(b.to.row - b.from.row),
  );
  for (const { flow, from, to } of byLength) {
    const isNext = to.row === from.row + 1;
    if (isNext) continue;
    const isUp = to.row <= from.row;
    const [first, last] = isUp ? [to.row, from.row] : [from.row + 1, to.row - 1];
    const passed = Array.from({ length: last - first + 1 }, (_, index) => first + index);
    const isFree = (column: number): boolean =>
      passed.every((row) => {
        const by = taken.get(`${row}/${column}`);
        return by === undefined || by === `flow:${flow.from}`;
      });
    let best: { corridor: Corridor; cost: number } | undefined;
    for (let column = 0; column < columns.count; column += 1) {
      for (const side of ['middle', 'right', 'left'] as const) {
        if (side === 'middle' && (isUp || !isFree(column))) continue;
        const at = column + OFFSET[side];
        const way = Math.abs(from.column - at) + Math.abs(to.column - at);
        // Lines beside nodes make columns wider.
        const cost = way + (side === 'middle' ? 0 : 0.3);
        if (best === undefined || cost < best.cost - 1e-9)
          best = { corridor: { column, side }, cost };
      }
    }
    if (best === undefined) continue;
    chosen.set(flow.id, best.corridor);
    if (best.corridor.side === 'middle')
      for (const row of passed) taken.set(`${row}/${best.corridor.column}`, `flow:${flow.from}`);
  }
  return placed.map(({ flow, from, to }) => ({
    flow,
    from,
    to,
    corridor: chosen.get(flow.id),
    leaves: from.row,
    arrives: to.row - 1,
  }));
}
