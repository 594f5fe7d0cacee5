import { describeNode, type Node, startOf } from '../read/node.js';
import type { Report } from '../report.js';
import { nameOfShape } from './name-of-shape.js';
import type { Shape } from './shape.js';

/** Says what a place asks for and what stands there. */
export function reportShape(node: Node, shape: Shape, report: Report): void {
  report.add(
    'wrong-shape',
    { expected: nameOfShape(shape), actual: describeNode(node) },
    startOf(node),
  );
}
