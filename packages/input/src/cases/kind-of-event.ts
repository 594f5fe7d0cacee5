import { EVENT_KINDS, type EventKind } from '@qingdan/core';

const TRANSITIONS: ReadonlyMap<string, EventKind> = new Map<string, EventKind>([
  ['start', 'start'],
  ['complete', 'complete'],
  ['suspend', 'suspend'],
  ['resume', 'resume'],
]);

/** The kind that a transition of the lifecycle extension of XES is; undefined for one that is no kind of ours. */
export function kindOfTransition(transition: string): EventKind | undefined {
  return TRANSITIONS.get(transition) ?? TRANSITIONS.get(transition.toLowerCase());
}

const WORDS: ReadonlyMap<string, EventKind> = new Map<string, EventKind>([
  ...EVENT_KINDS.map((kind) => [kind, kind] as const),
  ['开始', 'start'],
  ['启动', 'start'],
  ['完成', 'complete'],
  ['结束', 'complete'],
  ['暂停', 'suspend'],
  ['中止', 'suspend'],
  ['恢复', 'resume'],
  ['继续', 'resume'],
  ['撤销', 'void'],
  ['作废', 'void'],
]);

/** The kind that a cell of a table says. */
export function kindOfWord(word: string): EventKind | undefined {
  return WORDS.get(word.trim().toLowerCase());
}
