import type { Alias, Type } from '@qingdan/core';

/** What names mean inside a condition. */
export interface Scope {
  /** The kind of the record at hand. */
  readonly record: string;
  /** Outermost first; each has the slot of its place. */
  readonly aliases: readonly (Alias & { readonly type: Type })[];
  /** Whether `duty.due` is known: in `fulfilledWhen`. */
  readonly due: boolean;
  /** Whether `event.date` is known; `elsewhere` in what a procedure asks at no event of its own. */
  readonly event?: 'known' | 'elsewhere';
}

/** Names with a meaning of their own, which no alias may take. */
export const RESERVED = new Set(['record', 'run', 'duty']);

export function scopeOf(record: string, due = false): Scope {
  return { record, aliases: [], due };
}

/** A scope in which one more name is known. */
export function withAlias(
  scope: Scope,
  name: string,
  type: Type,
): { readonly alias: Alias; readonly scope: Scope } {
  const alias = { name, slot: scope.aliases.length };
  return { alias, scope: { ...scope, aliases: [...scope.aliases, { ...alias, type }] } };
}

/** The innermost alias of a name. */
export function aliasNamed(name: string, { aliases }: Scope): Scope['aliases'][number] | undefined {
  return [...aliases].reverse().find((alias) => alias.name === name);
}
