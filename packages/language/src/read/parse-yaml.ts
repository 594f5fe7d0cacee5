import type { SourceText, Span } from '@qingdan/core';
import { Composer, type CST, type Document, type ParsedNode, Parser } from 'yaml';
import type { Checked } from '../library.js';
import { Report } from '../report.js';
import { convertNode } from './convert-node.js';
import { tooDeepAt } from './nesting.js';
import type { Node } from './node.js';

/** Files larger than this, in UTF-16 code units, are refused. */
const SIZE_LIMIT = 1 << 20;
export const DEPTH_LIMIT = 64;

/** The documents of one file, without those that could not be read. Empty ones are reported and left out. */
export function parseYaml(
  source: SourceText,
): Checked<readonly Node[]> & { readonly whole: boolean } {
  const report = new Report();
  const at = (start: number, end = start): Span => ({ source, start, end });
  const { text } = source;
  if (text.length > SIZE_LIMIT) {
    report.add('too-large', { what: source.file, limit: '1 MiB' }, at(0));
    return { value: [], diagnostics: report.diagnostics, whole: false };
  }
  const deep = tooDeepAt(text);
  if (deep !== undefined) {
    report.add('too-deep', { limit: String(DEPTH_LIMIT) }, at(deep));
    return { value: [], diagnostics: report.diagnostics, whole: false };
  }
  const nodes: Node[] = [];
  let whole = true;
  for (const document of compose(text, report, at)) {
    for (const { message, pos } of document.errors) {
      const reason = message.split('\n')[0] as string;
      report.add('yaml-syntax', { reason }, at(pos[0], pos[1]));
    }
    if (document.errors.length > 0) {
      whole = false;
    } else if (isEmpty(document)) {
      report.add('lone-document', {}, at(document.range[0]));
    } else {
      const node = convertNode(document, source, report);
      if (node === undefined) whole = false;
      else nodes.push(node);
    }
  }
  return { value: nodes, diagnostics: report.diagnostics, whole };
}

function compose(
  text: string,
  report: Report,
  at: (start: number, end?: number) => Span,
): Document.Parsed[] {
  // Duplicate keys are found in the conversion: the library's own check takes quadratic time.
  const composer = new Composer<ParsedNode>({
    version: '1.2',
    schema: 'core',
    merge: false,
    uniqueKeys: false,
    keepSourceTokens: false,
    prettyErrors: false,
    stringKeys: false,
  });
  const tokens: CST.Token[] = [];
  for (const token of new Parser().parse(text)) {
    if (token.type === 'directive') {
      // `%YAML 1.1` would bring back merge keys and octal numbers.
      report.add(
        'yaml-feature',
        { feature: 'a directive' },
        at(token.offset, token.offset + token.source.length),
      );
    } else tokens.push(token);
  }
  return [...composer.compose(tokens)] as Document.Parsed[];
}

function isEmpty(document: Document.Parsed): boolean {
  const { contents } = document as { contents: ParsedNode | null };
  return (
    contents === null ||
    ('value' in contents && contents.value === null && contents.range[0] === contents.range[1])
  );
}
