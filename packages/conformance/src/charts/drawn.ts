import { JSDOM } from 'jsdom';
import type { PinnedFont } from './pinned-font.js';
import { measureText } from './rasterize.js';

/** A chart as it was drawn: read back from the SVG, and measured in the pinned font. */
export interface Drawn {
  readonly width: number;
  readonly height: number;
  readonly lanes: readonly DrawnLane[];
  readonly nodes: readonly DrawnNode[];
  readonly flows: readonly DrawnFlow[];
  /** Cells of the table of a printed chart. */
  readonly cells: readonly { readonly box: Box; readonly texts: readonly DrawnText[] }[];
  /** All texts, with those that stand free. */
  readonly texts: readonly DrawnText[];
}

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

interface DrawnText {
  readonly text: string;
  readonly box: Box;
}

interface DrawnLane {
  readonly id: string;
  readonly box: Box;
  readonly head: Box;
  readonly texts: readonly DrawnText[];
}

export interface DrawnNode {
  readonly id: string;
  readonly kind: string;
  readonly lane: string;
  readonly step: string | undefined;
  readonly box: Box;
  /** Its corners, where it isn't a box. */
  readonly corners: readonly Point[] | undefined;
  readonly texts: readonly DrawnText[];
}

export interface DrawnFlow {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly points: readonly Point[];
  readonly texts: readonly DrawnText[];
}

/** The place of what was not drawn: nothing lies in it. */
const NOWHERE: Box = { left: 0, right: -Infinity, top: 0, bottom: -Infinity };

/** Above its base line a line of Chinese reaches to 0.88 of its size, below it to 0.12. */
const ASCENT = 0.88;
const DESCENT = 0.12;

/** Reads a chart back from its SVG. */
export function readDrawn(svg: string, font: PinnedFont): Drawn {
  const { document } = new JSDOM(svg, { contentType: 'image/svg+xml' }).window;
  const [, , width = 0, height = 0] = (document.documentElement.getAttribute('viewBox') ?? '')
    .split(' ')
    .map(Number);
  const textOf = (text: Element): DrawnText => {
    const { left, width: wide, size } = measureText(text, font);
    const { x, y } = offsetOf(text);
    const base = Number(text.getAttribute('y')) + y;
    return {
      text: text.textContent,
      box: {
        left: left + x,
        right: left + wide + x,
        top: base - ASCENT * size,
        bottom: base + DESCENT * size,
      },
    };
  };
  const within = (element: Element): DrawnText[] =>
    [...element.querySelectorAll('text')].map(textOf);
  const all = (selector: string): Element[] => [...document.querySelectorAll(selector)];
  return {
    width,
    height,
    lanes: all('g.lane').map((lane) => {
      const [box, head] = [...lane.querySelectorAll('rect')].map(boxOf);
      return {
        id: attribute(lane, 'id'),
        box: box ?? NOWHERE,
        head: head ?? NOWHERE,
        texts: within(lane),
      };
    }),
    nodes: all('g[data-lane]').map((node) => {
      const polygon = node.querySelector('polygon');
      const corners = polygon === null ? undefined : pointsOf(polygon);
      const shape = node.querySelector('rect, circle');
      return {
        id: attribute(node, 'id'),
        kind: node.getAttribute('class') ?? '',
        lane: attribute(node, 'lane'),
        step: node.getAttribute('data-step') ?? undefined,
        box: corners === undefined ? boxOf(shape) : around(corners),
        corners,
        texts: within(node),
      };
    }),
    flows: all('g.flow').map((flow) => ({
      id: attribute(flow, 'id'),
      from: attribute(flow, 'from'),
      to: attribute(flow, 'to'),
      points: pointsOf(flow.querySelector('polyline')),
      texts: within(flow),
    })),
    cells: all('g.cell').map((cell) => ({
      box: boxOf(cell.querySelector('rect')),
      texts: within(cell),
    })),
    texts: all('text').map(textOf),
  };
}

function attribute(element: Element, name: string): string {
  return element.getAttribute(`data-${name}`) ?? '';
}

/** By how much an element is moved by those that it stands in. */
function offsetOf(element: Element): Point {
  let [x, y] = [0, 0];
  for (let each: Element | null = element; each !== null; each = each.parentElement) {
    const moved = /^translate\((\S+) (\S+)\)$/.exec(each.getAttribute('transform') ?? '');
    x += Number(moved?.[1] ?? 0);
    y += Number(moved?.[2] ?? 0);
  }
  return { x, y };
}

function boxOf(shape: Element | null): Box {
  if (shape === null) return NOWHERE;
  const { x, y } = offsetOf(shape);
  const of = (name: string): number => Number(shape.getAttribute(name) ?? 0);
  if (shape.localName === 'circle') {
    const [cx, cy, r] = [of('cx') + x, of('cy') + y, of('r')];
    return { left: cx - r, right: cx + r, top: cy - r, bottom: cy + r };
  }
  const [left, top] = [of('x') + x, of('y') + y];
  return { left, top, right: left + of('width'), bottom: top + of('height') };
}

function pointsOf(shape: Element | null): readonly Point[] {
  if (shape === null) return [];
  const moved = offsetOf(shape);
  return (shape.getAttribute('points') ?? '').split(' ').map((point) => {
    const [x = 0, y = 0] = point.split(',').map(Number);
    return { x: x + moved.x, y: y + moved.y };
  });
}

function around(points: readonly Point[]): Box {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  return {
    left: Math.min(...xs),
    right: Math.max(...xs),
    top: Math.min(...ys),
    bottom: Math.max(...ys),
  };
}
