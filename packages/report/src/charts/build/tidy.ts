import type { Draft, DraftFlow, DraftNode } from './draft.js';

const PASSED: ReadonlySet<DraftNode['kind']> = new Set(['merge', 'fork', 'join']);

/**
 * Takes out the gates that neither part nor gather anything, puts one wherever several ways meet or part without, and makes
 * every gate either part or gather.
 */
export function tidyDraft(draft: Draft): void {
  leaveOutUnreached(draft);
  let isChanged = true;
  while (isChanged) isChanged = draft.nodes.some((node) => isTakenOut(draft, node));
  for (const node of draft.nodes) gather(draft, node);
  for (const node of draft.nodes) part(draft, node);
}

/** Gates where nothing arrives: all that would have met there closes the case. */
function leaveOutUnreached(draft: Draft): void {
  const reached = new Set(draft.nodes.filter(({ kind }) => kind === 'start'));
  for (const node of reached)
    for (const { from, to } of draft.flows) if (from === node) reached.add(to);
  draft.nodes = draft.nodes.filter((node) => reached.has(node));
  draft.flows = draft.flows.filter(({ from }) => reached.has(from));
}

const into = (draft: Draft, node: DraftNode): DraftFlow[] =>
  draft.flows.filter(({ to }) => to === node);
const outOf = (draft: Draft, node: DraftNode): DraftFlow[] =>
  draft.flows.filter(({ from }) => from === node);

/** Whether a gate was one too many. */
function isTakenOut(draft: Draft, node: DraftNode): boolean {
  if (!PASSED.has(node.kind)) return false;
  const before = into(draft, node);
  const after = outOf(draft, node);
  const [only] = after;
  const [first] = before;
  if (only !== undefined && after.length === 1) {
    const isPassed = before.length === 1;
    const isGatheredTwice =
      node.kind !== 'fork' &&
      only.to.kind === node.kind &&
      only.to !== node &&
      !isDoubled(before, only, draft);
    if (!isPassed && !isGatheredTwice) return false;
    for (const flow of before) {
      flow.to = only.to;
      flow.label ??= only.label;
    }
    remove(draft, node, [only]);
    return true;
  }
  if (first?.from.kind === 'fork' && node.kind === 'fork' && before.length === 1) {
    for (const flow of after) flow.from = first.from;
    remove(draft, node, [first]);
    return true;
  }
  return false;
}

/** Whether taking a gate out would leave two flows between the same nodes. */
function isDoubled(before: readonly DraftFlow[], only: DraftFlow, draft: Draft): boolean {
  const beyond = into(draft, only.to);
  return before.some(({ from }) => beyond.some((flow) => flow.from === from));
}

function remove(draft: Draft, node: DraftNode, flows: readonly DraftFlow[]): void {
  draft.nodes = draft.nodes.filter((each) => each !== node);
  draft.flows = draft.flows.filter((each) => !flows.includes(each));
}

/** Where several ways come to what doesn't gather them, the first to come is enough. */
function gather(draft: Draft, node: DraftNode): void {
  const before = into(draft, node);
  if (before.length < 2 || node.kind === 'merge' || node.kind === 'join') return;
  const merge = draft.add({ kind: 'merge' });
  for (const flow of before) flow.to = merge;
  draft.flows.push({ from: merge, to: node, label: undefined });
}

/** Where several ways leave what doesn't part them, all are taken. */
function part(draft: Draft, node: DraftNode): void {
  const after = outOf(draft, node);
  if (after.length < 2 || node.kind === 'fork' || node.kind === 'decision') return;
  const fork = draft.add({ kind: 'fork' });
  for (const flow of after) flow.from = fork;
  draft.flows.push({ from: node, to: fork, label: undefined });
}
