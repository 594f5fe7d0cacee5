import type { Condition, Expression, Path, PathStep, Policy, RecordSource } from '@qingdan/core';
import type { Epochs } from './epochs.js';
import type { Frame, MemberOf, Read, Scan, Step, Test } from './frame.js';

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
  /** Whether a record is one of those that a source looks at, by organisation and window; of `match` and `where` nothing. */
  memberOf(source: RecordSource): MemberOf;
  readSteps(steps: readonly PathStep[]): Step;
  readStep(step: PathStep): Step;
}
