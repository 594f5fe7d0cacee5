import { SourceText } from '@qingdan/core';
import { formOf, MAKERS } from './forms.js';

/**
 * A value as JSON without spaces: a table in which each value, shared or not, stands once and after all that it holds,
 * named by their places; the last is the whole. What isn't plain stands as a list that begins with its name.
 */
export function encode(root: unknown): string {
  const table: unknown[] = [];
  const places = new Map<unknown, number>();
  const spans = new Map<SourceText, number>();
  const placeOf = (value: unknown): number => {
    // Without its lines, a place is its file.
    if (isSpan(value)) return placeIn(spans, value.source, () => ['Span', placeOf(value.source)]);
    return placeIn(places, value, () => entryOf(value, placeOf));
  };
  const placeIn = <K>(known: Map<K, number>, key: K, entry: () => unknown): number => {
    let place = known.get(key);
    if (place === undefined) {
      place = table.push(entry()) - 1;
      known.set(key, place);
    }
    return place;
  };
  placeOf(root);
  return JSON.stringify(table);
}

/**
 * What a text was made from. Each value is made of those before it, so that nothing can hold itself and whoever follows
 * it comes to an end.
 *
 * @throws where the text is not of this form
 */
export function decode(text: string): unknown {
  const table = JSON.parse(text) as unknown[];
  const depths = new Uint16Array(table.length);
  for (let at = 0; at < table.length; at += 1) {
    const entry = table[at];
    if (typeof entry !== 'object' || entry === null) continue;
    const isNamed = Array.isArray(entry) && typeof entry[0] === 'string';
    const depth = Array.isArray(entry)
      ? fillList(entry, isNamed ? 1 : 0, table, at, depths)
      : fillObject(entry as Record<string, unknown>, table, at, depths);
    if (depth === DEPTH_LIMIT) throw new RangeError('the text is nested too deeply');
    depths[at] = depth + 1;
    if (isNamed) table[at] = made(entry);
  }
  return table.at(-1);
}

/** Deeper nesting than the language allows is no policy. */
const DEPTH_LIMIT = 400;

// Lists and objects become the values themselves, in two plain loops: every start of the command waits for the
// seventy thousand rounds of these, which closures or copies would make twice as long.

function fillList(
  list: unknown[],
  from: number,
  table: readonly unknown[],
  end: number,
  depths: Uint16Array,
): number {
  let deepest = 0;
  for (let at = from; at < list.length; at += 1) {
    const place = list[at] as number;
    if (place >>> 0 !== place || place >= end) throw new RangeError(NO_VALUE);
    list[at] = table[place];
    if ((depths[place] as number) > deepest) deepest = depths[place] as number;
  }
  return deepest;
}

function fillObject(
  object: Record<string, unknown>,
  table: readonly unknown[],
  end: number,
  depths: Uint16Array,
): number {
  let deepest = 0;
  for (const key in object) {
    const place = object[key] as number;
    if (place >>> 0 !== place || place >= end) throw new RangeError(NO_VALUE);
    object[key] = table[place];
    if ((depths[place] as number) > deepest) deepest = depths[place] as number;
  }
  return deepest;
}

const NO_VALUE = 'no value stands there';

function made([name, ...parts]: readonly unknown[]): unknown {
  const make = MAKERS.get(name);
  if (make === undefined) throw new RangeError('no such form');
  return make(parts as never);
}

function entryOf(value: unknown, placeOf: (value: unknown) => number): unknown {
  const form = formOf(value);
  if (form !== undefined) {
    const [name, ...parts] = form;
    return [name, ...parts.map(placeOf)];
  }
  if (Array.isArray(value)) return value.map(placeOf);
  if (value === null || ['string', 'boolean'].includes(typeof value) || Number.isFinite(value))
    return value;
  if (Object.getPrototypeOf(value) !== Object.prototype) throw new TypeError('has no form');
  return Object.fromEntries(
    Object.entries(value as object).map(([key, part]) => [key, placeOf(part)]),
  );
}

function isSpan(value: unknown): value is { source: SourceText } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'source' in value &&
    value.source instanceof SourceText
  );
}
