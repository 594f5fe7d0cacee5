import type { Draft, DraftNode } from './draft.js';

/**
 * Marks the decisions whose question has been asked on every way to them: nothing new is asked, though the way parts again.
 * They can't be merged with the first one where steps in between don't turn on it.
 */
export function markRepeated(draft: Draft, mark: (label: string) => string): void {
  const decisions = draft.nodes.filter(({ kind, isFact }) => kind === 'decision' && isFact);
  const before = new Map(decisions.map(({ label }) => [label, [] as DraftNode[]]));
  for (const node of decisions) before.get(node.label)?.push(node);
  const repeated = decisions.filter((node) =>
    before.get(node.label)?.some((other) => other !== node && isOnEveryWay(draft, other, node)),
  );
  // Only now: the labels are what questions are told apart by.
  for (const node of repeated) if (node.label !== undefined) node.label = mark(node.label);
}

/** Whether no way comes to a node but through another one. */
function isOnEveryWay({ nodes, flows }: Draft, gate: DraftNode, node: DraftNode): boolean {
  const reached = new Set(nodes.filter((each) => each.kind === 'start'));
  for (const each of reached)
    for (const { from, to } of flows) if (from === each && to !== gate) reached.add(to);
  return !reached.has(node);
}
