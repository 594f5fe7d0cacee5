import { isCollection, isMap, isPair, isScalar, isSeq, YAMLMap, YAMLSeq } from 'yaml';
import { DATA_UNDER } from './key-order.js';

/** How `{ … }` and `[ … ]` are written: what the library leaves open. */
export interface FlowStyle {
  /** Takes a tree of nodes into this style. */
  adopt(node: unknown): void;
  /** Whether it may be spread over lines: a list of scalars, or anything in the records of a test. */
  mayFill(collection: YAMLMap | YAMLSeq): boolean;
  /** Spreads a collection over lines, as many items on each as fit. */
  fill(collection: YAMLMap | YAMLSeq): void;
  isFilled(collection: YAMLMap | YAMLSeq): boolean;
}

/** `{ a: 1 }` but `[a, b]`; what is filled has its further lines under its first item. */
export function createFlowStyle(width: number): FlowStyle {
  const filled = new WeakSet();
  const data = new WeakSet();

  const adopt = (node: unknown, isData: boolean): void => {
    if (isPair(node)) {
      adopt(node.key, isData);
      adopt(node.value, isData || (isScalar(node.key) && DATA_UNDER.has(String(node.key.value))));
    }
    if (!isCollection(node)) return;
    for (const item of node.items) adopt(item, isData);
    if (isData) data.add(node);
    if (!isMap(node) && !isSeq(node)) return;
    const [print, padding] = isMap(node)
      ? [YAMLMap.prototype.toString.bind(node), ' ']
      : [YAMLSeq.prototype.toString.bind(node), ''];
    node.toString = (context, ...rest) => {
      if (context === undefined) return print(context, ...rest);
      const text = print({ ...context, flowCollectionPadding: padding }, ...rest);
      return node.flow === true && filled.has(node) ? fillLines(node, context, width) : text;
    };
  };

  return {
    adopt: (node) => adopt(node, false),
    mayFill: (collection) => isBare(collection, data.has(collection)),
    fill: (collection) => filled.add(collection),
    isFilled: (collection) => filled.has(collection),
  };
}

/** Without comments and line breaks, so that its items can share lines; collections inside only where they are data. */
function isBare(node: unknown, nested: boolean, top = true): boolean {
  if (isPair(node)) return isBare(node.key, nested, false) && isBare(node.value, nested, false);
  if (node === null) return true;
  if (isCollection(node)) {
    if (!(nested || (top && isSeq(node)))) return false;
    // Comments of the whole stand outside its brackets.
    return (
      (top || (!node.comment && !node.commentBefore)) &&
      node.items.every((item) => isBare(item, nested, false))
    );
  }
  return (
    isScalar(node) && !node.comment && !node.commentBefore && !String(node.value).includes('\n')
  );
}

type Context = NonNullable<Parameters<YAMLSeq['toString']>[0]>;

function fillLines(collection: YAMLMap | YAMLSeq, context: Context, width: number): string {
  const { indent } = context;
  const [open, close, under] = isMap(collection) ? ['{ ', ' }', '  '] : ['[', ']', ' '];
  const lines: string[] = [];
  let line = '';
  collection.items.forEach((item, index) => {
    const last = index === collection.items.length - 1;
    const text = printAlone(collection, item, context) + (last ? close : ',');
    if (line !== '' && indent.length + line.length + 1 + text.length > width) {
      lines.push(line);
      line = '';
    }
    line += line === '' ? (lines.length === 0 ? open : under) + text : ` ${text}`;
  });
  return [...lines, line].join(`\n${indent}`);
}

/** An item as the library prints it, which is open to us only through a collection that holds it. */
function printAlone(collection: YAMLMap | YAMLSeq, item: unknown, context: Context): string {
  const alone = isMap(collection) ? new YAMLMap() : new YAMLSeq();
  alone.flow = true;
  alone.items = [item] as typeof alone.items;
  const text = alone.toString({
    ...context,
    flowCollectionPadding: '',
    options: { ...context.options, lineWidth: 0 },
  });
  return text.slice(1, -1);
}
