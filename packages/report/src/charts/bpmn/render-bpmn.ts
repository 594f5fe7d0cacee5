import { BpmnModdle, type ModdleElement } from 'bpmn-moddle';
import { say } from '../../locale/messages.js';
import type { Chart, ChartNode, ChartTask } from '../chart.js';
import type { Box, Layout, Point } from '../layout/layout.js';
import { layOut } from '../layout/lay-out.js';
import { BAND, besideLabel, BPMN_MEASURES, ceil, EVENT, GATEWAY, overflowOf } from './measure.js';

const TYPES = {
  start: 'bpmn:StartEvent',
  task: 'bpmn:UserTask',
  decision: 'bpmn:ExclusiveGateway',
  merge: 'bpmn:ExclusiveGateway',
  fork: 'bpmn:ParallelGateway',
  join: 'bpmn:ParallelGateway',
  end: 'bpmn:EndEvent',
} as const satisfies Record<ChartNode['kind'], string>;

/** The chart as BPMN 2.0: a pool with a lane for each set of roles, and where everything stands. */
export async function renderBpmn(chart: Chart): Promise<string> {
  const moddle = new BpmnModdle();
  const layout = layOut(chart, BPMN_MEASURES);
  const elements = elementsOf(chart, moddle);
  const { definitions, collaboration } = elements;
  const plane = moddle.create('bpmndi:BPMNPlane', {
    id: 'plane',
    bpmnElement: collaboration,
    planeElement: shapesOf(layout, elements, moddle),
  });
  definitions.diagrams = [moddle.create('bpmndi:BPMNDiagram', { id: 'diagram', plane })];
  const { xml } = await moddle.toXML(definitions, { format: true });
  return xml;
}

interface Elements {
  readonly definitions: ModdleElement;
  readonly collaboration: ModdleElement;
  readonly pool: ModdleElement;
  readonly lanes: ReadonlyMap<string, ModdleElement>;
  readonly nodes: ReadonlyMap<string, ModdleElement>;
  readonly flows: ReadonlyMap<string, ModdleElement>;
}

/** What is done, by whom and in which order; nothing of how it is drawn. */
function elementsOf(chart: Chart, moddle: BpmnModdle): Elements {
  const { procedure, title, caption, lang } = chart;
  const nodes = new Map(chart.nodes.map((node) => [node.id, elementOf(node, lang, moddle)]));
  const flows = new Map(
    chart.flows.map(({ id, from, to, label }) => [
      id,
      moddle.create('bpmn:SequenceFlow', {
        id,
        ...(label === undefined ? {} : { name: label }),
        sourceRef: nodes.get(from),
        targetRef: nodes.get(to),
      }),
    ]),
  );
  for (const [id, node] of nodes) {
    node.incoming = chart.flows.filter(({ to }) => to === id).map((flow) => flows.get(flow.id));
    node.outgoing = chart.flows.filter(({ from }) => from === id).map((flow) => flows.get(flow.id));
  }
  const lanes = new Map(
    chart.lanes.map(({ id, label }) => [
      id,
      moddle.create('bpmn:Lane', {
        id,
        name: label,
        flowNodeRef: chart.nodes
          .filter(({ lane }) => lane === id)
          .map((node) => nodes.get(node.id)),
      }),
    ]),
  );
  const process = moddle.create('bpmn:Process', {
    id: `process-${procedure.id.replace(/[^\w.-]/gu, '_')}`,
    name: title,
    isExecutable: false,
    documentation: [moddle.create('bpmn:Documentation', { text: caption })],
    laneSets: [moddle.create('bpmn:LaneSet', { id: 'lanes', lanes: [...lanes.values()] })],
    flowElements: [...nodes.values(), ...flows.values()],
  });
  const pool = moddle.create('bpmn:Participant', { id: 'pool', name: title, processRef: process });
  const collaboration = moddle.create('bpmn:Collaboration', {
    id: 'collaboration',
    participants: [pool],
  });
  const definitions = moddle.create('bpmn:Definitions', {
    id: 'definitions',
    targetNamespace: 'urn:qingdan',
    exporter: 'qingdan',
    rootElements: [collaboration, process],
  });
  return { definitions, collaboration, pool, lanes, nodes, flows };
}

function elementOf(node: ChartNode, lang: Chart['lang'], moddle: BpmnModdle): ModdleElement {
  const { id, kind } = node;
  if (kind !== 'task')
    return moddle.create(TYPES[kind], { id, ...('label' in node ? { name: node.label } : {}) });
  const { label: name, step } = node;
  const text = documentationOf(node, lang);
  const documentation =
    text === '' ? {} : { documentation: [moddle.create('bpmn:Documentation', { text })] };
  // A step that is a procedure of its own is a call of that.
  return step.via === undefined
    ? moddle.create(TYPES.task, { id, name, ...documentation })
    : moddle.create('bpmn:CallActivity', {
        id,
        name,
        calledElement: `process-${step.via}`,
        ...documentation,
      });
}

/** What the chart has no sign for: time, papers, risk. */
function documentationOf({ details }: ChartTask, lang: Chart['lang']): string {
  const { times, evidence, risk } = details;
  const line = (
    key:
      'chart.print.time' | 'chart.print.evidence' | 'chart.print.risk' | 'chart.print.prevention',
    texts: readonly string[],
  ): string[] =>
    texts.length === 0
      ? []
      : [
          say(lang, 'chart.detail', {
            name: say(lang, key),
            text: texts.join(say(lang, 'note.join')),
          }),
        ];
  return [
    ...line('chart.print.time', times),
    ...line('chart.print.evidence', evidence),
    ...line(
      'chart.print.risk',
      risk === undefined ? [] : [risk.point, say(lang, 'chart.risk', { level: risk.levelLabel })],
    ),
    ...line('chart.print.prevention', risk === undefined ? [] : [risk.prevention]),
  ].join('\n');
}

function shapesOf(layout: Layout, elements: Elements, moddle: BpmnModdle): ModdleElement[] {
  const { chart, lanes, boxes, routes, width, height } = layout;
  const bounds = (box: Box): ModdleElement => moddle.create('dc:Bounds', { ...box });
  const labelled = (box: Box | undefined): Readonly<Record<string, unknown>> =>
    box === undefined ? {} : { label: moddle.create('bpmndi:BPMNLabel', { bounds: bounds(box) }) };
  const shape = (
    bpmnElement: ModdleElement | undefined,
    box: Box,
    more: Readonly<Record<string, unknown>> = {},
  ): ModdleElement =>
    moddle.create('bpmndi:BPMNShape', {
      id: `${String(bpmnElement?.id)}-shape`,
      bpmnElement,
      bounds: bounds(box),
      ...more,
    });
  // The name of a lane taller than its band stands out of it above, too.
  const above =
    BAND + Math.max(0, ...lanes.map(({ lane, width: room }) => overflowOf(lane.label, room) / 2));
  const pool = { x: 0, y: -above, width, height: height + above };
  return [
    shape(elements.pool, pool, { isHorizontal: false }),
    ...lanes.map(({ lane, x, y, width: wide, height: high }) =>
      shape(
        elements.lanes.get(lane.id),
        { x, y, width: wide, height: high },
        { isHorizontal: false },
      ),
    ),
    ...chart.nodes.map((node) => {
      const box = boxes.get(node.id) as Box;
      return shape(elements.nodes.get(node.id), signOf(node, box), {
        ...labelled(labelOf(node, box)),
        ...(node.kind === 'decision' || node.kind === 'merge' ? { isMarkerVisible: true } : {}),
      });
    }),
    ...chart.flows.flatMap((flow) => {
      const route = routes.get(flow.id);
      const from = chart.nodes.find(({ id }) => id === flow.from);
      if (route === undefined || from === undefined) return [];
      return [
        moddle.create('bpmndi:BPMNEdge', {
          id: `${flow.id}-edge`,
          bpmnElement: elements.flows.get(flow.id),
          waypoint: pointsFrom(from, boxes.get(flow.from) as Box, route.points).map((point) =>
            moddle.create('dc:Point', { ...point }),
          ),
          ...labelled(route.label),
        }),
      ];
    }),
  ];
}

/** The sign itself, in the room that it has with its label. */
function signOf(node: ChartNode, { x, y, width, height }: Box): Box {
  const middle = x + width / 2;
  switch (node.kind) {
    case 'decision':
      return { x: middle - GATEWAY / 2, y, width: GATEWAY, height: GATEWAY };
    case 'start':
    case 'end':
      return { x: middle - EVENT / 2, y, width: EVENT, height: EVENT };
    case 'task':
    case 'merge':
    case 'fork':
    case 'join':
      return { x, y, width, height };
  }
}

function labelOf(node: ChartNode, { x, y, width }: Box): Box | undefined {
  const middle = x + width / 2;
  switch (node.kind) {
    case 'decision':
      return { x: middle + 4, y: y + GATEWAY, ...ceil(besideLabel(node.label)) };
    case 'start':
    case 'end': {
      const size = ceil(besideLabel(node.label));
      return { x: middle + EVENT / 2 + 4, y: y + (EVENT - size.height) / 2, ...size };
    }
    case 'task':
    case 'merge':
    case 'fork':
    case 'join':
      return undefined;
  }
}

/** A flow leaves the sign, not the room around it. */
function pointsFrom(node: ChartNode, box: Box, points: readonly Point[]): readonly Point[] {
  const [first, ...rest] = points;
  if (first === undefined) return points;
  const sign = signOf(node, box);
  return [{ x: first.x, y: sign.y + sign.height }, ...rest];
}
