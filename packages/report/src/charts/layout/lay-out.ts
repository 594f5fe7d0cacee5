import type { Chart } from '../chart.js';
import { type Channels, layChannels } from './channels.js';
import { columnsOf } from './columns.js';
import { chooseCorridors, type Course } from './corridors.js';
import { layGutters } from './gutters.js';
import type { Box, Layout, Measures, PlacedLane, Point, Route, Size } from './layout.js';
import { orderLanes } from './order-lanes.js';
import { backFlows, rowsOf } from './rows.js';

/** Above the first level line, from one to the next, and below the last, where arrows have their heads. */
const ABOVE = 10;
const PITCH = 9;
const BELOW = 14;
/** From a line to its label. */
const BESIDE = 4;
const PUSHES = 40;

/** Places a chart: each node in its lane, each flow on lines that touch no node but its own. */
export function layOut(chart: Chart, measures: Measures): Layout {
  const lanes = orderLanes(chart);
  const back = backFlows(chart);
  const least = new Map<string, number>();
  for (let push = 0; ; push += 1) {
    const rows = rowsOf(chart, back, least);
    const columns = columnsOf(chart, lanes, rows, back);
    const courses = chooseCorridors(chart, rows, columns);
    const grid = new Grid(chart, lanes, rows, columns, courses, measures);
    const [conflict] = grid.channels.conflicts;
    if (conflict === undefined || push === PUSHES) return grid.place();
    // One row further down the flow has a free hand.
    const { to } = conflict.flow;
    least.set(to, (rows.get(to) ?? 0) + 1);
  }
}

class Grid {
  readonly channels: Channels;
  readonly #chart: Chart;
  readonly #lanes: readonly Chart['lanes'][number][];
  readonly #rows: ReadonlyMap<string, number>;
  readonly #columns: ReturnType<typeof columnsOf>;
  readonly #courses: readonly Course[];
  readonly #measures: Measures;
  readonly #sizes: ReadonlyMap<string, Size>;
  /** The middle of each column, and where it begins and ends with the lines beside it. */
  readonly #middles: number[] = [];
  readonly #edges: number[] = [0];
  readonly #corridors = new Map<string, number>();

  constructor(
    chart: Chart,
    lanes: Chart['lanes'],
    rows: ReadonlyMap<string, number>,
    columns: ReturnType<typeof columnsOf>,
    courses: readonly Course[],
    measures: Measures,
  ) {
    this.#chart = chart;
    this.#lanes = lanes;
    this.#rows = rows;
    this.#columns = columns;
    this.#courses = courses;
    this.#measures = measures;
    this.#sizes = new Map(chart.nodes.map((node) => [node.id, measures.sizeOf(node)]));
    this.#layColumns();
    this.channels = layChannels(
      courses,
      (column) => this.#middles[column] ?? 0,
      (course) => this.#xOf(course),
    );
  }

  #layColumns(): void {
    const gutters = layGutters(this.#courses, this.#measures);
    const widths = Array.from({ length: this.#columns.count }, () => 0);
    for (const [id, column] of this.#columns.of)
      widths[column] = Math.max(widths[column] ?? 0, this.#sizes.get(id)?.width ?? 0);
    let x = 0;
    for (const [column, width] of widths.entries()) {
      const left = x + gutters.widthOf(column, 'left');
      const right = left + width;
      this.#middles.push((left + right) / 2);
      for (const course of this.#courses) {
        const { corridor, flow } = course;
        if (corridor?.column !== column) continue;
        const offset = gutters.offsetOf(course);
        const at = { left: left - offset, middle: (left + right) / 2, right: right + offset };
        this.#corridors.set(flow.id, at[corridor.side]);
      }
      x = right + gutters.widthOf(column, 'right');
      this.#edges.push(x);
    }
  }

  #xOf({ flow, to }: Course): number {
    return this.#corridors.get(flow.id) ?? this.#middles[to.column] ?? 0;
  }

  place(): Layout {
    const spans = this.#lanes.map((lane) => {
      const [first, end] = this.#columns.spans.get(lane.id) ?? [0, 0];
      const x = this.#edges[first] ?? 0;
      return { lane, x, width: (this.#edges[end] ?? 0) - x };
    });
    const head = Math.max(0, ...spans.map(({ lane, width }) => this.#measures.headOf(lane, width)));
    const { boxes, channelTops, height } = this.#placeRows(head);
    const routes = new Map(
      this.#courses.map((course) => [course.flow.id, this.#route(course, boxes, channelTops)]),
    );
    const lanes = spans.map((span): PlacedLane => ({ ...span, y: 0, height, head }));
    return { chart: this.#chart, lanes, boxes, routes, width: this.#edges.at(-1) ?? 0, height };
  }

  #placeRows(head: number): {
    boxes: ReadonlyMap<string, Box>;
    channelTops: readonly number[];
    height: number;
  } {
    const heights: number[] = [];
    for (const [id, row] of this.#rows)
      heights[row] = Math.max(heights[row] ?? 0, this.#sizes.get(id)?.height ?? 0);
    const channelTops: number[] = [];
    const tops: number[] = [];
    let y = head + BELOW;
    for (const [row, height = 0] of heights.entries()) {
      tops.push(y);
      channelTops.push(y + height);
      y += height + this.#channelHeight(row);
    }
    const boxes = new Map<string, Box>();
    for (const [id, { width, height }] of this.#sizes) {
      const row = this.#rows.get(id) ?? 0;
      const middle = this.#middles[this.#columns.of.get(id) ?? 0] ?? 0;
      const top = (tops[row] ?? 0) + ((heights[row] ?? 0) - height) / 2;
      boxes.set(id, { x: middle - width / 2, y: top, width, height });
    }
    return { boxes, channelTops, height: y };
  }

  /** Level lines, then a strip for the labels of what leaves here. */
  #channelHeight(channel: number): number {
    return ABOVE + this.#linesIn(channel) + this.#stripIn(channel) + BELOW;
  }

  #linesIn(channel: number): number {
    return Math.max(0, (this.channels.tracks.get(channel) ?? 0) - 1) * PITCH;
  }

  #stripIn(channel: number): number {
    const labels = this.#courses
      .filter(({ leaves }) => leaves === channel)
      .map(({ flow }) => this.#measures.labelOf(flow)?.height ?? 0);
    return Math.max(0, ...labels);
  }

  #route(course: Course, boxes: ReadonlyMap<string, Box>, channelTops: readonly number[]): Route {
    const { flow, leaves, arrives, corridor } = course;
    const from = boxes.get(flow.from) as Box;
    const to = boxes.get(flow.to) as Box;
    const start = { x: from.x + from.width / 2, y: from.y + from.height };
    const end = { x: to.x + to.width / 2, y: to.y };
    const levelIn = (channel: number): number =>
      (channelTops[channel] ?? 0) + ABOVE + (this.channels.trackOf(flow.id, channel) ?? 0) * PITCH;
    const x = this.#xOf(course);
    const first = levelIn(leaves);
    const last = levelIn(arrives);
    const points: Point[] =
      corridor === undefined
        ? [start, { x: start.x, y: first }, { x: end.x, y: first }, end]
        : [
            start,
            { x: start.x, y: first },
            { x, y: first },
            { x, y: last },
            { x: end.x, y: last },
            end,
          ];
    const size = this.#measures.labelOf(flow);
    const labelTop = (channelTops[leaves] ?? 0) + ABOVE + this.#linesIn(leaves) + 1;
    const label = size === undefined ? undefined : { x: x + BESIDE, y: labelTop, ...size };
    return { points: straighten(points), label };
  }
}

/** Leaves out the points at which a line doesn't turn. */
function straighten(points: readonly Point[]): Point[] {
  const kept: Point[] = [];
  for (const point of points) {
    const last = kept.at(-1);
    const before = kept.at(-2);
    if (last?.x === point.x && last.y === point.y) continue;
    const isStraight =
      last !== undefined &&
      before !== undefined &&
      ((before.x === last.x && last.x === point.x) || (before.y === last.y && last.y === point.y));
    if (isStraight) kept.pop();
    kept.push(point);
  }
  return kept;
}
