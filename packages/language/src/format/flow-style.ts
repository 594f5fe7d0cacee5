import { isCollection, isMap, isPair, isSeq, YAMLMap, YAMLSeq } from 'yaml';

/** How `{ … }` and `[ … ]` are written: what the library leaves open. */
export interface FlowStyle {
  /** Takes a tree of nodes into this style. */
  adopt(node: unknown): void;
  /** Spreads a list over lines, as many items on each as fit. */
  fill(list: YAMLSeq): void;
  isFilled(list: YAMLSeq): boolean;
}

/** `{ a: 1 }` but `[a, b]`; a filled list has its further lines under its first item. */
export function createFlowStyle(width: number): FlowStyle {
  const filled = new WeakSet();
  const style: FlowStyle = {
    adopt(node) {
      if (isPair(node)) {
        style.adopt(node.key);
        style.adopt(node.value);
      }
      if (!isCollection(node)) return;
      for (const item of node.items) style.adopt(item);
      if (isMap(node))
        node.toString = (context, ...rest) =>
          YAMLMap.prototype.toString.call(
            node,
            context && { ...context, flowCollectionPadding: ' ' },
            ...rest,
          );
      if (isSeq(node))
        node.toString = (context, ...rest) => {
          const text = YAMLSeq.prototype.toString.call(
            node,
            context && { ...context, flowCollectionPadding: '' },
            ...rest,
          );
          return node.flow === true && filled.has(node) && context !== undefined
            ? fillLines(node, context, width)
            : text;
        };
    },
    fill: (list) => filled.add(list),
    isFilled: (list) => filled.has(list),
  };
  return style;
}

type Context = NonNullable<Parameters<YAMLSeq['toString']>[0]>;

function fillLines(list: YAMLSeq, context: Context, width: number): string {
  const { indent } = context;
  const lines: string[] = [];
  let line = '';
  list.items.forEach((item, index) => {
    const text = `${printAlone(item, context)}${index === list.items.length - 1 ? ']' : ','}`;
    if (line !== '' && indent.length + line.length + 1 + text.length > width) {
      lines.push(line);
      line = '';
    }
    line += line === '' ? `${lines.length === 0 ? '[' : ' '}${text}` : ` ${text}`;
  });
  return [...lines, line].join(`\n${indent}`);
}

/** An item as the library prints it, which is open to us only through a list that holds it. */
function printAlone(item: unknown, context: Context): string {
  const alone = new YAMLSeq();
  alone.flow = true;
  alone.items = [item];
  const text = YAMLSeq.prototype.toString.call(alone, {
    ...context,
    flowCollectionPadding: '',
    options: { ...context.options, lineWidth: 0 },
  });
  return text.slice(1, -1);
}
