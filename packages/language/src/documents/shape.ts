/**
 * What may stand at a place of a policy file. The tables of shapes beside this file are the one source for the checks on
 * reading, for the JSON Schemas and for hover texts.
 */
export type Shape =
  /** Any text; `pattern` narrows it, `what` names it in messages and schemas. */
  | { readonly kind: 'text'; readonly what?: string; readonly pattern?: RegExp }
  | { readonly kind: 'integer'; readonly min?: number }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'choice'; readonly of: readonly string[] }
  /** `{ zh, en }` */
  | { readonly kind: 'localized' }
  /** `2026-02-03` */
  | { readonly kind: 'day' }
  /** `2026-02-03` or `2026-02` */
  | { readonly kind: 'dateOrMonth' }
  /** A text, number or truth value; binding reads it by the type of its place. */
  | { readonly kind: 'scalar' }
  | { readonly kind: 'list'; readonly of: Shape }
  /** A mapping with names of the author's choosing. */
  | { readonly kind: 'map'; readonly of: Shape; readonly what: string }
  | ObjectShape
  /** Told apart by whether a scalar, list or mapping stands there, and mappings by their leading key. */
  | { readonly kind: 'oneOf'; readonly what: string; readonly of: readonly Shape[] }
  /** A shape that is used in many places, or in itself. */
  | { readonly kind: 'named'; readonly name: ShapeName };

export interface ObjectShape {
  readonly kind: 'object';
  readonly what: string;
  readonly keys: Readonly<Record<string, Key>>;
  /** The key by which an alternative of a `oneOf` is known; required. */
  readonly lead?: string;
  /** Of each group exactly one key must stand. */
  readonly oneOfKeys?: readonly (readonly string[])[];
}

export interface Key {
  readonly shape: Shape;
  readonly required: boolean;
  /** One line for hover and schema. */
  readonly about?: string;
}

export type ShapeName =
  | 'condition'
  | 'violation'
  | 'branch'
  | 'addition'
  | 'valueForm'
  | 'source'
  | 'within'
  | 'fieldType'
  | 'plainType'
  | 'cell'
  | 'after';

export const text = (what?: string, pattern?: RegExp): Shape => ({
  kind: 'text',
  ...(what === undefined ? {} : { what }),
  ...(pattern === undefined ? {} : { pattern }),
});
export const integer = (min?: number): Shape => ({
  kind: 'integer',
  ...(min === undefined ? {} : { min }),
});
export const boolean: Shape = { kind: 'boolean' };
export const localized: Shape = { kind: 'localized' };
export const dateOrMonth: Shape = { kind: 'dateOrMonth' };
export const scalar: Shape = { kind: 'scalar' };
export const choice = (of: readonly string[]): Shape => ({ kind: 'choice', of });
export const list = (of: Shape): Shape => ({ kind: 'list', of });
export const map = (what: string, of: Shape): Shape => ({ kind: 'map', what, of });
export const named = (name: ShapeName): Shape => ({ kind: 'named', name });
export const oneOf = (what: string, ...of: readonly Shape[]): Shape => ({
  kind: 'oneOf',
  what,
  of,
});

export const required = (shape: Shape, about?: string): Key => ({
  shape,
  required: true,
  ...(about === undefined ? {} : { about }),
});
export const optional = (shape: Shape, about?: string): Key => ({
  shape,
  required: false,
  ...(about === undefined ? {} : { about }),
});

export function object(
  what: string,
  keys: Readonly<Record<string, Key>>,
  more: Pick<ObjectShape, 'lead' | 'oneOfKeys'> = {},
): ObjectShape {
  return { kind: 'object', what, keys, ...more };
}

export const textOrList = (what: string): Shape => oneOf(what, text(what), list(text(what)));
