import type { Library } from '../library.js';
import type { Field, RecordType, Type } from '@qingdan/core';
import { byKey, type JsonSchema, schemaFile } from './json-schema.js';

/**
 * The schema of one record of any kind that a library knows, as `readRecord` reads it. `null` is unknown anywhere; an
 * amount may be a number or a text.
 */
export function recordSchema(library: Library): JsonSchema {
  const kinds = [...library.records].map(([id, record]) => [id, schemaOfRecord(record)]);
  return schemaFile('record', 1, 'Qingdan record', {
    ...byKey('kind', Object.fromEntries(kinds) as Record<string, JsonSchema>),
    definitions: {
      date: {
        description: 'a day, or the days of a month or of a year: 2026-02-03, 2026-02, 2026',
        type: ['string', 'null'],
        pattern: '^\\d{4}(-\\d{2}(-\\d{2})?)?$',
      },
      period: {
        description: 'half-open: `until` is the first day after it; `none` is without end',
        type: ['object', 'null'],
        properties: {
          from: { $ref: '#/definitions/date' },
          until: { anyOf: [{ $ref: '#/definitions/date' }, { const: 'none' }] },
        },
        additionalProperties: false,
      },
      reference: {
        description: 'an id, or an id that was found by a name',
        anyOf: [
          { type: ['string', 'null'], minLength: 1 },
          {
            type: 'object',
            properties: { id: { type: 'string', minLength: 1 }, by: { const: 'name' } },
            required: ['id', 'by'],
          },
        ],
      },
    },
  });
}

function schemaOfRecord(record: RecordType): JsonSchema {
  return {
    title: labelOf(record.label),
    type: 'object',
    properties: {
      kind: { const: record.id },
      id: { type: 'string', minLength: 1 },
      ...(record.shared
        ? {}
        : {
            organisation: { type: ['string', 'null'], description: 'the id of its organisation' },
          }),
      ...propertiesOf(record.fields.fields),
      none: {
        type: ['array', 'null'],
        items: { type: 'string' },
        description: 'fields known to have no value, with their path',
      },
      extra: { description: 'anything else; neither read nor reported' },
    },
    required: ['kind', 'id'],
    additionalProperties: false,
  };
}

function propertiesOf(fields: readonly Field[]): Record<string, JsonSchema> {
  return Object.fromEntries(
    fields.map(({ name, type, label, unit }) => {
      const words = unit === undefined ? labelOf(label) : `${labelOf(label)} (${labelOf(unit)})`;
      const schema = schemaOfType(type);
      return [
        name,
        schema.$ref === undefined && schema.enum === undefined
          ? { title: words, ...schema }
          : { title: words, allOf: [schema] },
      ];
    }),
  );
}

function schemaOfType(type: Type): JsonSchema {
  switch (type.kind) {
    case 'money':
      return {
        description: 'yuan, at most two decimals',
        type: ['number', 'string', 'null'],
        pattern: '^[+-]?\\d+(\\.\\d{1,2}0*)?$',
      };
    case 'number':
      return { type: ['number', 'string', 'null'], pattern: '^[+-]?\\d' };
    case 'ratio':
      return {
        description: 'such as "2/3" or 0.5',
        type: ['number', 'string', 'null'],
        pattern: '^[+-]?\\d',
      };
    case 'integer':
      return { type: ['integer', 'string', 'null'], pattern: '^[+-]?\\d+(\\.0+)?$' };
    case 'boolean':
      return { type: ['boolean', 'null'] };
    case 'text':
      return { type: ['string', 'null'] };
    case 'date':
      return { $ref: '#/definitions/date' };
    case 'instant':
      return { type: ['string', 'null'], description: 'such as 2026-02-03T09:30:00+08:00' };
    case 'duration':
      return {
        type: ['string', 'null'],
        pattern: '^\\d{1,6} (day|workday|month|year)s?$',
      };
    case 'period':
      return { $ref: '#/definitions/period' };
    case 'enum':
      return {
        description: [...type.values]
          .map(([value, label]) => `${value}: ${labelOf(label)}`)
          .join('\n'),
        enum: [...type.values.keys(), null],
      };
    case 'role':
    case 'body':
      return { type: ['string', 'null'], minLength: 1, description: `the id of a ${type.kind}` };
    case 'person':
    case 'organisation':
    case 'ref':
      return { $ref: '#/definitions/reference' };
    case 'list':
    case 'set':
      return { type: ['array', 'null'], items: schemaOfType(type.items) };
    case 'struct':
      return {
        type: ['object', 'null'],
        properties: propertiesOf(type.struct.fields),
        additionalProperties: false,
      };
    case 'record':
      return {};
  }
}

function labelOf({ zh, en }: { readonly zh: string; readonly en: string }): string {
  return `${zh} ${en}`;
}
