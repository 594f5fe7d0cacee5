import { said, type SourceText, type Span, yamlFault } from '@qingdan/core';
import { Composer, type CST, type Document, Lexer, type ParsedNode, Parser } from 'yaml';
import type { Checked } from '../library.js';
import { Report } from '../report.js';
import { convertNode } from './convert-node.js';
import { DEPTH_LIMIT, SIZE_LIMIT } from './limits.js';
import { NestingGuard } from './nesting.js';
import type { Node } from './node.js';

interface ParsedYaml extends Checked<readonly Node[]> {
  /** False where a document could not be read. */
  readonly whole: boolean;
}

/** The documents of one file, without those that could not be read. Empty ones are reported and left out. */
export function parseYaml(source: SourceText): ParsedYaml {
  const report = new Report();
  const at = (start: number, end = start): Span => ({ source, start, end });
  const tokens = parseTokens(source.text, report, at);
  if (tokens === undefined) return { value: [], diagnostics: report.diagnostics, whole: false };
  const nodes: Node[] = [];
  let whole = true;
  for (const document of compose(tokens)) {
    // The first says it: the parser goes on, and what it finds then mostly follows from that.
    const [fault] = document.errors;
    if (fault !== undefined) {
      report.addAll([yamlFault(fault, at(fault.pos[0], fault.pos[1]))]);
      whole = false;
    } else if (isEmpty(document)) report.add('lone-document', {}, at(document.range[0]));
    else {
      const node = convertNode(document, source, report);
      if (node === undefined) whole = false;
      else nodes.push(node);
    }
  }
  return { value: nodes, diagnostics: report.diagnostics, whole };
}

function parseTokens(
  text: string,
  report: Report,
  at: (start: number, end?: number) => Span,
): CST.Token[] | undefined {
  if (text.length > SIZE_LIMIT) {
    report.add(
      'too-large',
      { ...said('what', { zh: '文件', en: 'the file' }), limit: '1 MiB' },
      at(0),
    );
    return undefined;
  }
  const guard = new NestingGuard();
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  for (const lexeme of new Lexer().lex(text)) {
    if (guard.isTooDeep(lexeme)) {
      report.add('too-deep', { limit: String(DEPTH_LIMIT) }, at(guard.offset));
      return undefined;
    }
    for (const token of parser.next(lexeme)) tokens.push(token);
  }
  for (const token of parser.end()) tokens.push(token);
  return tokens.filter((token) => {
    if (token.type !== 'directive') return true;
    // `%YAML 1.1` would bring back merge keys and octal numbers.
    const end = token.offset + token.source.length;
    report.add(
      'yaml-feature',
      said('feature', { zh: '指令行（`%`）', en: 'a directive' }),
      at(token.offset, end),
    );
    return false;
  });
}

function compose(tokens: readonly CST.Token[]): Document.Parsed[] {
  const composer = new Composer<ParsedNode>({
    version: '1.2',
    schema: 'core',
    merge: false,
    // Found in the conversion: the library's own check takes quadratic time.
    uniqueKeys: false,
    prettyErrors: false,
  });
  return [...composer.compose(tokens)];
}

function isEmpty(document: Document.Parsed): boolean {
  const { contents } = document as { contents: ParsedNode | null };
  return (
    contents === null ||
    ('value' in contents && contents.value === null && contents.range[0] === contents.range[1])
  );
}
