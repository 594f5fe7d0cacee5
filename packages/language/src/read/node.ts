import type { Span, Text } from '@qingdan/core';

/** What a YAML document holds, with its places; aliases are resolved. */
export type Node = ScalarNode | ListNode | MapNode;

export interface ScalarNode {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
  /** As written, without quotes. */
  readonly text: string;
  readonly span: Span;
}

interface ListNode {
  readonly kind: 'list';
  readonly items: readonly Node[];
  readonly span: Span;
}

export interface MapNode {
  readonly kind: 'map';
  /** In the order of the file. A map and not an object: any name is only a name here. */
  readonly entries: ReadonlyMap<string, Entry>;
  readonly span: Span;
}

export interface Entry {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: Node;
}

/** The value of a key, where the node is a mapping that has it. */
export function get(node: Node | undefined, key: string): Node | undefined {
  return node?.kind === 'map' ? node.entries.get(key)?.value : undefined;
}

export function has(node: Node | undefined, key: string): boolean {
  return node?.kind === 'map' && node.entries.has(key);
}

export function textOf(node: Node | undefined): string | undefined {
  return node?.kind === 'scalar' && typeof node.value === 'string'
    ? node.value.normalize('NFC')
    : undefined;
}

export function booleanOf(node: Node | undefined): boolean | undefined {
  return node?.kind === 'scalar' && typeof node.value === 'boolean' ? node.value : undefined;
}

export function integerOf(node: Node | undefined): number | undefined {
  return node?.kind === 'scalar' && Number.isSafeInteger(node.value)
    ? (node.value as number)
    : undefined;
}

export function itemsOf(node: Node | undefined): readonly Node[] {
  return node?.kind === 'list' ? node.items : [];
}

export function entriesOf(node: Node | undefined): readonly Entry[] {
  return node?.kind === 'map' ? [...node.entries.values()] : [];
}

/** The texts of a list, or the one text that stands in its place. */
export function textsOf(node: Node | undefined): { text: string; span: Span }[] {
  const nodes = node?.kind === 'scalar' ? [node] : itemsOf(node);
  return nodes.flatMap((item) => {
    const text = textOf(item);
    return text === undefined ? [] : [{ text, span: item.span }];
  });
}

/** A node as a message names it. */
export function describeNode(node: Node): Text {
  if (node.kind === 'list') return { zh: '列表', en: 'a list' };
  if (node.kind === 'map') return { zh: '键值对照', en: 'a mapping' };
  if (node.value === null) return { zh: '空', en: 'nothing' };
  const text = `\`${shorten(node.text)}\``;
  if (typeof node.value === 'string') return { zh: text, en: text };
  return typeof node.value === 'number'
    ? { zh: `数 ${text}`, en: `the number ${text}` }
    : { zh: `是否值 ${text}`, en: `the boolean ${text}` };
}

/** Short and on one line: it goes into a message. */
export function shorten(text: string): string {
  const short = text.length > 40 ? `${text.slice(0, 40)}…` : text;
  return short.replace(/[\u0000-\u001f\u007f-\u009f]/g, '?');
}

/** A mapping or list is pointed to by its beginning: the whole of it would underline half a file. */
export function startOf(node: Node): Span {
  const { span } = node;
  if (node.kind === 'scalar') return span;
  const first = node.kind === 'map' ? [...node.entries.values()][0]?.keySpan : node.items[0]?.span;
  return first === undefined ? span : { source: span.source, start: span.start, end: first.end };
}
