import type {
  Condition,
  Expression,
  Path,
  PathStep,
  Policy,
  RecordNode,
  RecordSource,
  Value,
} from '@qingdan/core';
import type { Epochs } from './epochs.js';
import type { Frame, Read, Scan, Test } from './frame.js';

/** What the parts of the compiler share. They call each other through it, so that none imports another in a circle. */
export interface Scope {
  readonly policy: Policy;
  readonly epochs: Epochs;
  test(condition: Condition): Test;
  read(expression: Expression): Read;
  readPath(path: Path): Read;
  scan(source: RecordSource): Scan;
  /** Whether there may be more records of a source than are known, whatever lists they hold. */
  isOpen(source: RecordSource): (frame: Frame) => boolean;
  /** `holder` is the record that the value stands in. */
  readSteps(steps: readonly PathStep[]): (value: Value, frame: Frame, holder: RecordNode) => Value;
}
