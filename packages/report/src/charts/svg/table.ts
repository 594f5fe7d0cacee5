import type { XmlElement } from '../../junit/xml.js';
import { say } from '../../locale/messages.js';
import type { Chart, ChartTask } from '../chart.js';
import { type Label, wrapLabel } from '../text/wrap-label.js';
import type { Drawing } from './draw-chart.js';
import { element, rectangle, textLines } from './shapes.js';
import { HEAD, INK, PAPER, RISK, RULE, SHADE, SIZES } from './style.js';

const COLUMNS = [
  'number',
  'step',
  'by',
  'time',
  'evidence',
  'risk',
  'level',
  'prevention',
] as const;
type Column = (typeof COLUMNS)[number];

/** The share of the width that each column has. */
const SHARES: Readonly<Record<Column, number>> = {
  number: 5,
  step: 14,
  by: 16,
  time: 14,
  evidence: 14,
  risk: 14,
  level: 8,
  prevention: 15,
};
const WHOLE = Object.values(SHARES).reduce((sum, share) => sum + share, 0);
const PAD = 5;

/** What each step asks, and its risk, a row for each. */
export function drawTable({ nodes, lang }: Chart, width: number): Drawing {
  const tasks = nodes.filter((node) => node.kind === 'task').sort((a, b) => a.number - b.number);
  const head = Object.fromEntries(
    COLUMNS.map((column) => [column, [say(lang, `chart.print.${column}`)]]),
  ) as unknown as Readonly<Record<Column, readonly string[]>>;
  const rows = [head, ...tasks.map((task) => cellsOf(task))];
  const parts: XmlElement[] = [];
  let top = 0;
  for (const [index, cells] of rows.entries()) {
    const isHead = index === 0;
    const task = tasks[index - 1];
    const labels = COLUMNS.map((column) => labelsIn(cells[column], widthOf(column, width)));
    const height = Math.max(...labels.map(heightOf)) + 2 * PAD;
    let x = 0;
    const drawn = COLUMNS.flatMap((column, at) => {
      const left = x;
      x += widthOf(column, width);
      const level = column === 'level' ? task?.details.risk?.level : undefined;
      let y = top + PAD;
      const texts = (labels[at] ?? []).flatMap((label) => {
        const lines = textLines(label, left + PAD, y, {
          anchor: 'start',
          isBold: isHead,
          fill: level === undefined ? INK : RISK[level],
        });
        y += label.height;
        return lines;
      });
      const fill = isHead ? HEAD : index % 2 === 0 ? SHADE : PAPER;
      const box = rectangle(left, top, widthOf(column, width), height, { fill, stroke: RULE });
      return [element('g', { class: 'cell', 'data-column': column }, [box, ...texts])];
    });
    parts.push(
      element(
        'g',
        { class: 'row', ...(task === undefined ? {} : { 'data-step': task.step.id }) },
        drawn,
      ),
    );
    top += height;
  }
  return { parts, width, height: top };
}

function widthOf(column: Column, width: number): number {
  return Math.floor((width * SHARES[column]) / WHOLE);
}

function labelsIn(texts: readonly string[], width: number): readonly Label[] {
  return texts.map((text) => wrapLabel(text, width - 2 * PAD, SIZES.small, { isEven: false }));
}

function heightOf(labels: readonly Label[]): number {
  return labels.reduce((sum, { height }) => sum + height, 0);
}

function cellsOf({
  number,
  label,
  details,
}: ChartTask): Readonly<Record<Column, readonly string[]>> {
  const { by, times, evidence, risk } = details;
  return {
    number: [String(number)],
    step: [label],
    by: [by],
    time: times,
    evidence,
    risk: risk === undefined ? [] : [risk.point],
    level: risk === undefined ? [] : [risk.levelLabel],
    prevention: risk === undefined ? [] : [risk.prevention],
  };
}
