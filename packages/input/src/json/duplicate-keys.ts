import { visit } from 'jsonc-parser';
import type { Stretch, ValuePath } from './locate-json.js';

export interface DuplicateKey {
  readonly path: ValuePath;
  readonly key: string;
  readonly again: Stretch;
  readonly first: Stretch;
}

/** Keys that stand twice in one object of sound JSON. */
export function findDuplicateKeys(text: string): DuplicateKey[] {
  const found: DuplicateKey[] = [];
  const open: Map<string, Stretch>[] = [];
  visit(
    text,
    {
      onObjectBegin() {
        open.push(new Map<string, Stretch>());
      },
      onObjectEnd() {
        open.pop();
      },
      onObjectProperty(key, start, length, _line, _at, path) {
        const again = { start, end: start + length };
        const keys = open.at(-1);
        const first = keys?.get(key);
        if (first !== undefined) found.push({ path: [...path(), key], key, again, first });
        else keys?.set(key, again);
      },
    },
    { disallowComments: true },
  );
  return found;
}

/** Takes the value at a path away: which of two was meant there is no telling. */
export function removeAt(value: unknown, path: ValuePath): void {
  const last = path.at(-1);
  let holder = value;
  for (const step of path.slice(0, -1)) {
    if (typeof holder !== 'object' || holder === null || !Object.hasOwn(holder, step)) return;
    holder = (holder as Record<string | number, unknown>)[step];
  }
  if (typeof holder === 'object' && holder !== null && last !== undefined) {
    Reflect.deleteProperty(holder, last);
  }
}
