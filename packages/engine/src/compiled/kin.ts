import {
  and,
  compare,
  type Condition,
  NONE,
  or,
  type Policy,
  type RecordNode,
  type Truth,
  type Value,
} from '@qingdan/core';
import type { Frame, Scan, Test } from './frame.js';
import type { Scope } from './scope.js';
import { isWhole } from '../world/whole.js';
import { BY_HOME, keyOfValue } from '../world/world.js';

/** How a set of relations reads the kinship register. */
interface KinReader {
  readonly kind: string;
  readonly a: (record: RecordNode) => Value;
  readonly b: (record: RecordNode) => Value;
  /** b is a relative of a in the set. */
  readonly forward: (record: RecordNode) => Truth;
  /** a is a relative of b in the set. */
  readonly backward: (record: RecordNode) => Truth;
}

/** Undefined where the policy has no such set. */
function kinReader(policy: Policy, set: string): KinReader | undefined {
  const { relations } = policy;
  const includes = relations?.sets.get(set)?.includes;
  const fields = relations === undefined ? undefined : policy.records.get(relations.record)?.fields;
  if (relations === undefined || includes === undefined || fields === undefined) return undefined;
  const forward = new Set(includes);
  const backward = new Set<string>();
  for (const [name, { inverse }] of relations.relations) {
    if (inverse !== undefined && forward.has(inverse)) backward.add(name);
  }
  const reader = (name: string): ((record: RecordNode) => Value) => {
    const slot = fields.slotOf(name);
    return (record) => (slot === undefined ? undefined : record.fields.values[slot]);
  };
  const relation = reader('relation');
  const inSet =
    (members: ReadonlySet<string>) =>
    (record: RecordNode): Truth => {
      const name = relation(record);
      return typeof name === 'string' ? members.has(name) : name === NONE ? false : undefined;
    };
  return {
    kind: relations.record,
    a: reader('a'),
    b: reader('b'),
    forward: inSet(forward),
    backward: inSet(backward),
  };
}

export function compileKin(condition: Extract<Condition, { kind: 'kin' }>, scope: Scope): Test {
  const areKin = compileKinship(condition.relations, scope);
  const readOf = scope.read(condition.of);
  const readWith = scope.read(condition.with);
  return (frame) => areKin(readOf(frame), readWith(frame), frame);
}

/** Whether one person is a relative of another, in a set of relations. */
export function compileKinship(
  relations: string,
  scope: Scope,
): (of: Value, other: Value, frame: Frame) => Truth {
  const kin = kinReader(scope.policy, relations);
  const byA = kin === undefined ? BY_HOME : keyOfValue('a', kin.a);
  const byB = kin === undefined ? BY_HOME : keyOfValue('b', kin.b);
  return (of, other, frame) => {
    if (of === NONE || other === NONE) return false;
    if (kin === undefined || typeof of !== 'string' || typeof other !== 'string') return undefined;
    if (of === other) return false;
    const { records } = frame.world;
    const { kind, a, b } = kin;
    const ends = (record: RecordNode, from: Value, to: Value): Truth =>
      and(
        sureness(record, frame),
        and(compare('equal', a(record), from), compare('equal', b(record), to)),
      );
    let truth: Truth = false;
    for (const record of records.having(kind, byA, [of])) {
      truth = or(truth, and(ends(record, of, other), kin.forward(record)));
    }
    for (const record of records.having(kind, byB, [of])) {
      truth = or(truth, and(ends(record, other, of), kin.backward(record)));
    }
    if (truth === true) return true;
    return isWhole(kind, undefined, frame.law, scope.policy, records) ? truth : undefined;
  };
}

function sureness(record: RecordNode, { world }: Frame): Truth {
  return world.isUnsure?.(record) === true ? undefined : true;
}

interface Edge {
  readonly from: string;
  readonly to: string;
  readonly truth: Truth;
}

/** Whether a chain of at most `max` links leads from one place to another. */
export function compileReach(condition: Extract<Condition, { kind: 'path' }>, scope: Scope): Test {
  const from = scope.read(condition.from);
  const to = scope.read(condition.to);
  const links = condition.through.map((link) => {
    if (link.kind === 'kin') return kinLink(kinReader(scope.policy, link.relations), scope.policy);
    return recordLink(scope.scan(link.source), scope.readPath(link.from), scope.readPath(link.to));
  });
  return (frame) => {
    const start = from(frame);
    const goal = to(frame);
    if (start === NONE || goal === NONE) return false;
    if (typeof start !== 'string' || typeof goal !== 'string') return undefined;
    const edges: Edge[] = [];
    let anywhere = false;
    for (const link of links) anywhere = link(frame, edges) || anywhere;
    const result = reach(start, goal, edges, condition.max);
    return result === true || !anywhere ? result : undefined;
  };
}

/** Adds its edges; true where it may lead to places not known. */
type AddEdges = (frame: Frame, edges: Edge[]) => boolean;

function recordLink(
  scan: Scan,
  from: (frame: Frame) => Value,
  to: (frame: Frame) => Value,
): AddEdges {
  return (frame, edges) => {
    let vague = false;
    const open = scan(frame, (member) => {
      vague = addEdge(edges, from(frame), to(frame), member) || vague;
      return 'any';
    });
    return open || vague;
  };
}

function kinLink(kin: KinReader | undefined, policy: Policy): AddEdges {
  return (frame, edges) => {
    if (kin === undefined) return true;
    const { records } = frame.world;
    let vague = false;
    for (const record of records.all(kin.kind)) {
      const a = kin.a(record);
      const b = kin.b(record);
      const sure = sureness(record, frame);
      vague = addEdge(edges, a, b, and(sure, kin.forward(record))) || vague;
      vague = addEdge(edges, b, a, and(sure, kin.backward(record))) || vague;
    }
    return vague || !isWhole(kin.kind, undefined, frame.law, policy, records);
  };
}

function addEdge(edges: Edge[], from: Value, to: Value, truth: Truth): boolean {
  if (truth === false || from === NONE || to === NONE) return false;
  if (typeof from !== 'string' || typeof to !== 'string') return true;
  edges.push({ from, to, truth });
  return false;
}

/** Breadth first, keeping for each place the best that is known of the ways to it. */
function reach(start: string, goal: string, edges: readonly Edge[], max: number): Truth {
  const leaving = new Map<string, Edge[]>();
  for (const edge of edges) {
    const list = leaving.get(edge.from);
    if (list === undefined) leaving.set(edge.from, [edge]);
    else list.push(edge);
  }
  const best = new Map<string, Truth>([[start, true]]);
  let frontier = [start];
  for (let step = 0; step < max && frontier.length > 0; step += 1) {
    const improved = new Map<string, Truth>();
    for (const place of frontier) {
      for (const edge of leaving.get(place) ?? []) {
        const truth = and(best.get(place), edge.truth);
        const seen = improved.has(edge.to) ? improved.get(edge.to) : best.get(edge.to);
        const known = improved.has(edge.to) || best.has(edge.to);
        if (!known || (truth === true && seen !== true)) improved.set(edge.to, truth);
      }
    }
    for (const [place, truth] of improved) best.set(place, truth);
    frontier = [...improved.keys()];
  }
  return best.has(goal) ? best.get(goal) : false;
}
