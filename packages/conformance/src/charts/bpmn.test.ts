import { type Chart, renderBpmn } from '@qingdan/report/charts';
import { BpmnModdle } from 'bpmn-moddle';
import Linter from 'bpmnlint/lib/linter.js';
import NodeResolver from 'bpmnlint/lib/resolver/node-resolver.js';
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
const charts = shipped.flatMap(({ id, chart }) =>
  (['zh', 'en'] as const).map((lang) => ({ name: `${id} (${lang})`, chart: chart(lang) })),
);

const written = new Map<Chart, Promise<string>>();
/** Charts are laid out once, and looked at in several ways. */
function bpmnOf(chart: Chart): Promise<string> {
  const xml = written.get(chart) ?? renderBpmn(chart);
  written.set(chart, xml);
  return xml;
}

/** The elements of a kind, as far as they are read here. */
interface Read {
  readonly $type: string;
  readonly id: string;
  readonly name?: string;
  readonly sourceRef: Read;
  readonly targetRef: Read;
  readonly flowNodeRef: readonly Read[];
  readonly flowElements: readonly Read[];
  readonly laneSets: readonly { readonly lanes: readonly Read[] }[];
}

async function parse(xml: string): Promise<{ root: unknown; process: Read }> {
  const { rootElement, warnings } = await new BpmnModdle().fromXML(xml);
  expect(warnings).toEqual([]);
  const process = (rootElement.rootElements as Read[]).find(
    ({ $type }) => $type === 'bpmn:Process',
  );
  return { root: rootElement, process: process! };
}

describe('a chart as BPMN', () => {
  it.each(charts)('passes the recommended rules of bpmnlint: $name', async ({ chart }) => {
    const { root } = await parse(await bpmnOf(chart));
    const config = { extends: 'bpmnlint:recommended' };
    const linter = new Linter({ resolver: new NodeResolver(), config });
    expect(await linter.lint(root)).toEqual({});
  });

  it('is not passed by them where it is wrong', async () => {
    const xml = await renderBpmn(charts[0]!.chart);
    const { root } = await parse(xml.replace(/(<bpmn:userTask id="[^"]*") name="[^"]*"/, '$1'));
    const config = { extends: 'bpmnlint:recommended' };
    const linter = new Linter({ resolver: new NodeResolver(), config });
    expect(Object.keys(await linter.lint(root))).not.toEqual([]);
  });

  it.each(charts)('parses to the same tasks, lanes and flows: $name', async ({ chart }) => {
    const { process } = await parse(await bpmnOf(chart));
    const elements = process.flowElements;
    const nodes = elements.filter(({ $type }) => $type !== 'bpmn:SequenceFlow');
    const tasks = nodes.filter(({ $type }) => /Task|CallActivity/.test($type));
    expect(tasks.map(({ id, name }) => [id, name])).toEqual(
      chart.nodes.flatMap((node) => (node.kind === 'task' ? [[node.id, node.label]] : [])),
    );
    expect(nodes.map(({ id }) => id)).toEqual(chart.nodes.map(({ id }) => id));
    const lanes = process.laneSets.flatMap((set) => set.lanes);
    expect(
      lanes.map(({ id, name, flowNodeRef }) => [id, name, flowNodeRef.map((node) => node.id)]),
    ).toEqual(
      chart.lanes.map(({ id, label }) => [
        id,
        label,
        chart.nodes.filter(({ lane }) => lane === id).map((node) => node.id),
      ]),
    );
    const flows = elements.filter(({ $type }) => $type === 'bpmn:SequenceFlow');
    expect(
      flows.map(({ id, sourceRef, targetRef, name }) => [id, sourceRef.id, targetRef.id, name]),
    ).toEqual(chart.flows.map(({ id, from, to, label }) => [id, from, to, label]));
  });

  it.each(charts)('opens in bpmn-js: $name', async ({ chart }) => {
    const { drawInBpmnJs } = await import('./bpmn-js.js');
    const { warnings, ids } = await drawInBpmnJs(await bpmnOf(chart));
    expect(warnings).toEqual([]);
    const all = [...chart.lanes, ...chart.nodes, ...chart.flows].map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(all));
  });
});
