import { nearestHint, said, type StepPart } from '@qingdan/core';
import { wordText } from '../../documents/words.js';
import { type Node, textOf, textsOf } from '../../read/node.js';
import type { Context } from '../names.js';
import type { Scope } from '../scope.js';

/** What the parts of one procedure are bound in. */
export interface Course {
  readonly context: Context;
  /** Of conditions: the case is the record at hand. */
  readonly scope: Scope;
  /** The ids of its steps, in their order. */
  readonly steps: readonly string[];
}

/** The scope of what is judged at events, each of a day. */
export function atEvent({ scope }: Course): Scope {
  return { ...scope, event: 'known' };
}

/** The step that is named at a place. */
export function stepAt(node: Node | undefined, course: Course): string | undefined {
  const id = textOf(node);
  if (node === undefined || id === undefined) return undefined;
  return isStep(id, node, course) ? id : undefined;
}

/** The steps of a list, or the one that stands in its place; undefined where one of them isn't there. */
export function stepsAt(node: Node, course: Course): readonly string[] | undefined {
  const named = textsOf(node);
  const steps = named.filter(({ text, span }) =>
    isStep(text, { kind: 'scalar', value: text, text, span }, course),
  );
  return steps.length < named.length ? undefined : steps.map(({ text }) => text);
}

const PART = /^(.*)\.(start|end)$/u;

/** A step, or its beginning or end: `x`, `x.start`, `x.end`. */
export function partAt(
  node: Node | undefined,
  absent: StepPart['part'],
  course: Course,
): StepPart | undefined {
  const text = textOf(node);
  if (node === undefined || text === undefined) return undefined;
  const [, step = text, part = absent] = PART.exec(text) ?? [];
  return isStep(step, node, course) ? { step, part: part as StepPart['part'] } : undefined;
}

function isStep(id: string, { span }: Node, { steps, context }: Course): boolean {
  if (steps.includes(id)) return true;
  const nearest = nearestHint(id, steps);
  context.report.add('unknown-reference', { ...said('kind', wordText('step')), id, nearest }, span);
  return false;
}

/** A node for one word of a phrase. */
export function word(value: string, { span }: Node): Node {
  return { kind: 'scalar', value, text: value, span };
}
