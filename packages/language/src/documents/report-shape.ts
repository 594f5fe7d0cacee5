import { fullWidth, fullWidthColon, said } from '@qingdan/core';
import { describeNode, type Node, startOf } from '../read/node.js';
import type { Report } from '../report.js';
import { nameOfShape } from './name-of-shape.js';
import type { Shape } from './shape.js';

/** Says what a place asks for and what stands there. */
export function reportShape(node: Node, shape: Shape, report: Report): void {
  const asksForKeys = shape.kind === 'object' || shape.kind === 'localized' || shape.kind === 'map';
  const mark = asksForKeys && node.kind === 'scalar' ? fullWidthColon(node.text) : undefined;
  if (mark !== undefined) report.addAll([fullWidth(mark, node.span)]);
  else
    report.add(
      'wrong-shape',
      { ...said('expected', nameOfShape(shape)), ...said('actual', describeNode(node)) },
      startOf(node),
    );
}
