import { visit } from 'jsonc-parser';

export type ValuePath = readonly (string | number)[];

/** A stretch of the text: [start, end). */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

export interface Located {
  readonly value: Stretch;
  readonly key?: Stretch;
}

/** Thrown where there is nothing more to look for: the visitor of the parser knows no other way to stop. */
class AllFound extends Error {}

/**
 * Where the values at some paths stand in sound JSON, by `pathKey`; with each, the way to it. One pass, and no tree: it
 * is run only where something is wrong, and then the text may be large.
 */
export function locateJson(
  text: string,
  wanted: Iterable<ValuePath>,
): ReadonlyMap<string, Located> {
  const asked = new Set<string>();
  let deepest = 0;
  for (const path of wanted) {
    deepest = Math.max(deepest, path.length);
    for (let length = path.length; length >= 0; length -= 1) {
      const key = pathKey(path.slice(0, length));
      if (asked.has(key)) break;
      asked.add(key);
    }
  }
  const found = new Map<string, Located>();
  if (asked.size === 0) return found;
  const keys = new Map<string, Stretch>();
  let depth = 0;
  const meet = (start: number, length: number, path: () => ValuePath): void => {
    if (depth > deepest) return;
    const key = pathKey(path());
    if (!asked.has(key)) return;
    const value = { start, end: start + length };
    const keyPlace = keys.get(key);
    found.set(key, keyPlace === undefined ? { value } : { value, key: keyPlace });
    if (found.size === asked.size) throw new AllFound();
  };
  const open = (
    start: number,
    length: number,
    _line: number,
    _at: number,
    path: () => ValuePath,
  ) => {
    meet(start, length, path);
    depth += 1;
  };
  const close = () => {
    depth -= 1;
  };
  try {
    visit(
      text,
      {
        onObjectBegin: open,
        onObjectEnd: close,
        onArrayBegin: open,
        onArrayEnd: close,
        onObjectProperty(name, start, length, _line, _at, path) {
          if (depth > deepest) return;
          const key = pathKey([...path(), name]);
          if (asked.has(key)) keys.set(key, { start, end: start + length });
        },
        onLiteralValue(_value, start, length, _line, _at, path) {
          meet(start, length, path);
        },
      },
      { disallowComments: true },
    );
  } catch (error) {
    if (!(error instanceof AllFound)) throw error;
  }
  return found;
}

export function pathKey(path: ValuePath): string {
  return JSON.stringify(path);
}
