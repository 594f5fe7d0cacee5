import { said, type SourceText, type Span } from '@qingdan/core';
import {
  type Alias,
  type Document,
  isAlias,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  type Node as YamlNode,
  type Pair,
  type Scalar,
} from 'yaml';
import type { Report } from '../report.js';
import { ALIAS_LIMIT, DEPTH_LIMIT } from './limits.js';
import { type Entry, type Node, shorten } from './node.js';

/** The content of a document as plain nodes; undefined where it must not be used. */
export function convertNode(
  document: Document.Parsed,
  source: SourceText,
  report: Report,
): Node | undefined {
  const converter = new Converter(source, report);
  const node = converter.node(document.contents as YamlNode, 1);
  return converter.failed ? undefined : node;
}

interface Anchored {
  readonly node: Node;
  readonly size: number;
  readonly height: number;
}

class Converter {
  failed = false;
  readonly #source: SourceText;
  readonly #report: Report;
  readonly #anchors = new Map<string, Anchored>();
  #size = 0;
  #expanded = 0;
  #deepest = 0;

  constructor(source: SourceText, report: Report) {
    this.#source = source;
    this.#report = report;
  }

  node(yaml: YamlNode, depth: number): Node {
    const span = this.#spanOf(yaml);
    if (depth > DEPTH_LIMIT) return this.#fail('too-deep', { limit: String(DEPTH_LIMIT) }, span);
    this.#size += 1;
    this.#deepest = Math.max(this.#deepest, depth);
    if (isAlias(yaml)) return this.#alias(yaml, depth, span);
    if (yaml.tag !== undefined)
      return this.#fail('yaml-feature', said('feature', { zh: '标签（`!`）', en: 'a tag' }), span);
    const size = this.#size;
    const deepest = this.#deepest;
    this.#deepest = depth;
    const node = this.#content(yaml, depth, span);
    // An anchor counts from its end on, so that nothing can hold itself.
    if ((isScalar(yaml) || isCollection(yaml)) && yaml.anchor !== undefined) {
      this.#anchors.set(yaml.anchor, {
        node,
        size: this.#size - size + 1,
        height: this.#deepest - depth,
      });
    }
    this.#deepest = Math.max(this.#deepest, deepest);
    return node;
  }

  #content(yaml: YamlNode, depth: number, span: Span): Node {
    if (isSeq(yaml)) {
      const items = yaml.items.map((item) => this.node(item as YamlNode, depth + 1));
      return { kind: 'list', items, span };
    }
    if (isMap(yaml)) {
      const entries = new Map<string, Entry>();
      for (const pair of yaml.items)
        this.#entry(entries, pair as Pair<YamlNode, YamlNode | null>, depth, span);
      return { kind: 'map', entries, span };
    }
    if (!isScalar(yaml))
      return this.#fail(
        'yaml-syntax',
        said('reason', { zh: '此处不是值', en: 'not a value' }),
        span,
      );
    return scalarOf(yaml, span);
  }

  #entry(
    entries: Map<string, Entry>,
    { key: yamlKey, value }: Pair<YamlNode, YamlNode | null>,
    depth: number,
    whole: Span,
  ): void {
    if (!isScalar(yamlKey)) {
      const keySpan = isAlias(yamlKey) || isCollection(yamlKey) ? this.#spanOf(yamlKey) : whole;
      this.#fail(
        'yaml-feature',
        said('feature', { zh: '不是文字的键', en: 'a key that is no plain text' }),
        keySpan,
      );
      return;
    }
    const keySpan = this.#spanOf(yamlKey);
    const key = scalarOf(yamlKey, keySpan).text.normalize('NFC');
    if (key === '<<') {
      this.#fail(
        'yaml-feature',
        said('feature', { zh: '合并键（`<<`）', en: 'a merge key' }),
        keySpan,
      );
      return;
    }
    const first = entries.get(key);
    if (first !== undefined) {
      this.#report.add('duplicate-key', { key: shorten(key) }, keySpan, [first.keySpan]);
      return;
    }
    const empty: Node = { kind: 'scalar', value: null, text: '', span: keySpan };
    entries.set(key, {
      key,
      keySpan,
      value: value === null ? empty : this.node(value, depth + 1),
    });
  }

  #alias(yaml: Alias, depth: number, span: Span): Node {
    const anchored = this.#anchors.get(yaml.source);
    if (anchored === undefined)
      return this.#fail(
        'yaml-syntax',
        said('reason', {
          zh: `前面没有锚点 \`${shorten(yaml.source)}\``,
          en: `no anchor \`${shorten(yaml.source)}\` before it`,
        }),
        span,
      );
    this.#expanded += anchored.size;
    this.#size += anchored.size;
    if (this.#expanded > ALIAS_LIMIT)
      return this.#fail(
        'yaml-feature',
        said('feature', { zh: '这么多的引用展开', en: 'so much repetition through aliases' }),
        span,
      );
    if (depth + anchored.height > DEPTH_LIMIT)
      return this.#fail('too-deep', { limit: String(DEPTH_LIMIT) }, span);
    this.#deepest = Math.max(this.#deepest, depth + anchored.height);
    return anchored.node;
  }

  #fail(
    name: 'too-deep' | 'yaml-feature' | 'yaml-syntax',
    params: Readonly<Record<string, string>>,
    span: Span,
  ): Node {
    // One is enough: the others would only repeat it.
    if (!this.failed) this.#report.add(name, params, span);
    this.failed = true;
    return { kind: 'scalar', value: null, text: '', span };
  }

  #spanOf(yaml: YamlNode): Span {
    const range = yaml.range ?? [0, 0];
    return { source: this.#source, start: range[0], end: range[1] };
  }
}

function scalarOf(yaml: Scalar, span: Span): Extract<Node, { kind: 'scalar' }> {
  const { value } = yaml;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return {
      kind: 'scalar',
      value,
      text: typeof value === 'string' ? value : (yaml.source ?? String(value)),
      span,
    };
  return { kind: 'scalar', value: null, text: yaml.source ?? '', span };
}
