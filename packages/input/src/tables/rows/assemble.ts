import type { FieldPath, Target } from '../mapping/field-path.js';

/** What one cell gives a field. */
export type Given =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'none' }
  /** There is something, but it can't be read. */
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'blank' };

/** What the cells of one row say, field by field, before it is a record. */
export class RowParts {
  readonly #fields = new Map<string, { target: Target; given: Given; column: number }>();

  /** Notes what a column says of a field. Answers the column that has said something else of it before. */
  add(target: Target, given: Given, column: number): number | undefined {
    const key = keyOf(target.path);
    const before = this.#fields.get(key);
    if (before === undefined || before.given.kind === 'blank') {
      this.#fields.set(key, { target, given, column });
      return undefined;
    }
    if (given.kind === 'blank' || given.kind === 'unreadable' || same(before.given, given)) {
      return undefined;
    }
    if (before.given.kind === 'unreadable') {
      this.#fields.set(key, { target, given, column });
      return undefined;
    }
    this.#fields.set(key, { target, given: { kind: 'unreadable' }, column });
    return before.column;
  }

  /**
   * The record that the row is, as JSON would have it, and the column of each value in it, by path. Members of a list
   * that are none are left out of it; those of which nothing is said stay unknown.
   */
  assemble(constants: readonly { readonly path: FieldPath; readonly value: unknown }[]): Assembled {
    const raw = emptyObject();
    const columns = new Map<string, number>();
    const none: string[] = [];
    for (const { path, value } of constants) setAt(raw, path, value);
    const lists = new Map<string, { target: Target; given: Given; column: number }[]>();
    for (const field of this.#fields.values()) {
      const { target, given, column } = field;
      const index = target.path.findIndex((step) => typeof step === 'number');
      if (index !== -1) {
        const list = keyOf(target.path.slice(0, index));
        const members = lists.get(list) ?? [];
        members.push(field);
        lists.set(list, members);
        continue;
      }
      columns.set(keyOf(target.path), column);
      if (given.kind === 'value') setAt(raw, target.path, given.value);
      else if (given.kind === 'none') none.push(target.path.join('.'));
    }
    for (const members of lists.values()) this.#list(members, raw, columns, none);
    if (none.length > 0) raw.none = none;
    return { raw, columns };
  }

  #list(
    fields: readonly { target: Target; given: Given; column: number }[],
    raw: Record<string, unknown>,
    columns: Map<string, number>,
    none: string[],
  ): void {
    const [first] = fields;
    if (first === undefined) return;
    const depth = first.target.path.findIndex((step) => typeof step === 'number');
    const base = first.target.path.slice(0, depth);
    const byIndex = new Map<number, typeof fields>();
    for (const field of fields) {
      const index = field.target.path[depth] as number;
      byIndex.set(index, [...(byIndex.get(index) ?? []), field]);
    }
    const members = [...byIndex].sort(([a], [b]) => a - b).map(([, each]) => each);
    const isThere = (member: typeof fields): boolean =>
      member.some(({ given }) => given.kind === 'value' || given.kind === 'unreadable');
    const isNone = (member: typeof fields): boolean =>
      !isThere(member) && member.some(({ given }) => given.kind === 'none');
    if (members.every(isNone)) {
      setAt(raw, base, []);
      return;
    }
    if (!members.some(isThere)) return;
    const list: unknown[] = [];
    setAt(raw, base, list);
    for (const member of members.filter((each) => !isNone(each))) {
      const place = [...base, list.length];
      const isStruct = member.some(({ target }) => target.path.length > depth + 1);
      list.push(isStruct && isThere(member) ? emptyObject() : null);
      for (const { target, given, column } of member) {
        const path = [...place, ...target.path.slice(depth + 1)];
        columns.set(keyOf(path), column);
        if (given.kind === 'value') setAt(raw, path, given.value);
        else if (given.kind === 'none') none.push(keyOf(path));
      }
    }
  }
}

export interface Assembled {
  readonly raw: Record<string, unknown>;
  /** 0-based, by `keyOf` the path. */
  readonly columns: ReadonlyMap<string, number>;
}

export function keyOf(path: FieldPath): string {
  return path.join('.');
}

/** Without a prototype, so that any header is only a key. */
export function emptyObject(): Record<string, unknown> {
  return Object.create(null) as Record<string, unknown>;
}

function same(a: Given, b: Given): boolean {
  if (a.kind !== b.kind) return false;
  return (
    a.kind !== 'value' || b.kind !== 'value' || JSON.stringify(a.value) === JSON.stringify(b.value)
  );
}

function setAt(raw: Record<string, unknown>, path: FieldPath, value: unknown): void {
  let holder = raw as Record<string | number, unknown>;
  for (const step of path.slice(0, -1)) {
    const next = Object.hasOwn(holder, step) ? holder[step] : undefined;
    if (typeof next === 'object' && next !== null) holder = next as Record<string, unknown>;
    else {
      const made = emptyObject();
      holder[step] = made;
      holder = made;
    }
  }
  holder[path.at(-1) as string | number] = value;
}
