import { type Diagnostic, diagnostic, said, SourceText, type Span, yamlFault } from '@qingdan/core';
import { Composer, type Document, type ParsedNode, Parser } from 'yaml';
import { DEPTH_LIMIT } from '../json/scan-json.js';
import { plainValue } from './plain-value.js';
import { placeInYaml } from './place-in-yaml.js';
import { tooDeepAt } from './nesting.js';

/** Longer YAML texts, in UTF-16 code units, are refused: JSONL is the format for many records. */
const SIZE_LIMIT = 8 * 1024 * 1024;

/** And so are those of more values, as far as commas and line ends tell: each takes the parser some fifteen microseconds. */
const VALUE_LIMIT = 100_000;

/** One document of a YAML file, as a plain value. */
export interface YamlDocument {
  readonly value: unknown;
  /** The line of the value at a path, or the nearest above it that is there. */
  spanOf(path: readonly (string | number)[], key?: boolean): Span;
}

export interface ParsedYaml {
  readonly documents: readonly YamlDocument[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads YAML 1.2 as JSON's data: no aliases, tags, merge keys or keys that aren't plain. Documents that can't be read are
 * reported and left out, as are empty ones. Objects have no prototype, so that any key is only a key.
 */
export function parseYaml(text: string, file: string): ParsedYaml {
  const source = new SourceText(file, text);
  const diagnostics: Diagnostic[] = [];
  const report = (
    name: Diagnostic['name'],
    params: Readonly<Record<string, string>>,
    start: number,
    end = start,
  ): void => {
    diagnostics.push(diagnostic(name, params, { source, start, end }));
  };
  if (text.length > SIZE_LIMIT) {
    report('too-large', { what: file, limit: '8 MiB' }, 0);
    return { documents: [], diagnostics };
  }
  if (separatorsIn(text) > VALUE_LIMIT) {
    const limit = VALUE_LIMIT.toLocaleString('en-US');
    report('too-large', { ...said('what', VALUES), limit }, 0);
    return { documents: [], diagnostics };
  }
  const deep = tooDeepAt(text);
  if (deep !== undefined) {
    report('too-deep', { limit: String(DEPTH_LIMIT) }, deep);
    return { documents: [], diagnostics };
  }
  const documents: YamlDocument[] = [];
  for (const document of compose(text, report)) {
    for (const fault of document.errors) {
      const [start, end] = fault.pos;
      diagnostics.push(yamlFault(fault, { source, start, end }));
    }
    if (document.errors.length > 0 || isEmpty(document)) continue;
    const root = document.contents as ParsedNode;
    const plain = plainValue(root, source);
    diagnostics.push(...plain.diagnostics);
    if (!plain.sound) continue;
    documents.push({
      value: plain.value,
      spanOf: (path, key = false) => placeInYaml(root, source, path, key),
    });
  }
  return { documents, diagnostics };
}

const VALUES = {
  zh: 'YAML 文件中以逗号和换行分隔的值',
  en: 'the number of values in the YAML file, by commas and line ends,',
};

function separatorsIn(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === COMMA || code === LINE_FEED) count += 1;
  }
  return count;
}

const COMMA = 0x2c;
const LINE_FEED = 0x0a;

type Report = (
  name: Diagnostic['name'],
  params: Readonly<Record<string, string>>,
  at: number,
) => void;

function compose(text: string, report: Report): Document.Parsed[] {
  // Repeated keys are found in the conversion: the library's own check takes quadratic time.
  const composer = new Composer<ParsedNode>({
    version: '1.2',
    schema: 'core',
    merge: false,
    uniqueKeys: false,
    prettyErrors: false,
  });
  const tokens = [];
  for (const token of new Parser().parse(text)) {
    // `%YAML 1.1` would bring back merge keys and octal numbers.
    if (token.type === 'directive')
      report(
        'yaml-feature',
        said('feature', { zh: '指令行（`%`）', en: 'a directive' }),
        token.offset,
      );
    else tokens.push(token);
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
