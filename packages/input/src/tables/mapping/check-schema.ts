import { fullWidth, fullWidthColon, nearestHint } from '@qingdan/core';
import { diagnostic, type Diagnostic, type Span } from '@qingdan/core';
import { shorten } from '../../text/shorten.js';
import type { MappingSchema } from './schema.js';

type Place = readonly (string | number)[];

/** Reports what stands in a mapping and may not, and what lacks; empty where it is sound. */
export function checkSchema(
  value: unknown,
  schema: MappingSchema,
  spanOf: (path: Place, key?: boolean) => Span,
  at: Place = [],
): Diagnostic[] {
  const report = (
    name: Diagnostic['name'],
    params: Record<string, string>,
    place: Place,
    key = false,
  ): Diagnostic => diagnostic(name, params, spanOf(place, key));
  const unlike = (): Diagnostic[] => [
    report('wrong-shape', { expected: shapeOfSchema(schema), actual: shapeOf(value) }, at),
  ];
  if (schema.anyOf !== undefined) {
    const fitting = schema.anyOf.find((each) => hasType(value, each));
    return fitting === undefined ? unlike() : checkSchema(value, fitting, spanOf, at);
  }
  if (!hasType(value, schema)) {
    const mark = typeof value === 'string' ? fullWidthColon(value) : undefined;
    return mark === undefined ? unlike() : [fullWidth(mark, spanOf(at))];
  }
  if (Array.isArray(value)) {
    return value.flatMap((item, index) =>
      schema.items === undefined ? [] : checkSchema(item, schema.items, spanOf, [...at, index]),
    );
  }
  if (typeof value === 'object' && value !== null && schema.type === 'object') {
    const known = Object.keys(schema.properties ?? {});
    const owner = at.length === 0 ? 'mapping' : at.join('.');
    const lacking = (schema.required ?? [])
      .filter((key) => !Object.hasOwn(value, key))
      .map((key) => report('missing-key', { owner, key }, at));
    const inside = Object.entries(value).flatMap(([key, item]: [string, unknown]) => {
      const place = [...at, key];
      const own = known.includes(key) ? schema.properties?.[key] : schema.additionalProperties;
      if (own === undefined) return [];
      if (own !== false) return checkSchema(item, own, spanOf, place);
      const mark = fullWidthColon(key);
      if (mark !== undefined) return [fullWidth(mark, spanOf(place, true))];
      const params = {
        owner,
        key: shorten(key),
        nearest: nearestHint(key, known),
        known: known.join(', '),
      };
      return [report('unknown-key', params, place, true)];
    });
    return [...lacking, ...inside];
  }
  const isBad =
    (typeof value === 'string' &&
      (value.length < (schema.minLength ?? 0) ||
        (schema.pattern !== undefined && !new RegExp(schema.pattern).test(value)))) ||
    (typeof value === 'number' && value < (schema.minimum ?? -Infinity));
  if (!isBad) return [];
  return [
    report('bad-value', { value: shorten(String(value)), expected: shapeOfSchema(schema) }, at),
  ];
}

function hasType(value: unknown, { type }: MappingSchema): boolean {
  switch (type) {
    case undefined:
      return true;
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value);
    case 'array':
      return Array.isArray(value);
    case 'integer':
      return Number.isInteger(value);
    default:
      return typeof value === type;
  }
}

function shapeOfSchema({ type, anyOf, pattern, minimum }: MappingSchema): string {
  if (anyOf !== undefined) return anyOf.map(shapeOfSchema).join(' | ');
  if (pattern?.includes(' by ') === true) return '`person by name within organisation`';
  if (pattern !== undefined) return '`approvals[0].person`';
  if (type === 'object') return '{ … }';
  if (type === 'array') return '[ … ]';
  return minimum === undefined ? 'text' : `≥ ${minimum}`;
}

function shapeOf(value: unknown): string {
  if (Array.isArray(value)) return '[ … ]';
  if (typeof value === 'object' && value !== null) return '{ … }';
  return `\`${shorten(String(value))}\``;
}
