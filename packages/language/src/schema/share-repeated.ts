import type { JsonSchema } from './json-schema.js';

/** Shorter ones read better where they stand. */
const WORTH_SHARING = 160;

/**
 * The same schema with each larger part that stands in several places written once, under `definitions`, and without the
 * definitions that nothing refers to.
 */
export function shareRepeated(schema: JsonSchema): JsonSchema {
  const counts = new Map<string, number>();
  const count = (part: JsonSchema): JsonSchema => {
    const text = JSON.stringify(part);
    const seen = counts.get(text) ?? 0;
    counts.set(text, seen + 1);
    // What repeats inside a repetition is there only once.
    return seen > 0 ? part : mapParts(part, count);
  };
  mapParts(schema, count);

  const shared: Record<string, JsonSchema> = {};
  const names = new Map<string, string>();
  const taken = new Set(Object.keys(schema.definitions ?? {}));
  const share = (part: JsonSchema): JsonSchema => {
    const text = JSON.stringify(part);
    if ((counts.get(text) ?? 0) < 2 || text.length < WORTH_SHARING || part.$ref !== undefined)
      return mapParts(part, share);
    let name = names.get(text);
    if (name === undefined) {
      name = nameFor(part, taken);
      taken.add(name);
      names.set(text, name);
      shared[name] = mapParts(part, share);
    }
    return { $ref: `#/definitions/${name}` };
  };
  const { definitions, ...rest } = mapParts(schema, share);
  const used = reachable(rest, { ...definitions, ...shared });
  return Object.keys(used).length === 0 ? rest : { ...rest, definitions: used };
}

function nameFor({ title, type }: JsonSchema, taken: ReadonlySet<string>): string {
  const stem = title?.replace(/[^\p{L}\p{N}]+/gu, '-') ?? (type === 'array' ? 'list' : 'part');
  if (!taken.has(stem)) return stem;
  for (let number = 2; ; number += 1) {
    if (!taken.has(`${stem}-${number}`)) return `${stem}-${number}`;
  }
}

function reachable(
  schema: JsonSchema,
  definitions: Readonly<Record<string, JsonSchema>>,
): Record<string, JsonSchema> {
  const found: Record<string, JsonSchema> = {};
  const visit = (part: JsonSchema): JsonSchema => {
    const name = part.$ref?.replace('#/definitions/', '');
    const definition = name === undefined ? undefined : definitions[name];
    if (name !== undefined && definition !== undefined && !Object.hasOwn(found, name)) {
      found[name] = definition;
      visit(definition);
    }
    return mapParts(part, visit);
  };
  visit(schema);
  return Object.fromEntries(Object.entries(found).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** A schema with each schema right inside it exchanged. */
function mapParts(schema: JsonSchema, change: (part: JsonSchema) => JsonSchema): JsonSchema {
  const result: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(schema) as [keyof JsonSchema, unknown][]) {
    switch (key) {
      case 'items':
      case 'then':
      case 'else':
        result[key] = change(value as JsonSchema);
        break;
      case 'additionalProperties':
        result[key] = typeof value === 'boolean' ? value : change(value as JsonSchema);
        break;
      case 'anyOf':
      case 'oneOf':
      case 'allOf':
        result[key] = (value as JsonSchema[]).map(change);
        break;
      case 'properties':
      case 'definitions':
        result[key] = Object.fromEntries(
          Object.entries(value as Record<string, JsonSchema>).map(([name, part]) => [
            name,
            change(part),
          ]),
        );
        break;
      default:
        result[key] = value;
    }
  }
  return result;
}
