import type { MappingSchema } from '../../tables/mapping/schema.js';

const text: MappingSchema = { type: 'string', minLength: 1 };
const texts: MappingSchema = { type: 'array', items: { type: 'string' } };
const renamed: MappingSchema = { type: 'object', additionalProperties: text };

/** The `kind` of a mapping by which rows become events. */
export const EVENT_KIND = 'event';

/**
 * What the mapping of a table of events may say. The one source for the check on reading and for
 * schemas/event-mapping.schema.json; the number in `$id` changes when what was valid no longer is.
 */
export const CASE_MAPPING_SCHEMA: MappingSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  $id: 'https://qingdan.dev/schemas/event-mapping/1.json',
  title: 'Qingdan mapping of a table of events',
  type: 'object',
  properties: {
    kind: { type: 'string', pattern: `^${EVENT_KIND}$`, description: 'each row is an event' },
    procedure: { ...text, description: 'the procedure of cases that name none' },
    organisation: { ...text, description: 'the id of the organisation of cases that name none' },
    sheet: { ...text, description: 'the sheet of a workbook; absent: the one with the columns' },
    header: { type: 'integer', minimum: 1, description: 'the row of the headers; absent: found' },
    columns: {
      description:
        'column → field of an event: case, step, at, by, role, evidence, via, data.amount',
      type: 'object',
      additionalProperties: text,
    },
    steps: { ...renamed, description: 'what the log calls a step → its id' },
    values: {
      description: 'column → text of a cell → what it means: the id of a role, of a document',
      type: 'object',
      additionalProperties: renamed,
    },
    none: { ...texts, description: 'cells that are read as blank: 无, —' },
    ignore: { ...texts, description: 'columns that are not read' },
    resolve: {
      description: 'column of persons → register by field: `person by name within organisation`',
      type: 'object',
      additionalProperties: {
        type: 'string',
        pattern: '^[\\w-]+ by [\\w-]+( within organisation)?$',
      },
    },
  },
  required: ['kind', 'columns'],
  additionalProperties: false,
};
