import { type Document, isAlias, isMap, isPair, isScalar, isSeq, visit, type YAMLMap } from 'yaml';
import {
  DATA_UNDER,
  KEYS_INSIDE,
  KEYS_OF_KIND,
  KEYS_OF_TYPE,
  KEYS_UNDER,
  KEYS_WITHOUT_KIND,
  NAMES_UNDER,
} from './key-order.js';

/** Puts the keys of a document into their order; comments move with the key that they stand before or behind. */
export function orderKeys(document: Document): void {
  if (!isMap(document.contents) || hasAlias(document)) return;
  const { contents } = document;
  const kind = contents.get('kind');
  sortKeys(contents, (typeof kind === 'string' ? KEYS_OF_KIND[kind] : KEYS_WITHOUT_KIND) ?? []);
  orderInside(contents);
}

function orderInside(node: unknown): void {
  if (isSeq(node)) node.items.forEach(orderInside);
  if (!isMap(node)) return;
  for (const { key, value } of node.items) {
    const name = isScalar(key) ? String(key.value) : '';
    if (DATA_UNDER.has(name)) continue;
    if (isMap(value)) {
      // The `when` of a table's row has the names of its inputs; other ones are conditions.
      if (!NAMES_UNDER.has(name) && !(name === 'when' && node.has('then')))
        sortKeys(value, orderOf(value, name));
    }
    if (isSeq(value)) {
      for (const item of value.items) if (isMap(item)) sortKeys(item, orderOf(item, name));
    }
    orderInside(value);
    if (NAMES_UNDER.has(name) && isMap(value)) {
      for (const { value: named } of value.items) {
        if (isMap(named)) sortKeys(named, orderOf(named, name));
      }
    }
  }
}

function orderOf(map: YAMLMap, parent: string): readonly string[] {
  if (Object.hasOwn(KEYS_UNDER, parent)) return KEYS_UNDER[parent] as readonly string[];
  return map.has('type') ? KEYS_OF_TYPE : KEYS_INSIDE;
}

function sortKeys(map: YAMLMap, order: readonly string[]): void {
  const place = (key: unknown): number => {
    const index = isScalar(key) ? order.indexOf(String(key.value)) : -1;
    return index === -1 ? order.length : index;
  };
  // The first key stands right under what it belongs to, whichever it was.
  const [first] = map.items;
  map.items.sort((a, b) => place(a.key) - place(b.key));
  const [now] = map.items;
  if (first !== now && isPair(now) && isScalar(now.key)) delete now.key.spaceBefore;
}

/** A key that moves might leave an alias before its anchor. */
function hasAlias(document: Document): boolean {
  let found = false;
  visit(document, (_, node) => {
    found ||= isAlias(node);
  });
  return found;
}
