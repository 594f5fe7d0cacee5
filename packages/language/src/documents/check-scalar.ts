import { nearestHint, parseDate, said, type Span } from '@qingdan/core';
import { type Node, shorten } from '../read/node.js';
import type { Report } from '../report.js';
import { nameOfShape } from './name-of-shape.js';
import type { Shape } from './shape.js';
import { reportShape } from './report-shape.js';

type ScalarShape = Extract<
  Shape,
  { kind: 'text' | 'integer' | 'boolean' | 'choice' | 'day' | 'dateOrMonth' | 'scalar' }
>;

/** Reports a scalar that isn't what its place asks for. */
export function checkScalar(node: Node, shape: ScalarShape, report: Report): void {
  if (node.kind !== 'scalar' || node.value === null) {
    reportShape(node, shape, report);
    return;
  }
  const { value } = node;
  switch (shape.kind) {
    case 'scalar':
      return;
    case 'boolean':
      if (typeof value !== 'boolean') reportShape(node, shape, report);
      return;
    case 'integer':
      if (!Number.isSafeInteger(value)) reportShape(node, shape, report);
      else if (shape.min !== undefined && (value as number) < shape.min)
        bad(node.text, shape, node.span, report);
      return;
    case 'text':
      if (typeof value !== 'string' || value === '') reportShape(node, shape, report);
      else if (shape.pattern?.test(value.normalize('NFC')) === false)
        bad(value, shape, node.span, report);
      return;
    case 'choice':
      if (typeof value !== 'string') reportShape(node, shape, report);
      else if (!shape.of.includes(value))
        bad(value, shape, node.span, report, nearestHint(value, shape.of));
      return;
    case 'day':
    case 'dateOrMonth':
      if (typeof value !== 'string') reportShape(node, shape, report);
      else if (!isDate(value, shape.kind)) bad(value, shape, node.span, report);
  }
}

function isDate(text: string, precision: 'day' | 'dateOrMonth'): boolean {
  const date = parseDate(text);
  return (
    date !== undefined &&
    (typeof date === 'number' || (precision === 'dateOrMonth' && text.length === 7))
  );
}

function bad(value: string, shape: Shape, span: Span, report: Report, nearest = ''): void {
  const { zh, en } = nameOfShape(shape);
  const expected = said('expected', { zh: zh + nearest, en: en + nearest });
  report.add('bad-value', { value: shorten(value), ...expected }, span);
}
