import type { Chart, ChartFlow, ChartNode } from '@qingdan/report/charts';

/** How one case went along a chart. */
export interface Played {
  /** Steps in the order in which they were done. */
  readonly done: readonly string[];
  /** Gates at which something waited in vain. */
  readonly stuck: readonly string[];
  /** Whether an end closed the case, and left undone what was under way. */
  readonly isClosed: boolean;
}

/** Plays a case through a chart: a token on each flow that is under way, decisions by their questions. */
export function play(
  { nodes, flows }: Chart,
  answer: (question: string, answers: readonly (string | undefined)[]) => number,
): Played {
  const tokens = new Map<string, number>();
  const done: string[] = [];
  const into = (node: ChartNode): ChartFlow[] => flows.filter(({ to }) => to === node.id);
  const outOf = (node: ChartNode): ChartFlow[] => flows.filter(({ from }) => from === node.id);
  const put = (all: readonly ChartFlow[]): void => {
    for (const { id } of all) tokens.set(id, (tokens.get(id) ?? 0) + 1);
  };
  const take = ({ id }: ChartFlow): void => void tokens.set(id, (tokens.get(id) ?? 0) - 1);
  const has = ({ id }: ChartFlow): boolean => (tokens.get(id) ?? 0) > 0;
  put(nodes.filter(({ kind }) => kind === 'start').flatMap(outOf));
  for (let moves = 0; moves < 10_000; moves += 1) {
    const ready = nodes.find((node) => {
      const before = into(node);
      if (before.length === 0) return false;
      return node.kind === 'join' ? before.every(has) : before.some(has);
    });
    if (ready === undefined) break;
    const before = into(ready);
    for (const flow of ready.kind === 'join' ? before : before.filter(has).slice(0, 1)) take(flow);
    const after = outOf(ready);
    if (ready.kind === 'task') done.push(ready.step.id);
    if (ready.kind === 'end' && ready.ending !== undefined && ready.ending !== 'approved')
      return { done, stuck: [], isClosed: true };
    if (ready.kind === 'decision') {
      const chosen =
        after[
          answer(
            // A question that comes again has the answer that it had.
            ready.label.replace(/（同前）$/u, ''),
            after.map(({ label }) => label),
          )
        ];
      put(chosen === undefined ? [] : [chosen]);
    } else put(after);
  }
  const stuck = flows.filter(has).map(({ to }) => to);
  return { done, stuck: [...new Set(stuck)], isClosed: false };
}
