import type { Text } from '@qingdan/core';

/** Why a rule is not read: what it says has no equal in the language, or none that fires on the same records. */
const REASONS = {
  shape: { zh: '`{what}` 不是条件', en: '`{what}` is no condition' },
  deep: { zh: '条件嵌套过深', en: 'its conditions nest too deep' },
  empty: {
    zh: '`{what}` 为空，json-rules-engine 一律算作成立',
    en: 'an empty `{what}`, which json-rules-engine takes for true',
  },
  condition: { zh: '没有名为 `{what}` 的条件', en: 'there is no condition `{what}`' },
  circle: { zh: '条件 `{what}` 引用了自身', en: 'the condition `{what}` names itself' },
  operator: { zh: '没有运算符 `{what}`', en: 'there is no operator `{what}`' },
  decorator: { zh: '没有修饰 `{what}`', en: 'there is no decorator `{what}`' },
  params: { zh: '事实 `{what}` 带有 params', en: 'the fact `{what}` takes params' },
  path: {
    zh: '路径 `{what}` 不是 $.a.b 这样的简单路径',
    en: 'the path `{what}` is no plain one such as $.a.b',
  },
  literal: { zh: '`{what}` 不能与此字段比较', en: '`{what}` does not compare with this field' },
  numeric: {
    zh: '文字 `{what}` 与数字字段比较，json-rules-engine 按字面判断',
    en: 'the text `{what}` beside a number, which json-rules-engine takes as it is written',
  },
  date: {
    zh: '`{what}` 不是完整的日期，json-rules-engine 按文字比较日期',
    en: '`{what}` is no whole date, and json-rules-engine compares dates as texts',
  },
  order: {
    zh: '`{what}` 只能比较数字和日期的大小',
    en: '`{what}` orders nothing but numbers and dates',
  },
  text: {
    zh: '`{what}` 用在文字上，json-rules-engine 查找的是其中的片段，或者从不成立',
    en: '`{what}` on a text, in which json-rules-engine looks for a part, or never holds',
  },
  list: { zh: '`{what}` 需要列表', en: '`{what}` needs a list' },
  whole: {
    zh: '`{what}` 是列表或者一组字段，不能整体比较',
    en: '`{what}` is a list or a group of fields, which cannot be compared as a whole',
  },
  values: { zh: '`{what}` 的值列表为空', en: 'the list of values of `{what}` is empty' },
  types: { zh: '`{what}` 两边的类型不同', en: 'the two sides of `{what}` are of different types' },
  constant: { zh: '`{what}` 的两边都不是事实', en: 'no side of `{what}` is a fact' },
  name: { zh: '事实 `{what}` 不能作字段名', en: 'the fact `{what}` cannot be the name of a field' },
  mixed: {
    zh: '事实 `{what}` 时而是一种类型、时而是另一种',
    en: 'the fact `{what}` is of one type here and of another there',
  },
} as const satisfies Record<string, Text>;

export type Reason = keyof typeof REASONS;

/** Thrown while a rule is read, and caught where it began: a rule is refused for the first thing that can't be had. */
export class Refusal extends Error {
  constructor(
    readonly reason: Reason,
    readonly what = '',
  ) {
    super(reason);
  }
}

export function reasonText({ reason, what }: Refusal): Text {
  const { zh, en } = REASONS[reason];
  // A text of somebody's file: short, and put in as it is.
  const short = what.length > 60 ? `${what.slice(0, 60)}…` : what;
  return { zh: zh.split('{what}').join(short), en: en.split('{what}').join(short) };
}
