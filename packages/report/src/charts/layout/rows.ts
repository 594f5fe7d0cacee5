import type { Chart, ChartFlow } from '../chart.js';

/** The flows that lead back up: without them no way comes round to where it began. */
export function backFlows({ nodes, flows }: Chart): ReadonlySet<ChartFlow> {
  const back = new Set<ChartFlow>();
  const state = new Map<string, 'open' | 'done'>();
  const visit = (node: string): void => {
    state.set(node, 'open');
    for (const flow of flows) {
      if (flow.from !== node) continue;
      const seen = state.get(flow.to);
      if (seen === 'open') back.add(flow);
      else if (seen === undefined) visit(flow.to);
    }
    state.set(node, 'done');
  };
  for (const { id, kind } of nodes) if (kind === 'start') visit(id);
  for (const { id } of nodes) if (!state.has(id)) visit(id);
  return back;
}

/** The row of each node: below all that leads to it, and at least as far down as `least` says. */
export function rowsOf(
  { nodes, flows }: Chart,
  back: ReadonlySet<ChartFlow>,
  least: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const rows = new Map<string, number>();
  const visit = (node: string): number => {
    const known = rows.get(node);
    if (known !== undefined) return known;
    let row = least.get(node) ?? 0;
    for (const flow of flows)
      if (flow.to === node && !back.has(flow)) row = Math.max(row, visit(flow.from) + 1);
    rows.set(node, row);
    return row;
  };
  for (const { id } of nodes) visit(id);
  return rows;
}
