import { say } from '../../locale/messages.js';
import type { XmlElement } from '../../junit/xml.js';
import type { Chart, ChartNode } from '../chart.js';
import type { Box, Layout, Size } from '../layout/layout.js';
import { layOut } from '../layout/lay-out.js';
import { wrapLabel } from '../text/wrap-label.js';
import {
  decisionLabel,
  drawnMeasures,
  flowLabel,
  headLabel,
  PAD,
  POINT,
  taskLabels,
} from './measure.js';
import { element, rectangle, round, textLines } from './shapes.js';
import {
  DECISION,
  DONE,
  FAINT,
  HEAD,
  INK,
  LINE,
  PAPER,
  REFUSED,
  RISK,
  RULE,
  SHADE,
  SIZES,
} from './style.js';

/** A part of a drawing, and the room it takes from its upper left corner. */
export interface Drawing extends Size {
  readonly parts: readonly XmlElement[];
}

/** Lanes, steps and flows, with what their signs mean below. */
export function drawChart(chart: Chart): Drawing {
  const layout = layOut(chart, drawnMeasures(chart));
  const { boxes, routes } = layout;
  const flows = chart.flows.flatMap((flow) => {
    const route = routes.get(flow.id);
    if (route === undefined) return [];
    const target = chart.nodes.find(({ id }) => id === flow.to);
    const isArrow = target?.kind !== 'merge' && target?.kind !== 'fork';
    const line = element('polyline', {
      points: route.points.map(({ x, y }) => `${round(x)},${round(y)}`).join(' '),
      fill: 'none',
      stroke: LINE,
      'stroke-width': 1.2,
      ...(isArrow ? { 'marker-end': 'url(#arrow)' } : {}),
    });
    const label =
      flow.label === undefined || route.label === undefined
        ? []
        : textLines(flowLabel(flow.label), route.label.x, route.label.y, {
            anchor: 'start',
            fill: FAINT,
          });
    return [
      element(
        'g',
        { class: 'flow', 'data-id': flow.id, 'data-from': flow.from, 'data-to': flow.to },
        [line, ...label],
      ),
    ];
  });
  const nodes = chart.nodes.map((node) => drawNode(node, boxes.get(node.id) as Box, chart));
  const legend = drawLegend(chart, layout.height + 10, layout.width);
  return {
    parts: [...drawLanes(layout), ...flows, ...nodes, ...legend.parts],
    width: layout.width,
    height: layout.height + 10 + legend.height,
  };
}

function drawLanes({ lanes }: Layout): XmlElement[] {
  return lanes.map(({ lane, x, y, width, height, head }, index) => {
    const label = headLabel(lane.label, width);
    return element('g', { class: 'lane', 'data-id': lane.id }, [
      rectangle(x, y, width, height, { fill: index % 2 === 0 ? PAPER : SHADE, stroke: RULE }),
      rectangle(x, y, width, head, { fill: HEAD, stroke: RULE }),
      ...textLines(label, x + width / 2, y + (head - label.height) / 2, { isBold: true }),
    ]);
  });
}

function drawNode(node: ChartNode, box: Box, chart: Chart): XmlElement {
  return element(
    'g',
    {
      class: node.kind,
      'data-id': node.id,
      'data-lane': node.lane,
      ...(node.kind === 'task' ? { 'data-step': node.step.id } : {}),
    },
    partsOf(node, box, chart),
  );
}

function partsOf(node: ChartNode, box: Box, { lang }: Chart): XmlElement[] {
  const { x, y, width, height } = box;
  const middle = x + width / 2;
  switch (node.kind) {
    case 'task': {
      const { name, times, risk } = taskLabels(node, lang);
      const level = node.details.risk?.level;
      const stroke = level === undefined ? LINE : RISK[level];
      const all = [name, ...times, ...(risk === undefined ? [] : [risk])];
      let top = y + (height - all.reduce((sum, each) => sum + each.height, 0)) / 2;
      const texts = all.flatMap((label) => {
        const fill = label === risk ? stroke : label === name ? INK : FAINT;
        const lines = textLines(label, middle, top, { fill });
        top += label.height;
        return lines;
      });
      return [
        rectangle(x, y, width, height, { rx: 4, fill: PAPER, stroke, 'stroke-width': 1.4 }),
        // A step that is a procedure of its own has double sides.
        ...(node.step.via === undefined
          ? []
          : [x + 4, x + width - 4].map((at) =>
              element('line', { x1: at, y1: y, x2: at, y2: y + height, stroke }),
            )),
        ...texts,
      ];
    }
    case 'decision': {
      const label = decisionLabel(node.label);
      const [left, right, level] = [x + POINT, x + width - POINT, y + height / 2];
      const points = [
        [x, level],
        [left, y],
        [right, y],
        [x + width, level],
        [right, y + height],
        [left, y + height],
      ];
      return [
        element('polygon', {
          points: points.map(([px = 0, py = 0]) => `${round(px)},${round(py)}`).join(' '),
          ...DECISION,
          'stroke-width': 1.2,
        }),
        ...textLines(label, middle, y + (height - label.height) / 2),
      ];
    }
    case 'start':
    case 'end': {
      const isRefused = node.kind === 'end' && ['refused', 'withdrawn'].includes(node.ending ?? '');
      const colours = isRefused ? REFUSED : DONE;
      const label = wrapLabel(node.label, width, SIZES.head);
      return [
        rectangle(x, y, width, height, { rx: height / 2, ...colours, 'stroke-width': 1.4 }),
        ...textLines(label, middle, y + (height - label.height) / 2),
      ];
    }
    case 'merge':
    case 'fork':
      return [element('circle', { cx: middle, cy: y + height / 2, r: height / 2, fill: LINE })];
    case 'join':
      return [rectangle(x, y, width, height, { rx: 1, fill: LINE })];
  }
}

/** What the signs mean that the chart has. */
function drawLegend({ nodes, lang }: Chart, top: number, width: number): Drawing {
  const size = SIZES.small;
  const signs: { readonly sign: XmlElement; readonly text: string }[] = [];
  const at = top + 9;
  if (nodes.some(({ kind }) => kind === 'join'))
    signs.push({
      sign: rectangle(0, at - 3, 28, 6, { rx: 1, fill: LINE }),
      text: say(lang, 'chart.legend.all'),
    });
  if (nodes.some((node) => node.kind === 'task' && node.step.via !== undefined))
    signs.push({
      sign: element('path', {
        d: `M0 ${at - 7}h28v14h-28zM3 ${at - 7}v14M25 ${at - 7}v14`,
        fill: PAPER,
        stroke: LINE,
      }),
      text: say(lang, 'chart.legend.via'),
    });
  let x = PAD;
  let height = 0;
  const parts = signs.map(({ sign, text }) => {
    const label = wrapLabel(text, Math.max(60, width - x - 40), size);
    const part = element('g', { class: 'legend', transform: `translate(${round(x)} 0)` }, [
      sign,
      ...textLines(label, 36, at - (size * 1.3) / 2, { anchor: 'start', fill: FAINT }),
    ]);
    x += 36 + label.width + 24;
    height = Math.max(height, label.height + 8);
    return part;
  });
  return { parts, width: x, height };
}
