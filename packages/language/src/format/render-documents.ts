import {
  type Document,
  isCollection,
  isPair,
  type Node,
  parseAllDocuments,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { createFlowStyle, type FlowStyle } from './flow-style.js';

const LINE_WIDTH = 120;

/** Every scalar stays the text that its author wrote: no number is read and printed anew. */
export function parseDocuments(text: string): Document[] {
  return [
    ...parseAllDocuments(text, { version: '1.2', schema: 'failsafe', logLevel: 'silent' }),
  ] as Document[];
}

/**
 * The text of documents. A `[ … ]` of scalars that doesn't fit on its line is filled over several, and so are the records of
 * tests; any other `[ … ]` and `{ … }` becomes a block, the outer ones first, since that may make room for the inner.
 */
export function renderDocuments(documents: readonly Document[]): string {
  const style = createFlowStyle(LINE_WIDTH);
  for (const { contents } of documents) style.adopt(contents);
  for (;;) {
    const text = print(documents);
    const printed = parseDocuments(text);
    const unfit = documents.flatMap((document, index) =>
      unfitIn(document.contents, printed[index]?.contents, text, style),
    );
    if (unfit.length === 0) return text;
    for (const collection of unfit) {
      if (style.mayFill(collection) && !style.isFilled(collection)) style.fill(collection);
      else collection.flow = false;
    }
  }
}

function print(documents: readonly Document[]): string {
  return documents
    .map((document, index) => {
      if (document.directives !== undefined) {
        document.directives.docEnd = false;
        if (index > 0) document.directives.docStart = true;
      }
      return document.toString({ lineWidth: LINE_WIDTH });
    })
    .join('');
}

/** The outermost flow collections that span lines, or reach over the line width. */
function unfitIn(
  node: unknown,
  printed: unknown,
  text: string,
  style: FlowStyle,
): (YAMLMap | YAMLSeq)[] {
  if (isPair(node) && isPair(printed))
    return [
      ...unfitIn(node.key, printed.key, text, style),
      ...unfitIn(node.value, printed.value, text, style),
    ];
  if (!isCollection(node) || !isCollection(printed)) return [];
  if (node.flow === true && node.items.length > 0) {
    if (!fits(printed, text, style.isFilled(node))) return [node];
  }
  return node.items.flatMap((item, index) => unfitIn(item, printed.items[index], text, style));
}

function fits({ range }: Node, text: string, filled: boolean): boolean {
  if (range === null || range === undefined) return true;
  const [start, end] = range;
  const lineStart = text.lastIndexOf('\n', start) + 1;
  const lines = text.slice(lineStart, end).split('\n');
  return (filled || lines.length === 1) && lines.every((line) => line.length <= LINE_WIDTH);
}
