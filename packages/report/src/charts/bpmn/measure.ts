import type { ChartNode } from '../chart.js';
import type { Measures, Size } from '../layout/layout.js';
import { type Label, wrapLabel } from '../text/wrap-label.js';

/** In which editors of BPMN show texts. */
const TYPE = 12;
const TASK = 144;
export const GATEWAY = 50;
export const EVENT = 36;
/** The band in which editors show the name of a pool or lane. */
export const BAND = 30;
const BESIDE = 64;

/** Editors draw signs of fixed size and their labels beside them: the room for both. */
export const BPMN_MEASURES: Measures = {
  sizeOf,
  labelOf: ({ label }) => (label === undefined ? undefined : ceil(besideLabel(label))),
  headOf: ({ label }, width) => BAND + overflowOf(label, width),
};

/** How much taller the name of a lane is than its band; editors show it around the middle of that. */
export function overflowOf(label: string, width: number): number {
  return Math.max(0, Math.ceil(wrapLabel(label, width - 10, TYPE).height) - BAND);
}

export function besideLabel(text: string): Label {
  return wrapLabel(text, BESIDE, TYPE);
}

export function ceil({ width, height }: Size): Size {
  return { width: Math.ceil(width), height: Math.ceil(height) };
}

function sizeOf(node: ChartNode): Size {
  switch (node.kind) {
    case 'task': {
      const { height } = wrapLabel(node.label, TASK - 14, TYPE);
      return { width: TASK, height: Math.max(60, Math.ceil(height) + 20) };
    }
    case 'decision':
      // The label stands below, to the right of the ways that go on from there.
      return { width: TASK, height: GATEWAY + Math.ceil(besideLabel(node.label).height) };
    case 'start':
    case 'end':
      return { width: TASK, height: EVENT };
    case 'merge':
    case 'fork':
    case 'join':
      return { width: GATEWAY, height: GATEWAY };
  }
}
