import type {
  Condition,
  Day,
  Expression,
  Path,
  PathStep,
  Policy,
  RecordNode,
  Truth,
  Value,
} from '@qingdan/core';
import type { World } from '../world/world.js';

/** The interpreter itself, handed on in frames, so that its parts needn't import each other in a circle. */
export interface Interpreter {
  truthOf(condition: Condition, frame: ReferenceFrame): Truth;
  valueOf(expression: Expression, frame: ReferenceFrame): Value;
  valueAt(path: Path, frame: ReferenceFrame): Value;
  standingAt(path: Path, frame: ReferenceFrame): Standing;
  walk(steps: readonly PathStep[], from: Standing, frame: ReferenceFrame): Standing;
}

/** A value, and the record that it stands in: to that record's organisation the ids in it are known. */
export interface Standing {
  readonly value: Value;
  readonly holder: RecordNode;
}

/** What the reference interpreter reads while it looks at one record under one law. */
export interface ReferenceFrame {
  readonly interpreter: Interpreter;
  readonly policy: Policy;
  readonly changes: readonly Day[];
  readonly world: World;
  /** The record at hand. */
  readonly record: RecordNode;
  readonly law: Day;
  /** The elements in scope, outermost first. */
  readonly elements: readonly Standing[];
  readonly due?: Value;
}

export function withElement(
  frame: ReferenceFrame,
  slot: number,
  element: Standing,
): ReferenceFrame {
  const elements = frame.elements.slice(0, slot);
  elements[slot] = element;
  return { ...frame, elements };
}
