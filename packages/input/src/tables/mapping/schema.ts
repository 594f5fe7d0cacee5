/** The part of JSON Schema that the schema of mappings is written in, and that `checkSchema` reads. */
export interface MappingSchema {
  readonly $schema?: string;
  readonly $id?: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: 'object' | 'array' | 'string' | 'integer' | 'boolean';
  readonly minLength?: number;
  readonly minimum?: number;
  readonly pattern?: string;
  readonly items?: MappingSchema;
  readonly properties?: Readonly<Record<string, MappingSchema>>;
  readonly additionalProperties?: false | MappingSchema;
  readonly required?: readonly string[];
  readonly anyOf?: readonly MappingSchema[];
}

const text: MappingSchema = { type: 'string', minLength: 1 };
const texts: MappingSchema = { type: 'array', items: { type: 'string' } };
const path: MappingSchema = {
  type: 'string',
  pattern: '^[A-Za-z_][\\w-]*(\\.[A-Za-z_][\\w-]*)*(\\[\\d{1,2}\\](\\.[A-Za-z_][\\w-]*)*)?$',
};
const anything: MappingSchema = {};

/** What `resolve` says of a column. */
const RESOLVE_FORM = '^[\\w-]+ by [\\w-]+( within organisation)?$';

const resolver: MappingSchema = { type: 'string', pattern: RESOLVE_FORM };

/**
 * What a mapping file may say. The one source for the check on reading and for schemas/mapping.schema.json; the number
 * in `$id` changes when what was valid no longer is.
 */
export const MAPPING_SCHEMA: MappingSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  $id: 'https://qingdan.dev/schemas/mapping/1.json',
  title: 'Qingdan mapping of a table',
  type: 'object',
  properties: {
    kind: { ...text, description: 'the kind of record that each row is' },
    organisation: {
      ...text,
      description: 'the id of the organisation of every row, or the column that has it',
    },
    sheet: { ...text, description: 'the sheet of a workbook; absent: the one with the columns' },
    header: {
      type: 'integer',
      minimum: 1,
      description:
        'the row of the column headers, their last where they have several; absent: found',
    },
    id: {
      description:
        'the column of the id, or several joined by `-`; absent: made of kind, file and row',
      anyOf: [text, { type: 'array', items: text }],
    },
    columns: {
      description: 'column → field, or several fields: `审批人: approvals[0].person`',
      type: 'object',
      additionalProperties: { anyOf: [path, { type: 'array', items: path }] },
    },
    constants: {
      description: 'field → value that every row has, as in a JSON record',
      type: 'object',
      additionalProperties: anything,
    },
    values: {
      description: 'column → text of a cell → value, as in a JSON record',
      type: 'object',
      additionalProperties: { type: 'object', additionalProperties: anything },
    },
    none: {
      description:
        'cells that say there is none: 无, —; or column → such cells, `*` for every column. "" is a blank cell',
      anyOf: [texts, { type: 'object', additionalProperties: texts }],
    },
    ignore: { ...texts, description: 'columns that are not read' },
    resolve: {
      description:
        'column → register by field: `person by name within organisation`; several where a column has persons and firms',
      type: 'object',
      additionalProperties: { anyOf: [resolver, { type: 'array', items: resolver }] },
    },
  },
  required: ['columns'],
  additionalProperties: false,
};
