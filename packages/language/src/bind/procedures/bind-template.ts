import {
  BINARY_TEMPLATES,
  type BinaryTemplate,
  type Condition,
  type EventPattern,
  type Template,
  UNARY_TEMPLATES,
} from '@qingdan/core';
import { get, integerOf, type MapNode, type Node, startOf, textOf } from '../../read/node.js';
import { choiceOf } from '../../read/read-values.js';
import { bindCondition } from '../bind-condition.js';
import { Parts } from '../parts.js';
import { withAlias } from '../scope.js';
import { bindLength } from './bind-time.js';
import { atEvent, type Course, stepAt } from './course.js';

const BINARY_KEYS = ['target', 'correlation', 'time'] as const;
const CHOICES: ReadonlySet<string> = new Set(['choice', 'exclusiveChoice']);
/** Of one step alone, each would need another, without end. */
const ENDLESS: ReadonlySet<string> = new Set([
  'response',
  'precedence',
  'succession',
  'alternateResponse',
  'alternatePrecedence',
  'alternateSuccession',
  'chainResponse',
  'chainPrecedence',
  'chainSuccession',
]);
const COUNTED: ReadonlySet<string> = new Set(['existence', 'absence', 'exactly']);

/** A template of Declare; the case at the activation is known as `activation` where the two are compared. */
export function bindTemplate(node: MapNode, course: Course): Template | undefined {
  const activation = bindPattern(get(node, 'activation'), course);
  const unary = choiceOf(get(node, 'template'), UNARY_TEMPLATES);
  const binary = choiceOf(get(node, 'template'), BINARY_TEMPLATES);
  if (unary !== undefined) {
    const counted = COUNTED.has(unary);
    const sound = refuse(node, [...BINARY_KEYS, ...(counted ? [] : ['count'])], unary, course);
    if (activation === undefined || !sound) return undefined;
    return { kind: unary, of: activation, count: integerOf(get(node, 'count')) ?? 1 };
  }
  if (binary === undefined) return undefined;
  return bindBinary(binary, activation, node, course);
}

function bindBinary(
  kind: BinaryTemplate,
  activation: EventPattern | undefined,
  node: MapNode,
  course: Course,
): Template | undefined {
  // Of a choice neither step comes first, and nothing is compared.
  const unasked = CHOICES.has(kind) ? (['correlation', 'time'] as const) : [];
  const sound = refuse(node, ['count', ...unasked], kind, course);
  if (get(node, 'target') === undefined)
    course.context.report.add('missing-key', { owner: kind, key: 'target' }, startOf(node));
  const target = bindPattern(get(node, 'target'), course);
  const parts = new Parts();
  const correlation = parts.take(get(node, 'correlation'), (at) => bindCorrelation(at, course));
  const timed = get(node, 'time');
  const least = parts.take(get(timed, 'least'), (at) => bindLength(at, course));
  const most = parts.take(get(timed, 'most'), (at) => bindLength(at, course));
  if (activation === undefined || target === undefined || !sound || !parts.sound) return undefined;
  if (ENDLESS.has(kind) && isSame(get(node, 'activation'), get(node, 'target'))) {
    const params = { id: textOf(get(node, 'id')) ?? kind, step: target.step };
    course.context.report.add('chain-of-one', params, startOf(node));
    return undefined;
  }
  const time = timed === undefined ? undefined : { least, most };
  return { kind, activation, target, correlation, time };
}

/** Whether two patterns are written alike. */
function isSame(a: Node | undefined, b: Node | undefined): boolean {
  return printed(a) === printed(b);
}

function printed(node: Node | undefined): string {
  const when = node?.kind === 'map' ? get(node, 'when') : undefined;
  const step = textOf(node?.kind === 'map' ? get(node, 'step') : node);
  const span = when?.span;
  return JSON.stringify([step, span?.source.text.slice(span.start, span.end)]);
}

function bindCorrelation(node: Node, course: Course): Condition | undefined {
  const scope = atEvent(course);
  const both = withAlias(scope, 'activation', { kind: 'record', to: scope.record });
  return bindCondition(node, both.scope, course.context);
}

function bindPattern(node: Node | undefined, course: Course): EventPattern | undefined {
  if (node === undefined) return undefined;
  const step = stepAt(node.kind === 'map' ? get(node, 'step') : node, course);
  const when = get(node, 'when');
  const condition =
    when === undefined ? undefined : bindCondition(when, atEvent(course), course.context);
  return step === undefined || (when !== undefined && condition === undefined)
    ? undefined
    : { step, when: condition };
}

/** Keys that mean nothing for a template are reported; false where there are any. */
function refuse(
  node: MapNode,
  keys: readonly string[],
  owner: string,
  { context }: Course,
): boolean {
  const there = keys.flatMap((key) => node.entries.get(key) ?? []);
  const all = ['activation', 'count', ...BINARY_KEYS];
  const known = all.filter((key) => !keys.includes(key)).join(', ');
  for (const { key, keySpan } of there)
    context.report.add('unknown-key', { owner, key, nearest: '', known }, keySpan);
  return there.length === 0;
}
