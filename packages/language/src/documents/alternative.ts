import type { Node } from '../read/node.js';
import { SHAPES } from './documents.js';
import type { Shape } from './shape.js';

/** The alternative that a node means: by what kind of node it is, and by the leading key of a mapping. */
export function alternativeOf(node: Node, alternatives: readonly Shape[]): Shape | undefined {
  const fitting = alternatives.map(resolved).filter((shape) => accepts(shape, node));
  if (node.kind !== 'map') return fitting[0];
  return (
    fitting.find(
      (shape) =>
        shape.kind === 'object' && shape.lead !== undefined && node.entries.has(shape.lead),
    ) ??
    fitting.find(
      (shape) =>
        shape.kind !== 'object' ||
        (shape.lead === undefined &&
          // Among mappings with leading keys, one without is meant only by its own keys.
          (fitting.length === 1 ||
            [...node.entries.keys()].every((key) => Object.hasOwn(shape.keys, key)))),
    )
  );
}

/** The leading keys of a `oneOf`, those of the alternatives within its alternatives included. */
export function leadsOf(shape: Shape): string[] {
  const other = resolved(shape);
  if (other.kind === 'oneOf') return other.of.flatMap(leadsOf);
  return other.kind === 'object' && other.lead !== undefined ? [other.lead] : [];
}

function resolved(shape: Shape): Shape {
  return shape.kind === 'named' ? resolved(SHAPES[shape.name]) : shape;
}

function accepts(shape: Shape, node: Node): boolean {
  switch (shape.kind) {
    case 'oneOf':
      return alternativeOf(node, shape.of) !== undefined;
    case 'object':
    case 'map':
    case 'localized':
      return node.kind === 'map';
    case 'list':
      return node.kind === 'list';
    case 'named':
      return accepts(resolved(shape), node);
    default:
      return node.kind === 'scalar';
  }
}
