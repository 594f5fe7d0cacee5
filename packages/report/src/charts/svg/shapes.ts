import type { XmlElement } from '../../junit/xml.js';
import type { Label } from '../text/wrap-label.js';
import { LEADING } from '../text/wrap-label.js';
import { INK } from './style.js';

type Attributes = Readonly<Record<string, string | number>>;

export function element(
  name: string,
  attributes: Attributes,
  content: XmlElement['content'] = [],
): XmlElement {
  return { name, attributes, content };
}

export function rectangle(
  x: number,
  y: number,
  width: number,
  height: number,
  more: Attributes,
): XmlElement {
  return element('rect', {
    x: round(x),
    y: round(y),
    width: round(width),
    height: round(height),
    ...more,
  });
}

/** The lines of a label below each other from `top` on; `x` is its middle, or its left side. */
export function textLines(
  { lines, size }: Label,
  x: number,
  top: number,
  {
    fill = INK,
    isBold = false,
    anchor = 'middle',
  }: { fill?: string; isBold?: boolean; anchor?: 'middle' | 'start' } = {},
): XmlElement[] {
  return lines.map((line, index) =>
    element(
      'text',
      {
        x: round(x),
        // A line of Chinese stands from 0.88 above its base line to 0.12 below it.
        y: round(top + (index + 0.5) * size * LEADING + 0.38 * size),
        'font-size': size,
        'text-anchor': anchor,
        fill,
        ...(isBold ? { 'font-weight': 'bold' } : {}),
      },
      line,
    ),
  );
}

export function round(value: number): number {
  return Math.round(value * 100) / 100;
}
