import { Document, isCollection, isMap, isPair, isScalar, isSeq } from 'yaml';
import { formatPolicy } from './format-policy.js';

/** What holds conditions, and so is a block however short it is. */
const GROUPS = new Set(['all', 'any', 'not', 'some', 'every', 'none', 'exists', 'where', 'fields']);

/**
 * Documents of a policy as the text of a file, in the layout of the formatter.
 *
 * @param file its path below the folder that holds `schemas/`; with it, the file begins with its modeline.
 */
export function renderPolicy(documents: readonly object[], file?: string): string {
  const texts = documents.map((document) => {
    const node = new Document(document, { aliasDuplicateObjects: false });
    setFlow(node.contents, true);
    return node.toString({ lineWidth: 0 });
  });
  return formatPolicy(texts.join('---\n'), file).value;
}

/** Makes `{ … }` and `[ … ]` of what is small and plain; answers how deep a node nests, without limit where it is a block. */
function setFlow(node: unknown, isRoot = false): number {
  if (isPair(node)) {
    const depth = setFlow(node.value);
    const isGroup = isScalar(node.key) && GROUPS.has(String(node.key.value));
    // Clauses stand one below the other.
    if (isGroup && isSeq(node.value)) node.value.flow = false;
    return isGroup ? Infinity : depth;
  }
  if (!isCollection(node)) return 0;
  const depth = 1 + Math.max(0, ...node.items.map((item) => setFlow(item)));
  if (!isRoot && depth <= 2) node.flow = true;
  return isMap(node) || depth <= 2 ? depth : Infinity;
}
