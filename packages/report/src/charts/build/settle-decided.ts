import type { Draft, DraftFlow, DraftNode } from './draft.js';

/**
 * Takes out the decisions that are decided already: on every way to them the same question got one answer, since all others
 * closed the case or led elsewhere. Says whether there was one.
 */
export function settleDecided(draft: Draft): boolean {
  let isSettled = false;
  for (;;) {
    const found = draft.nodes.flatMap((node) => decidedWay(draft, node) ?? [])[0];
    if (found === undefined) return isSettled;
    isSettled = true;
    const { from: node, to } = found;
    for (const flow of draft.flows) if (flow.to === node) flow.to = to;
    draft.flows = draft.flows.filter(({ from }) => from !== node);
    draft.nodes = draft.nodes.filter((each) => each !== node);
  }
}

/** The way that is always taken from a decision, if there is one. */
function decidedWay({ nodes, flows }: Draft, node: DraftNode): DraftFlow | undefined {
  if (node.kind !== 'decision' || node.isFact !== true) return undefined;
  return flows.find(({ from, label: answer }) => {
    if (from !== node) return false;
    // Without those that gave this answer before, no way leads here.
    const reached = new Set(nodes.filter(({ kind }) => kind === 'start'));
    for (const each of reached)
      for (const flow of flows)
        if (flow.from === each && !(gives(flow, node.label, answer) && each !== node))
          reached.add(flow.to);
    return !reached.has(node);
  });
}

function gives(
  { from, label }: DraftFlow,
  question: string | undefined,
  answer: string | undefined,
): boolean {
  return from.isFact === true && from.label === question && label === answer;
}
