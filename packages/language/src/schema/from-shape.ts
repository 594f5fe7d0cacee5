import { SHAPES } from '../documents/documents.js';
import type { ObjectShape, Shape, ShapeName } from '../documents/shape.js';
import { described, type JsonSchema } from './json-schema.js';

const MONTH = '\\d{4}-(0[1-9]|1[0-2])';
const DAY = `${MONTH}-(0[1-9]|[12]\\d|3[01])`;

/** The schema of a shape; what is named stands under `definitions`. */
export function schemaOfShape(shape: Shape): JsonSchema {
  switch (shape.kind) {
    case 'text':
      return {
        type: 'string',
        minLength: 1,
        ...(shape.pattern === undefined ? {} : { pattern: shape.pattern.source }),
        ...(shape.what === undefined ? {} : { title: shape.what }),
      };
    case 'integer':
      return { type: 'integer', ...(shape.min === undefined ? {} : { minimum: shape.min }) };
    case 'boolean':
      return { type: 'boolean' };
    case 'choice':
      return { enum: shape.of };
    case 'localized':
      return { $ref: '#/definitions/localized' };
    case 'day':
      return { type: 'string', pattern: `^${DAY}$` };
    case 'dateOrMonth':
      return { type: 'string', pattern: `^(${MONTH}|${DAY})$` };
    case 'scalar':
      return { type: ['string', 'number', 'boolean'] };
    case 'list':
      return { type: 'array', items: schemaOfShape(shape.of) };
    case 'map':
      return { type: 'object', additionalProperties: schemaOfShape(shape.of) };
    case 'object':
      return schemaOfObject(shape);
    case 'oneOf':
      return { anyOf: shape.of.map(schemaOfShape) };
    case 'named':
      return { $ref: `#/definitions/${shape.name}` };
  }
}

function schemaOfObject({ what, keys, oneOfKeys = [] }: ObjectShape): JsonSchema {
  const entries = Object.entries(keys);
  const required = entries.filter(([, key]) => key.required).map(([name]) => name);
  const groups = oneOfKeys.map((group) => ({ oneOf: group.map((name) => ({ required: [name] })) }));
  return {
    title: what,
    type: 'object',
    properties: Object.fromEntries(
      entries.map(([name, { shape, about }]) => [name, described(schemaOfShape(shape), about)]),
    ),
    ...(required.length === 0 ? {} : { required }),
    additionalProperties: false,
    ...(groups.length === 0 ? {} : { allOf: groups }),
  };
}

/** What `$ref` may refer to. */
export function definitionsOfShapes(): Record<string, JsonSchema> {
  return {
    localized: {
      type: 'object',
      description: 'the same in Chinese and in English',
      properties: { zh: { type: 'string', minLength: 1 }, en: { type: 'string', minLength: 1 } },
      required: ['zh', 'en'],
      additionalProperties: false,
    },
    ...Object.fromEntries(
      (Object.keys(SHAPES) as ShapeName[]).map((name) => [name, schemaOfShape(SHAPES[name])]),
    ),
  };
}
