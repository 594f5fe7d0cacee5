import type { Span } from '@qingdan/core';

/** How a value or a truth moves when a parameter is raised (a set: grown): up, down, or either way. */
type Sign = 'up' | 'down' | 'either';

/** One use of a parameter, and which way it moves the whole. */
export interface Use {
  readonly parameter: string;
  readonly span: Span;
  readonly sign: Sign;
}

export function flip(uses: readonly Use[]): Use[] {
  return uses.map((use) => ({
    ...use,
    sign: use.sign === 'up' ? 'down' : use.sign === 'down' ? 'up' : 'either',
  }));
}

export function either(uses: readonly Use[]): Use[] {
  return uses.map((use) => ({ ...use, sign: 'either' }));
}
