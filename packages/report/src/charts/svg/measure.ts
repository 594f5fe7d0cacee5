import type { Chart, ChartNode, ChartTask } from '../chart.js';
import type { Measures, Size } from '../layout/layout.js';
import { type Label, wrapLabel } from '../text/wrap-label.js';
import { SIZES } from './style.js';
import { say } from '../../locale/messages.js';

const TASK = 136;
/** From the border of a box to its text. */
export const PAD = 8;
/** How far the sides of a decision point out. */
export const POINT = 14;

/** The room that nodes and labels take where they are drawn. */
export function drawnMeasures({ lang }: Chart): Measures {
  return {
    sizeOf: (node) => sizeOf(node, lang),
    labelOf: ({ label }) => {
      if (label === undefined) return undefined;
      const { width, height } = flowLabel(label);
      return { width: Math.ceil(width), height: Math.ceil(height) };
    },
    headOf: ({ label }, width) => Math.ceil(headLabel(label, width).height) + 2 * PAD,
  };
}

export function headLabel(text: string, width: number): Label {
  return wrapLabel(text, width - 2 * PAD, SIZES.head);
}

export function flowLabel(text: string): Label {
  return wrapLabel(text, 66, SIZES.flow);
}

export function decisionLabel(text: string): Label {
  return wrapLabel(text, TASK - 2 * POINT - 4, SIZES.head);
}

/** The texts in the box of a step, from its top. */
export function taskLabels(
  { number, label, times, details }: ChartTask,
  lang: Chart['lang'],
): { name: Label; times: readonly Label[]; risk: Label | undefined } {
  const within = TASK - 2 * PAD;
  const { risk } = details;
  return {
    name: wrapLabel(`${number}. ${label}`, within, SIZES.task),
    times: times.map((time) => wrapLabel(time, within, SIZES.small)),
    risk:
      risk === undefined
        ? undefined
        : wrapLabel(say(lang, 'chart.risk', { level: risk.levelLabel }), within, SIZES.small),
  };
}

function sizeOf(node: ChartNode, lang: Chart['lang']): Size {
  switch (node.kind) {
    case 'task': {
      const { name, times, risk } = taskLabels(node, lang);
      const height = [name, ...times, ...(risk === undefined ? [] : [risk])]
        .map((label) => label.height)
        .reduce((sum, each) => sum + each, 0);
      return { width: TASK, height: Math.max(38, Math.ceil(height) + 2 * PAD) };
    }
    case 'decision':
      return { width: TASK, height: Math.ceil(decisionLabel(node.label).height) + 14 };
    case 'start':
    case 'end': {
      const { width } = wrapLabel(node.label, TASK, SIZES.head);
      return { width: 2 * Math.ceil(Math.max(64, width + 28) / 2), height: 28 };
    }
    case 'merge':
    case 'fork':
      return { width: 8, height: 8 };
    case 'join':
      return { width: 64, height: 6 };
  }
}
