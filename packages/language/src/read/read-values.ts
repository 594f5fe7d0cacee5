import {
  type Day,
  type Interval,
  parseDate,
  Range,
  type Subject,
  SUBJECTS,
  type Text,
} from '@qingdan/core';
import { get, itemsOf, type Node, textOf } from './node.js';

/** Values that every kind of document has. What is misshapen was reported before and is left out here. */

export function localizedOf(node: Node | undefined): Text | undefined {
  const zh = textOf(get(node, 'zh'));
  const en = textOf(get(node, 'en'));
  return zh === undefined || en === undefined ? undefined : { zh, en };
}

/** A day, or the first day of a month. */
export function dayOf(node: Node | undefined): Day | undefined {
  const text = textOf(node);
  const date = text === undefined ? undefined : parseDate(text);
  if (!(date instanceof Range)) return typeof date === 'number' ? date : undefined;
  return text?.length === 7 && typeof date.low === 'number' ? date.low : undefined;
}

/** `from` and `until` of a mapping. */
export function intervalOf(node: Node | undefined): Interval {
  return { from: dayOf(get(node, 'from')), until: dayOf(get(node, 'until')) };
}

export function subjectsOf(node: Node | undefined): readonly Subject[] | undefined {
  if (node?.kind !== 'list') return undefined;
  return itemsOf(node).flatMap((item) => choiceOf(item, SUBJECTS) ?? []);
}

export function choiceOf<T extends string>(
  node: Node | undefined,
  choices: readonly T[],
): T | undefined {
  const text = textOf(node);
  return choices.find((choice) => choice === text);
}
