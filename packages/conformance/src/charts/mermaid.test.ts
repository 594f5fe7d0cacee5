import { renderMermaid } from '@qingdan/report/charts';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openWindow } from './in-window.js';
import { shippedProcedures } from './shipped.js';

// A machine under load takes its time.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const shipped = await shippedProcedures();

let closeWindow: () => void;
beforeAll(() => {
  closeWindow = openWindow();
});
afterAll(() => closeWindow());

describe('a chart as Mermaid text', () => {
  it.each(shipped)('is what its parser takes for a flowchart: $id', async ({ chart }) => {
    const { default: mermaid } = await import('mermaid');
    for (const lang of ['zh', 'en'] as const) {
      const { diagramType } = await mermaid.parse(renderMermaid(chart(lang)));
      expect(diagramType).toBe('flowchart-v2');
    }
  });

  it('has labels that could be taken for signs of Mermaid, and is read all the same', async () => {
    const { default: mermaid } = await import('mermaid');
    const odd = 'end "a" `b` **c** <i>d</i> #1; [e] {f} (g) |h| %% subgraph --> \\n';
    const whole = shipped[0]!.chart('zh');
    const chart = {
      ...whole,
      title: odd,
      lanes: whole.lanes.map((lane) => ({ ...lane, label: odd })),
      nodes: whole.nodes.map((node) => ('label' in node ? { ...node, label: odd } : node)),
      flows: whole.flows.map((flow) => ({ ...flow, label: odd })),
    };
    const text = renderMermaid(chart);
    expect((await mermaid.parse(text)).diagramType).toBe('flowchart-v2');
    expect(text.split('\n').slice(3).join('\n')).not.toMatch(/<i>|`|\*\*|"a"/);
    await expect(mermaid.parse(`${text}\n  n1 -->|"`)).rejects.toThrow();
  });
});
