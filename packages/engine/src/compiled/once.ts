import {
  type Condition,
  type Expression,
  type RecordSource,
  type TreeVisitor,
  type Truth,
  walkCondition,
  walkExpression,
} from '@qingdan/core';
import type { Read, Test } from './frame.js';
import { isOwnCondition, isOwnExpression } from './is-own.js';

/**
 * What runs through other records within a source, and comes out the same whatever elements are in scope, is found out
 * once for a frame: it would otherwise run for each element. A due date comes and goes with the question, though.
 */
export function readOnce(expression: Expression, read: Read): Read {
  const isKept =
    (expression.kind === 'aggregate' || expression.kind === 'lookup') &&
    runsWithin(expression.source) &&
    isOwnExpression(expression) &&
    !readsDue((visitor) => {
      walkExpression(expression, visitor);
    });
  return isKept ? (frame) => frame.once(read) : read;
}

/** The same of a condition. */
export function testOnce(condition: Condition, test: Test): Test {
  const isKept =
    (condition.kind === 'outlier' || condition.kind === 'quantified') &&
    runsWithin(condition.source) &&
    isOwnCondition(condition) &&
    !readsDue((visitor) => {
      walkCondition(condition, visitor);
    });
  return isKept ? (frame) => frame.once(test) as Truth : test;
}

/** The same of what a name stands for, which many items may ask. It never knows of an element or a due date. */
export function namedOnce(is: Condition, test: Test): Test {
  let runs = false;
  const note = (): void => {
    runs = true;
  };
  walkCondition(is, {
    source: note,
    condition: ({ kind }) => {
      if (kind === 'kin' || kind === 'named') note();
    },
  });
  return runs ? (frame) => frame.once(test) as Truth : test;
}

/** Whether a source asks other records, and other elements are in scope where it stands: they have the slots before. */
function runsWithin({ in: among, alias }: RecordSource): boolean {
  return among.kind !== 'list' && (among.kind === 'each' ? among.recordAlias : alias).slot > 0;
}

function readsDue(walk: (visitor: TreeVisitor) => void): boolean {
  let reads = false;
  walk({
    path: ({ root }) => {
      if (root.kind === 'due') reads = true;
    },
  });
  return reads;
}
