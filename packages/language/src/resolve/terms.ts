import { compareText, StructType } from '@qingdan/core';

/** Exchanges words in every `{ zh, en }` text of a value. */
export type Exchange = <T>(value: T) => T;

/**
 * An exchange of words: of two that begin at one place the longer wins, and what was put in is not exchanged again.
 * Parts without such words are kept as they are, not copied; citations speak of the law, so their words stay.
 */
export function exchangeOf(terms: ReadonlyMap<string, string>): Exchange {
  const words = [...terms.keys()]
    .filter((word) => word !== '')
    .sort((a, b) => b.length - a.length || compareText(a, b));
  if (words.length === 0) return (value) => value;
  const pattern = new RegExp(words.map(escape).join('|'), 'gu');
  const inText = (text: string): string =>
    text.replace(pattern, (word) => terms.get(word) as string);

  const done = new WeakMap<object, object>();
  const walk = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    const known = done.get(value);
    if (known !== undefined) return known;
    const result = exchangeIn(value, walk, inText);
    done.set(value, result);
    return result;
  };
  return <T>(value: T) => walk(value) as T;
}

function exchangeIn(
  value: object,
  walk: (value: unknown) => unknown,
  inText: (text: string) => string,
): object {
  if (Array.isArray(value)) {
    const before = value as readonly unknown[];
    const items = before.map(walk);
    return items.some((item, index) => item !== before[index]) ? items : before;
  }
  if (value instanceof Map) {
    const entries = [...(value as Map<unknown, unknown>)].map(
      ([key, of]) => [key, walk(of)] as const,
    );
    return entries.some(([key, of]) => of !== value.get(key)) ? new Map(entries) : value;
  }
  if (value instanceof StructType) {
    const fields = walk(value.fields) as StructType['fields'];
    return fields === value.fields ? value : new StructType(fields);
  }
  // Spans, numbers and dates are objects of classes of their own and hold no texts.
  if (Object.getPrototypeOf(value) !== Object.prototype) return value;
  const result: Record<string, unknown> = {};
  let changed = false;
  const text = isText(value);
  for (const [key, part] of Object.entries(value)) {
    result[key] = text ? inText(part as string) : KEPT.has(key) ? part : walk(part);
    changed ||= result[key] !== part;
  }
  return changed ? result : value;
}

const KEPT: ReadonlySet<string> = new Set(['basis', 'span']);

function isText(value: object): boolean {
  const entries = Object.entries(value);
  return (
    entries.length === 2 &&
    entries.every(([key, part]) => (key === 'zh' || key === 'en') && typeof part === 'string')
  );
}

function escape(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
