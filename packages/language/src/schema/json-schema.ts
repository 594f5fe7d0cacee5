import { shareRepeated } from './share-repeated.js';

/** A JSON Schema of draft 7: the newest that the YAML language server digests well. */
export interface JsonSchema {
  readonly $schema?: string;
  readonly $id?: string;
  readonly $ref?: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly const?: string;
  readonly enum?: readonly (string | null)[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: boolean | JsonSchema;
  readonly required?: readonly string[];
  readonly minItems?: number;
  readonly minProperties?: number;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly if?: JsonSchema;
  readonly then?: JsonSchema;
  readonly else?: JsonSchema;
  readonly definitions?: Readonly<Record<string, JsonSchema>>;
}

const DRAFT = 'http://json-schema.org/draft-07/schema#';

/** A schema as a file of its own. The number changes when what was valid no longer is. */
export function schemaFile(
  name: string,
  version: number,
  title: string,
  schema: JsonSchema,
): JsonSchema {
  return {
    $schema: DRAFT,
    $id: `https://qingdan.dev/schemas/${name}/${version}.json`,
    title,
    ...shareRepeated(schema),
  };
}

/** A schema with the words for hover; beside `$ref` draft 7 reads nothing, so that goes one level down. */
export function described(schema: JsonSchema, description: string | undefined): JsonSchema {
  if (description === undefined) return schema;
  return schema.$ref === undefined ? { ...schema, description } : { description, allOf: [schema] };
}

/** One schema for each value of a key, chosen by it, so that an editor reports only what is wrong with the one meant. */
export function byKey(key: string, alternatives: Readonly<Record<string, JsonSchema>>): JsonSchema {
  return {
    type: 'object',
    properties: { [key]: { enum: Object.keys(alternatives) } },
    required: [key],
    allOf: Object.entries(alternatives).map(([value, schema]) => ({
      if: { properties: { [key]: { const: value } }, required: [key] },
      then: schema,
    })),
  };
}
