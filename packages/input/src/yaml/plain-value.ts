import {
  type Diagnostic,
  diagnostic,
  said,
  type SourceText,
  type Span,
  type Text,
} from '@qingdan/core';
import { isAlias, isMap, isPair, isScalar, isSeq, type ParsedNode, type YAMLMap } from 'yaml';
import { DEPTH_LIMIT } from '../json/scan-json.js';
import { shorten } from '../text/shorten.js';

export interface PlainValue {
  readonly value: unknown;
  /** False where something in it may not stand there, so that it must not be used. */
  readonly sound: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

/** A YAML node as plain data. Of a key that stands twice neither value is taken. */
export function plainValue(root: ParsedNode, source: SourceText): PlainValue {
  const converter = new Converter(source);
  const value = converter.convert(root, 1);
  return { value, sound: converter.sound, diagnostics: converter.diagnostics };
}

class Converter {
  readonly diagnostics: Diagnostic[] = [];
  sound = true;
  readonly #source: SourceText;

  constructor(source: SourceText) {
    this.#source = source;
  }

  convert(node: unknown, depth: number): unknown {
    if (node === null || node === undefined) return null;
    if (depth > DEPTH_LIMIT) {
      this.#refuse('too-deep', { limit: String(DEPTH_LIMIT) }, node as ParsedNode);
      return null;
    }
    if (isAlias(node)) {
      this.#feature({ zh: '引用（`*`）', en: 'an alias' }, node as unknown as ParsedNode);
      return null;
    }
    if (isPair(node)) {
      this.#feature(
        { zh: '不带花括号的键值', en: 'a pair without braces' },
        node.key as ParsedNode,
      );
      return null;
    }
    const { tag } = node as ParsedNode;
    if (tag !== undefined) {
      this.#feature({ zh: '标签（`!`）', en: 'a tag' }, node as ParsedNode);
      return null;
    }
    if (isSeq(node)) return node.items.map((item) => this.convert(item, depth + 1));
    if (isMap(node)) return this.#object(node, depth);
    return isScalar(node) ? node.value : null;
  }

  #object(map: YAMLMap, depth: number): unknown {
    const object = Object.create(null) as Record<string, unknown>;
    const places = new Map<string, Span>();
    const twice = new Set<string>();
    for (const { key: keyNode, value } of map.items) {
      if (!isScalar(keyNode)) {
        this.#feature(
          { zh: '不是文字的键', en: 'a key that is no plain text' },
          keyNode as ParsedNode,
        );
        continue;
      }
      const key =
        typeof keyNode.value === 'string'
          ? keyNode.value
          : (keyNode.source ?? String(keyNode.value));
      if (key === '<<')
        this.#feature({ zh: '合并键（`<<`）', en: 'a merge key' }, keyNode as ParsedNode);
      const span = this.#spanOf(keyNode as ParsedNode);
      const first = places.get(key);
      if (first === undefined) places.set(key, span);
      else {
        twice.add(key);
        this.diagnostics.push(
          diagnostic('duplicate-key', { key: shorten(key) }, span, { related: [first] }),
        );
      }
      object[key] = this.convert(value, depth + 1);
    }
    for (const key of twice) Reflect.deleteProperty(object, key);
    return object;
  }

  #feature(feature: Text, node: ParsedNode): void {
    this.#refuse('yaml-feature', said('feature', feature), node);
  }

  #refuse(
    name: Diagnostic['name'],
    params: Readonly<Record<string, string>>,
    node: ParsedNode,
  ): void {
    // One is enough: the others would only repeat it.
    if (this.sound) this.diagnostics.push(diagnostic(name, params, this.#spanOf(node)));
    this.sound = false;
  }

  #spanOf(node: ParsedNode): Span {
    const [start, end] = (node as ParsedNode | null)?.range ?? [0, 0];
    return { source: this.#source, start, end };
  }
}
