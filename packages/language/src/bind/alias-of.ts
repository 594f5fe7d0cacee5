import { said } from '@qingdan/core';
import { wordText } from '../documents/words.js';
import { type Node, textOf } from '../read/node.js';
import type { Context } from './names.js';
import { RESERVED } from './scope.js';

/** The name that `as` gives, or `it`. */
export function aliasOf(node: Node | undefined, { report }: Context, otherwise = 'it'): string {
  const name = textOf(node);
  if (node === undefined || name === undefined) return otherwise;
  if (!RESERVED.has(name) && !name.includes('.')) return name;
  report.add('bad-value', { value: name, ...said('expected', wordText('name')) }, node.span);
  return otherwise;
}
