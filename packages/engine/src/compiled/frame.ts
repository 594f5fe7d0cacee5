import {
  type Day,
  isRecordNode,
  type PathRoot,
  type RecordNode,
  type Truth,
  type Value,
} from '@qingdan/core';
import type { World } from '../world/world.js';

/** What compiled closures read. One frame serves a record; elements are put into their slots while sources run. */
export class Frame {
  readonly world: World;
  readonly record: RecordNode;
  /** The values of the record at hand, by slot. */
  readonly values: readonly Value[];
  readonly law: Day;
  /** Which stretch of constant law `law` lies in: the index of parameter values. */
  readonly epoch: number;
  readonly elements: Value[] = [];
  /** For each element of a list: the record that the list stands in. */
  readonly holders: RecordNode[] = [];
  due: Value;
  /** What others found out of it and keep with it, each in a place of its own. */
  readonly notes: unknown[] = [];
  #apart: Frame | undefined;
  /** The frame of which this one is apart, or itself: they share what was found out. */
  #origin: Frame = this;
  #found: Map<Read, Value> | undefined;

  constructor(world: World, record: RecordNode, law: Day, epoch: number) {
    this.world = world;
    this.record = record;
    this.values = record.fields.values;
    this.law = law;
    this.epoch = epoch;
    this.due = undefined;
  }

  /** The record in which stands what a path begins with: to its organisation the ids in it are known. */
  holderOf(root: PathRoot): RecordNode {
    if (root.kind !== 'alias') return this.record;
    const element = this.elements[root.slot];
    if (typeof element === 'object' && isRecordNode(element)) return element;
    return this.holders[root.slot] ?? this.record;
  }

  /** The same record under the same law, with no element in scope: its sources begin at slot 0 again. */
  apart(): Frame {
    if (this.#apart === undefined) {
      this.#apart = new Frame(this.world, this.record, this.law, this.epoch);
      this.#apart.#origin = this.#origin;
    }
    this.#apart.due = this.due;
    return this.#apart;
  }

  /** What is the same whatever elements are in scope, found out when first asked for. */
  once(find: Read): Value {
    const found = (this.#origin.#found ??= new Map<Read, Value>());
    const known = found.get(find);
    if (known !== undefined || found.has(find)) return known;
    const value = find(this);
    found.set(find, value);
    return value;
  }
}

export type Test = (frame: Frame) => Truth;
export type Read = (frame: Frame) => Value;
/** Goes on from a value; `holder` is the record that it stands in. */
export type Step = (value: Value, frame: Frame, holder: RecordNode) => Value;
export type MemberOf = (frame: Frame, record: RecordNode) => Truth;

/** What a visitor of elements wants next: another, only one that certainly counts, or none. */
export type Next = 'any' | 'certain' | 'none';

/**
 * Runs through the elements of a source, each in its slot of the frame, with whether it counts (true or unknown, never
 * false). Says whether there may be more than are known. A visitor that wants only what is certain may still be shown
 * others, and one that wants no more isn't told about those that may be there.
 */
export type Scan = (frame: Frame, visit: (member: Truth) => Next) => boolean;
