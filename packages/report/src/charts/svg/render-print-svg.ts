import type { Chart } from '../chart.js';
import { drawChart, type Drawing } from './draw-chart.js';
import { MARGIN, type Page, printDrawing, withTitle } from './render-svg.js';
import { element } from './shapes.js';
import { SIZES } from './style.js';
import { drawTable } from './table.js';

/** Sheets of ISO 216, the smaller side first, in millimetres. */
const SHEETS = [
  [210, 297],
  [297, 420],
  [420, 594],
  [594, 841],
] as const;
/** The least size of type that is read at arm's length, in millimetres: six points. */
const LEGIBLE = 2.1;
const TABLE_WIDTHS = [640, 760, 900, 1060, 1240, 1440, 1700, 2000];
const GAP = 24;

/**
 * The chart with a table of what each step asks, its risk and how that is met, on the smallest sheet on which it can be
 * read; the table stands beside the chart or below it, whichever fills the sheet better.
 */
export function renderPrintSvg(chart: Chart): string {
  const drawing = drawChart(chart);
  const fitted = arrangements(chart, drawing).map((each) => ({ each, ...fit(each) }));
  const [first, ...others] = fitted;
  if (first === undefined) throw new Error('there is an arrangement for each width of the table');
  const best = others.reduce((a, b) => (b.scale > a.scale ? b : a), first);
  return printDrawing(chart, best.each, best.page);
}

function arrangements(chart: Chart, drawing: Drawing): Drawing[] {
  return TABLE_WIDTHS.flatMap((room) => {
    const beside = drawTable(chart, room);
    const below = drawTable(chart, Math.max(room, drawing.width));
    return [
      withTitle(chart, {
        parts: [
          ...drawing.parts,
          element('g', { transform: `translate(${drawing.width + GAP} 0)` }, beside.parts),
        ],
        width: drawing.width + GAP + beside.width,
        height: Math.max(drawing.height, beside.height),
      }),
      withTitle(chart, {
        parts: [
          ...drawing.parts,
          element('g', { transform: `translate(0 ${drawing.height + GAP})` }, below.parts),
        ],
        width: Math.max(drawing.width, below.width),
        height: drawing.height + GAP + below.height,
      }),
    ];
  });
}

/** The sheet for a drawing, upright or on its side, and how large it comes out on a square metre's. */
function fit({ width, height }: Drawing): { page: Page; scale: number } {
  const [wide, high] = [width + 2 * MARGIN, height + 2 * MARGIN];
  const scaleOn = (sheet: (typeof SHEETS)[number]): { page: Page; scale: number } => {
    const [short, long] = wide > high ? [sheet[1], sheet[0]] : sheet;
    return { page: { width: short, height: long }, scale: Math.min(short / wide, long / high) };
  };
  const fitting = SHEETS.map(scaleOn);
  const largest = scaleOn([594, 841]);
  const legible = fitting.find(({ scale }) => scale * SIZES.small >= LEGIBLE) ?? largest;
  return { page: legible.page, scale: largest.scale };
}
