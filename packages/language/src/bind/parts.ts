import type { Node } from '../read/node.js';

/** Optional parts: not there is sound, there and broken is not. */
export class Parts {
  sound = true;

  take<T>(node: Node | undefined, bind: (node: Node) => T | undefined): T | undefined {
    if (node === undefined) return undefined;
    const bound = bind(node);
    this.sound &&= bound !== undefined;
    return bound;
  }
}
