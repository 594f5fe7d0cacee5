import type { Chart } from '../chart.js';

/** How much room a node and the labels take. */
export interface Measures {
  readonly sizeOf: (node: Chart['nodes'][number]) => Size;
  /** Of the label of a flow; none has none. */
  readonly labelOf: (flow: Chart['flows'][number]) => Size | undefined;
  /** Of the head of a lane of some width. */
  readonly headOf: (lane: Chart['lanes'][number], width: number) => number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box extends Point, Size {}

/** A chart in the plane: lanes are columns beside each other, steps go down. */
export interface Layout extends Size {
  readonly chart: Chart;
  readonly lanes: readonly PlacedLane[];
  /** By id. */
  readonly boxes: ReadonlyMap<string, Box>;
  /** By the id of the flow. */
  readonly routes: ReadonlyMap<string, Route>;
}

export interface PlacedLane extends Box {
  readonly lane: Chart['lanes'][number];
  readonly head: number;
}

export interface Route {
  /** From the bottom of one node to the top of another; each part is level or upright. */
  readonly points: readonly Point[];
  /** Where the label stands. */
  readonly label: Box | undefined;
}
