import type { DocumentKind } from '../documents/documents.js';
import { type Node, textOf, textsOf } from '../read/node.js';
import { type Context, refer } from './names.js';

/** The id that stands at a place, if it names a document of the kind. */
export function idAt(
  node: Node | undefined,
  kind: DocumentKind,
  context: Context,
): string | undefined {
  const id = textOf(node);
  if (node === undefined || id === undefined) return undefined;
  return refer(kind, id, node.span, context) === undefined ? undefined : id;
}

/** The ids of a list that name documents of the kind; the others are reported and left out. */
export function idsAt(
  node: Node | undefined,
  kind: DocumentKind,
  context: Context,
): readonly string[] {
  return textsOf(node).flatMap(({ text, span }) =>
    refer(kind, text, span, context) === undefined ? [] : [text],
  );
}
