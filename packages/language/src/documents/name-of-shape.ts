import { SHAPES } from './documents.js';
import type { Shape } from './shape.js';

/** What a shape is called in messages. */
export function nameOfShape(shape: Shape): string {
  switch (shape.kind) {
    case 'text':
      return shape.what ?? 'text';
    case 'integer':
      return shape.min === undefined ? 'integer' : `integer from ${shape.min}`;
    case 'boolean':
      return 'true or false';
    case 'choice':
      return shape.of.join(' | ');
    case 'localized':
      return '{ zh, en }';
    case 'day':
      return 'day, such as 2026-02-03';
    case 'dateOrMonth':
      return 'day or month, such as 2026-02-03 or 2026-02';
    case 'scalar':
      return 'value';
    case 'list':
      return `list of ${nameOfShape(shape.of)}`;
    case 'map':
      return `mapping of ${shape.what}`;
    case 'object':
    case 'oneOf':
      return shape.what;
    case 'named':
      return nameOfShape(SHAPES[shape.name]);
  }
}
