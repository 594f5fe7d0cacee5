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
    let depth = 0;
    const take = (place: unknown): unknown => {
      if (!Number.isInteger(place) || (place as number) < 0 || (place as number) >= at)
        throw new RangeError('no value stands there');
      depth = Math.max(depth, depths[place as number] ?? 0);
      return table[place as number];
    };
    // Lists and objects become the values themselves: copying twenty thousand of them would be felt at each start.
    if (!Array.isArray(entry)) fillObject(entry as Record<string, unknown>, take);
    else if (typeof entry[0] !== 'string') fillList(entry, take);
    else table[at] = made(entry, take);
    if (depth === DEPTH_LIMIT) throw new RangeError('the text is nested too deeply');
    depths[at] = depth + 1;
  }
  return table.at(-1);
}

/** Deeper nesting than the language allows is no policy. */
const DEPTH_LIMIT = 400;

type Take = (place: unknown) => unknown;

function fillObject(object: Record<string, unknown>, take: Take): void {
  for (const key in object) object[key] = take(object[key]);
}

function fillList(list: unknown[], take: Take): void {
  for (let at = 0; at < list.length; at += 1) list[at] = take(list[at]);
}

function made([name, ...places]: readonly unknown[], take: Take): unknown {
  const make = MAKERS.get(name);
  if (make === undefined) throw new RangeError('no such form');
  return make(places.map(take) as never);
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
