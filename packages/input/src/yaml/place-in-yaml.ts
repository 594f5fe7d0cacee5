import type { SourceText, Span } from '@qingdan/core';
import { isMap, isScalar, isSeq, type ParsedNode } from 'yaml';

/** Where the value at a path stands, or its key; of what holds it, where there is no such value. */
export function placeInYaml(
  root: ParsedNode,
  source: SourceText,
  path: readonly (string | number)[],
  wantsKey: boolean,
): Span {
  let node: unknown = root;
  let key: unknown = undefined;
  let [start, end] = root.range;
  for (const [index, step] of path.entries()) {
    let next: unknown = undefined;
    if (isMap(node)) {
      const pair = node.items.find(
        (item) => isScalar(item.key) && String(item.key.value) === String(step),
      );
      if (pair === undefined) break;
      key = pair.key;
      next = pair.value ?? pair.key;
    } else if (isSeq(node)) {
      next = node.items[Number(step)];
      key = next;
    }
    if (next === undefined || next === null) break;
    node = next;
    const shown = wantsKey && index === path.length - 1 ? key : next;
    [start, end] = (shown as ParsedNode).range;
  }
  return { source, start, end };
}
