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

  /** Whether there is something in the row, and nothing of it can be read. */
  get isUnreadable(): boolean {
    const given = [...this.#fields.values()].map((field) => field.given.kind);
    return (
      given.includes('unreadable') && given.every((kind) => kind !== 'value' && kind !== 'none')
    );
  }

  /**
   * The record that the row is, as JSON would have it, and the column of each value in it, by path. Members of a list
   * that are none are left out of it; those of which nothing is said stay unknown. What is constant of a member that
   * columns fill says something of it where the row has it, and doesn't make one.
   */
  assemble(constants: readonly Constant[]): Assembled {
    const raw = emptyObject();
    const columns = new Map<string, number>();
    const none: string[] = [];
    const lists = new Map<string, Member[]>();
    for (const constant of constants) {
      const member = memberAt(lists, constant.path);
      if (member === undefined) setAt(raw, constant.path, constant.value);
      else member.constants.push(constant);
    }
    for (const field of this.#fields.values()) {
      const { target, given, column } = field;
      const member = memberAt(lists, target.path);
      if (member !== undefined) {
        member.cells.push(field);
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
    unordered: readonly Member[],
    raw: Record<string, unknown>,
    columns: Map<string, number>,
    none: string[],
  ): void {
    const members = [...unordered].sort((a, b) => a.index - b.index);
    const [first] = members;
    if (first === undefined) return;
    const { base } = first;
    const isThere = ({ cells }: Member): boolean =>
      cells.length === 0 ||
      cells.some(({ given }) => given.kind === 'value' || given.kind === 'unreadable');
    const isNone = (member: Member): boolean =>
      !isThere(member) && member.cells.some(({ given }) => given.kind === 'none');
    if (members.every(isNone)) {
      setAt(raw, base, []);
      return;
    }
    if (!members.some(isThere)) return;
    const list: unknown[] = [];
    setAt(raw, base, list);
    for (const member of members.filter((each) => !isNone(each))) {
      const place = [...base, list.length];
      const within = (path: FieldPath): FieldPath => [...place, ...path.slice(base.length + 1)];
      const paths = [
        ...member.cells.map(({ target }) => target.path),
        ...member.constants.map(({ path }) => path),
      ];
      const isStruct = paths.some((path) => path.length > base.length + 1);
      list.push(isStruct && isThere(member) ? emptyObject() : null);
      const said = new Set<string>();
      for (const { target, given, column } of member.cells) {
        const path = within(target.path);
        columns.set(keyOf(path), column);
        if (given.kind !== 'blank') said.add(keyOf(path));
        if (given.kind === 'value') setAt(raw, path, given.value);
        else if (given.kind === 'none') none.push(keyOf(path));
      }
      if (!isThere(member)) continue;
      for (const { path, value } of member.constants) {
        if (!said.has(keyOf(within(path)))) setAt(raw, within(path), value);
      }
    }
  }
}

/** A value that every row has. */
interface Constant {
  readonly path: FieldPath;
  readonly value: unknown;
}

/** What is said of one member of a list. */
interface Member {
  /** Where the list is. */
  readonly base: FieldPath;
  readonly index: number;
  readonly cells: { readonly target: Target; readonly given: Given; readonly column: number }[];
  readonly constants: Constant[];
}

/** The member of a list that a path leads into. */
function memberAt(lists: Map<string, Member[]>, path: FieldPath): Member | undefined {
  const depth = path.findIndex((step) => typeof step === 'number');
  if (depth === -1) return undefined;
  const base = path.slice(0, depth);
  const index = path[depth] as number;
  const members = lists.get(keyOf(base)) ?? [];
  lists.set(keyOf(base), members);
  const known = members.find((each) => each.index === index);
  if (known !== undefined) return known;
  const member: Member = { base, index, cells: [], constants: [] };
  members.push(member);
  return member;
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
function emptyObject(): Record<string, unknown> {
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
