import {
  and,
  compare,
  type Condition,
  NONE,
  or,
  type RecordNode,
  type Truth,
  type Value,
} from '@qingdan/core';
import { elementsOf } from './elements.js';
import type { ReferenceFrame } from './frame.js';
import { isWhole } from '../world/whole.js';

/** Whether one person is a relative of another by the register, read in both directions. */
export function isKin(of: Value, other: Value, set: string, frame: ReferenceFrame): Truth {
  if (of === NONE || other === NONE) return false;
  const edges = kinshipEdges(set, frame);
  if (edges === undefined || of === undefined || other === undefined) return undefined;
  if (of === other) return false;
  return edges.list.reduce<Truth>(
    (truth, { a, b, forward, backward }) =>
      or(
        truth,
        or(
          and(forward, and(compare('equal', a, of), compare('equal', b, other))),
          and(backward, and(compare('equal', a, other), compare('equal', b, of))),
        ),
      ),
    edges.open ? undefined : false,
  );
}

interface Edge {
  readonly a: Value;
  readonly b: Value;
  /** b is a relative of a in the set, a is one of b. */
  readonly forward: Truth;
  readonly backward: Truth;
}

function kinshipEdges(
  set: string,
  frame: ReferenceFrame,
): { list: readonly Edge[]; open: boolean } | undefined {
  const { relations } = frame.policy;
  const includes = relations?.sets.get(set)?.includes;
  if (relations === undefined || includes === undefined) return undefined;
  const { records, isUnsure } = frame.world;
  const inSet = (relation: string | undefined): boolean =>
    relation !== undefined && includes.includes(relation);
  const list = [...records.all(relations.record)].map((record): Edge => {
    const relation = fieldOf(record, 'relation');
    const known = typeof relation === 'string';
    const sure: Truth = isUnsure?.(record) === true ? undefined : true;
    return {
      a: fieldOf(record, 'a'),
      b: fieldOf(record, 'b'),
      forward: and(sure, known ? inSet(relation) : relation === NONE ? false : undefined),
      backward: and(
        sure,
        known
          ? inSet(relations.relations.get(relation)?.inverse)
          : relation === NONE
            ? false
            : undefined,
      ),
    };
  });
  return { list, open: !isWhole(relations.record, undefined, frame.law, frame.policy, records) };
}

function fieldOf(record: RecordNode, name: string): Value {
  const slot = record.record.fields.slotOf(name);
  return slot === undefined ? undefined : record.fields.values[slot];
}

/**
 * Whether a chain of at most `max` links leads from one place to another. Where a link's books are open, or one of its
 * ends is unknown, it may lead anywhere.
 */
export function isReachable(
  condition: Extract<Condition, { kind: 'path' }>,
  frame: ReferenceFrame,
): Truth {
  const from = frame.interpreter.valueOf(condition.from, frame);
  const to = frame.interpreter.valueOf(condition.to, frame);
  if (from === NONE || to === NONE) return false;
  if (typeof from !== 'string' || typeof to !== 'string') return undefined;
  const edges: { from: string; to: string; truth: Truth }[] = [];
  let anywhere = false;
  const addEdge = (start: Value, end: Value, truth: Truth): void => {
    if (truth === false || start === NONE || end === NONE) return;
    if (typeof start === 'string' && typeof end === 'string')
      edges.push({ from: start, to: end, truth });
    else anywhere = true;
  };
  for (const link of condition.through) {
    if (link.kind === 'record') {
      const { elements, open } = elementsOf(link.source, frame);
      anywhere ||= open;
      for (const { member, frame: inner } of elements) {
        addEdge(
          inner.interpreter.valueAt(link.from, inner),
          inner.interpreter.valueAt(link.to, inner),
          member,
        );
      }
      continue;
    }
    const kin = kinshipEdges(link.relations, frame);
    if (kin === undefined) {
      anywhere = true;
      continue;
    }
    anywhere ||= kin.open;
    for (const { a, b, forward, backward } of kin.list) {
      addEdge(a, b, forward);
      addEdge(b, a, backward);
    }
  }
  const reached = new Map<string, Truth>([[from, true]]);
  for (let step = 0; step < condition.max; step += 1) {
    for (const [place, truth] of [...reached]) {
      for (const edge of edges) {
        if (edge.from !== place) continue;
        reached.set(
          edge.to,
          or(
            reached.get(edge.to) ?? (reached.has(edge.to) ? undefined : false),
            and(truth, edge.truth),
          ),
        );
      }
    }
  }
  const result: Truth = reached.has(to) ? reached.get(to) : false;
  return result === true ? true : anywhere ? undefined : result;
}
