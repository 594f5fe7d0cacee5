import { type Expression, walkExpression } from '@qingdan/core';

/** Whether an expression reads the record at hand and the run only, and so is the same for every element in scope. */
export function isOwnExpression(expression: Expression): boolean {
  const used: number[] = [];
  const made: number[] = [];
  walkExpression(expression, {
    source: ({ in: among, alias }) =>
      made.push(among.kind === 'each' ? among.recordAlias.slot : alias.slot),
    path: ({ root }) => {
      if (root.kind === 'alias') used.push(root.slot);
    },
  });
  // The sources within an expression have the slots after all that are in scope where it stands.
  const first = Math.min(...made);
  return used.every((slot) => slot >= first);
}
