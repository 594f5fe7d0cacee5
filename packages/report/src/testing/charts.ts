import type { Procedure, Step } from '@qingdan/core';
import type { Chart, ChartNode } from '../charts/chart.js';

/** A chart of nodes written as `lane kind id`, and of flows written as `from > to` or `from > to: label`. */
export function chartWith(
  nodes: readonly string[],
  flows: readonly string[],
  { label = (id: string): string => id, title = '流程' } = {},
): Chart {
  const built = nodes.map((written, index) => nodeOf(written, index + 1, label));
  const lanes = [...new Set(built.map(({ lane }) => lane))];
  return {
    procedure: { id: 't.p' } as Procedure,
    lang: 'zh',
    title,
    caption: label('caption'),
    lanes: lanes.map((id) => ({ id, label: label(id), roles: [id] })),
    nodes: built,
    flows: flows.map((written, index) => {
      const [, from = '', to = '', said] = /^(\S+) > ([^\s:]+)(?:: (.*))?$/.exec(written) ?? [];
      return { id: `flow-${String(index + 1)}`, from, to, label: said };
    }),
  };
}

function nodeOf(written: string, number: number, label: (id: string) => string): ChartNode {
  const [lane = '', kind = '', id = kind] = written.split(' ');
  const base = { id, lane };
  switch (kind) {
    case 'start':
    case 'decision':
      return { ...base, kind, label: label(id) };
    case 'end':
      return { ...base, kind, ending: undefined, label: label(id) };
    case 'merge':
    case 'fork':
    case 'join':
      return { ...base, kind };
    default: {
      const step = { id, roles: [lane] } as unknown as Step;
      const details = { by: '', when: [], times: [], evidence: [], risk: undefined };
      return { ...base, kind: 'task', step, number, label: label(id), times: [], details };
    }
  }
}
