import { printXml, type XmlElement } from '../../junit/xml.js';
import type { Chart } from '../chart.js';
import { wrapLabel } from '../text/wrap-label.js';
import { drawChart, type Drawing } from './draw-chart.js';
import { element, rectangle, round, textLines } from './shapes.js';
import { FAINT, FONTS, LINE, PAPER, SIZES } from './style.js';

export const MARGIN = 16;

/** The chart as one drawing that needs nothing else. */
export function renderSvg(chart: Chart): string {
  return printDrawing(chart, withTitle(chart, drawChart(chart)));
}

/** Below its title, and the revision and day that it is of. */
export function withTitle({ title, caption }: Chart, drawing: Drawing): Drawing {
  const head = wrapLabel(title, drawing.width, SIZES.title);
  const below = wrapLabel(caption, drawing.width, SIZES.caption);
  const height = Math.ceil(head.height + below.height) + 10;
  return {
    parts: [
      ...textLines(head, 0, 0, { isBold: true, anchor: 'start' }),
      ...textLines(below, 0, head.height, { fill: FAINT, anchor: 'start' }),
      element('g', { transform: `translate(0 ${height})` }, drawing.parts),
    ],
    width: drawing.width,
    height: height + drawing.height,
  };
}

export interface Page {
  /** In millimetres. */
  readonly width: number;
  readonly height: number;
}

/** A whole SVG document; on a page it fills that. */
export function printDrawing(
  { title, caption, lang }: Chart,
  drawing: Drawing,
  page?: Page,
): string {
  const width = Math.ceil(drawing.width) + 2 * MARGIN;
  const height = Math.ceil(drawing.height) + 2 * MARGIN;
  const size =
    page === undefined
      ? { width, height }
      : { width: `${page.width}mm`, height: `${page.height}mm` };
  const content: XmlElement[] = [
    element('title', {}, title),
    element('desc', {}, caption),
    element('defs', {}, [
      element(
        'marker',
        {
          id: 'arrow',
          viewBox: '0 0 8 8',
          refX: 7.5,
          refY: 4,
          markerWidth: 8,
          markerHeight: 8,
          markerUnits: 'userSpaceOnUse',
          orient: 'auto',
        },
        [element('path', { d: 'M0 0.5L8 4L0 7.5z', fill: LINE })],
      ),
    ]),
    rectangle(0, 0, width, height, { fill: PAPER }),
    element('g', { transform: `translate(${MARGIN} ${MARGIN})` }, drawing.parts),
  ];
  return printXml(
    element(
      'svg',
      {
        xmlns: 'http://www.w3.org/2000/svg',
        'xml:lang': lang,
        role: 'img',
        ...size,
        viewBox: `0 0 ${round(width)} ${round(height)}`,
        'font-family': FONTS,
      },
      content,
    ),
  );
}
