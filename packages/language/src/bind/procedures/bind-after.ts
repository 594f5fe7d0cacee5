import type { After } from '@qingdan/core';
import { get, itemsOf, type Node } from '../../read/node.js';
import { type Course, partAt } from './course.js';

/** What must have been done before: a step, all of several, or any of them. */
export function bindAfter(node: Node, course: Course): After | undefined {
  if (node.kind === 'scalar') {
    const part = partAt(node, 'end', course);
    return part === undefined ? undefined : { kind: 'step', ...part };
  }
  const any = get(node, 'any');
  const nodes = itemsOf(any ?? get(node, 'all') ?? node);
  const of = nodes.flatMap((item) => bindAfter(item, course) ?? []);
  if (of.length < nodes.length) return undefined;
  const [only] = of;
  return of.length === 1 ? only : { kind: any === undefined ? 'all' : 'any', of };
}
