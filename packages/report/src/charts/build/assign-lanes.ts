import type { Draft, DraftNode } from './draft.js';

/** The lane of each node: of a step that of those who do it, of the rest that of the step it belongs to. */
export function assignLanes(
  { nodes, flows }: Draft,
  laneOfStep: (step: string) => string,
): ReadonlyMap<DraftNode, string> {
  const lanes = new Map<DraftNode, string>();
  const next = (node: DraftNode): DraftNode[] =>
    flows.filter(({ from }) => from === node).map(({ to }) => to);
  const before = (node: DraftNode): DraftNode[] =>
    flows.filter(({ to }) => to === node).map(({ from }) => from);
  /** The lane of the nearest step in a direction. */
  const nearest = (
    node: DraftNode,
    beside: (node: DraftNode) => DraftNode[],
  ): string | undefined => {
    const seen = new Set([node]);
    for (const each of seen) {
      if (each !== node && each.step !== undefined) return laneOfStep(each.step);
      for (const other of beside(each)) seen.add(other);
    }
    return undefined;
  };
  for (const node of nodes) {
    // What parts stands with what comes before it or, where something is decided, with what it decides on.
    const isAhead = node.isBelow !== true && ['decision', 'start', 'join'].includes(node.kind);
    const [only] = next(node);
    // A merge right before a step belongs to it.
    const own = node.step ?? (node.kind === 'merge' ? only?.step : undefined);
    const lane =
      own !== undefined
        ? laneOfStep(own)
        : isAhead
          ? (nearest(node, next) ?? nearest(node, before))
          : (nearest(node, before) ?? nearest(node, next));
    if (lane !== undefined) lanes.set(node, lane);
  }
  return lanes;
}
