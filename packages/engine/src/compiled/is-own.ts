import {
  type Condition,
  type Expression,
  type RecordSource,
  type TreeVisitor,
  walkCondition,
  walkExpression,
  walkSource,
} from '@qingdan/core';

/** Whether a condition reads the record at hand and the run only, and so is the same for every element in scope. */
export function isOwnCondition(condition: Condition): boolean {
  return isOwn((visitor) => {
    walkCondition(condition, visitor);
  });
}

/** The same of an expression. */
export function isOwnExpression(expression: Expression): boolean {
  return isOwn((visitor) => {
    walkExpression(expression, visitor);
  });
}

/** The same of what a source selects. */
export function isOwnSource(source: RecordSource): boolean {
  return isOwn((visitor) => {
    walkSource(source, visitor);
  });
}

function isOwn(walk: (visitor: TreeVisitor) => void): boolean {
  const used: number[] = [];
  const made: number[] = [];
  walk({
    source: ({ in: among, alias }) =>
      made.push(among.kind === 'each' ? among.recordAlias.slot : alias.slot),
    path: ({ root }) => {
      if (root.kind === 'alias') used.push(root.slot);
    },
  });
  // The sources within have the slots after all that are in scope where it stands.
  const first = Math.min(...made);
  return used.every((slot) => slot >= first);
}
